"""The tables as records: the newest snapshot, made again only where the file changed."""

from store.file.codec import read_snapshot
from store.file.storage import SafeStorage
from store.file.tables import Tables
from store.records.snapshot import Snapshot


class Reader:
    """Raises `FileTrouble` where the file cannot be read."""

    def __init__(self, storage: SafeStorage) -> None:
        self._storage = storage
        self._read_from: Tables | None = None
        self.latest = Snapshot()
        """What was last read or written, without a look at the file."""

    def snapshot(self) -> Snapshot:
        """Everything in the file as it is now."""
        return self.of(self._storage.tables())

    def of(self, tables: Tables) -> Snapshot:
        """The records in the tables."""
        if tables is not self._read_from:
            self.keep(tables, read_snapshot(tables))
        return self.latest

    def keep(self, tables: Tables, snapshot: Snapshot) -> Snapshot:
        """Takes the snapshot for what is in the tables, so that they need not be read."""
        self._read_from, self.latest = tables, snapshot
        return snapshot
