"""The file through TinyDB's own tables and queries; ours needs neither to read nor to write."""

from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from store.file.storage import SafeStorage


class Database(TinyDB):
    """TinyDB without its cache of queries, which would outlive what another program changes."""

    def __init__(self, storage: SafeStorage) -> None:
        """Opens what the storage keeps; errors are raised as the storage raises them."""
        super().__init__(storage=lambda: _OfTinyDB(storage))

    def table(self, name: str, **options: Any) -> Table:
        """The table of that name."""
        return super().table(name, **({"cache_size": 0} | options))


class _OfTinyDB(Storage):
    """The storage, as TinyDB wants one."""

    def __init__(self, storage: SafeStorage) -> None:
        self._storage = storage

    def read(self) -> dict[str, dict[str, Any]] | None:
        return self._storage.read()

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self._storage.write(data)
