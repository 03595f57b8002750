"""The storage that TinyDB stands on: the parsed file in memory, written as a whole or not."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from store.errors import FileTrouble
from store.file.atomic import confirm, replace_file
from store.file.port import Disk, Version
from store.file.reading import read_tables
from store.file.tables import Tables, compose


class Database(TinyDB):
    """TinyDB without its cache of queries, which would outlive what another program changes."""

    def table(self, name: str, **options: Any) -> Table:
        """The table of that name."""
        return super().table(name, **({"cache_size": 0} | options))


class SafeStorage(Storage):
    """Keeps the tables of one file and notices when another process changed it.

    Raises `FileTrouble` where the file cannot be read or written, or is damaged; a damaged file
    is never written to.
    """

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        self.path = path
        self._disk = disk or Disk()
        self._version: Version | None = None
        self._tables: Tables = {}
        self._is_confirmed = True

    def exists(self) -> bool:
        """Whether there is a file."""
        return self._current() is not None

    def has_changed(self) -> bool:
        """Whether the file is another than the one last read or written."""
        return self._current() != self._version

    def tables(self) -> Tables:
        """The tables as they are now in the file, as raw rows."""
        if self.has_changed():
            self._load()
        return self._tables

    def save(self, tables: Tables) -> None:
        """Writes all tables at once. Call it under the lock, with tables made from `tables()`."""
        self._is_confirmed = False
        replace_file(self._disk, self.path, compose(tables))
        self._is_confirmed = True
        with suppress(OSError):  # it is saved; what cannot be looked at is read again
            self._version = self._disk.version(self.path)
        self._tables = tables

    def overwrite(self, tables: Tables) -> None:
        """Writes all tables over what is there, also if damaged; keep that elsewhere first."""
        self._version = self._current()
        self.save(tables)

    def confirm(self) -> None:
        """Makes sure of the last write where that failed; raises `FileTrouble` again."""
        if not self._is_confirmed:
            confirm(self._disk, self.path)
            self._is_confirmed = True

    def read(self) -> dict[str, dict[str, Any]] | None:
        """TinyDB's way in: every record decoded, none for a file that does not exist yet."""
        tables = self.tables()
        if self._version is None:
            return None
        return {
            name: {key: msgspec.json.decode(row) for key, row in rows.items()}
            for name, rows in tables.items()
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """TinyDB's way out."""
        self.tables()
        rows = {
            name: {str(key): msgspec.json.encode(record) for key, record in table.items()}
            for name, table in data.items()
        }
        self.save(rows)

    def _current(self) -> Version | None:
        try:
            return self._disk.version(self.path)
        except OSError as error:
            raise self._unreadable(error) from error

    def _load(self) -> None:
        try:
            text, version = self._disk.read(self.path)
        except FileNotFoundError:
            self._tables, self._version = {}, None
            return
        except IsADirectoryError as error:
            raise FileTrouble("is_a_folder", path=str(self.path)) from error
        except OSError as error:
            raise self._unreadable(error) from error
        try:
            self._tables, self._version = read_tables(text), version
        except ValueError as error:
            raise FileTrouble("damaged", path=str(self.path), why=str(error)) from error

    def _unreadable(self, error: OSError) -> FileTrouble:
        return FileTrouble("unreadable", path=str(self.path), why=error.strerror or str(error))
