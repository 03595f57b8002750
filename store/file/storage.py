"""The parsed file in memory, written as a whole or not; `database` lets TinyDB stand on it."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from store.errors import FileTrouble, trouble_of
from store.file.conflict_markers import has_markers
from store.file.edition import NO_FILE, Edition
from store.file.index import Index
from store.file.pages_reading import read_pages
from store.file.port import Disk, Version
from store.file.reading import read
from store.file.tables import Tables
from store.file.text import whole
from store.plain_file import trouble_of_reading

if TYPE_CHECKING:
    from store.file.displaced import Tell


class Newest(NamedTuple):
    """The tables to make the next ones from, and the files beside the data file that are in them.

    Those may go once tables that were made from these are saved, and not before.
    """

    tables: Tables
    contained: tuple[Path, ...] = ()


class SafeStorage:
    """Keeps the tables of one file and notices when another process changed it.

    Raises `FileTrouble` where the file cannot be read or written, or is damaged; a damaged file
    is never written to. `tell` hears of versions that were kept aside. What costs most of the
    reading is not done again for a version that the index vouches for.
    """

    def __init__(
        self,
        path: Path,
        disk: Disk | None = None,
        tell: "Tell | None" = None,
        index: Index | None = None,
    ) -> None:
        self.path = path
        self._index = index
        self._disk = disk or Disk()
        self._tell = tell or (lambda _: None)
        self._known = NO_FILE
        self.indexed = NO_FILE
        """The edition, without its text, of which the index is as far as that is known."""
        self._is_confirmed = True

    def exists(self) -> bool:
        """Whether there is a file."""
        return self.current() is not None

    def has_changed(self) -> bool:
        """Whether the file is another than the one last read or written."""
        return self.current() != self._known.version

    def tables(self) -> Tables:
        """The tables as they are now in the file, as raw rows."""
        if self.has_changed():
            self._load()
        return self._known.tables

    def newest(self) -> Newest:
        """The tables to make the next ones from, with what a kill left beside the file.

        Call it under the lock.
        """
        from store.file.leftovers import merge_leftovers  # reading needs no merge

        try:
            return Newest(*merge_leftovers(self._disk, self.path, self.tables(), self._tell))
        except OSError as error:
            raise trouble_of("not_saved", self.path, error) from error

    def save(self, tables: Tables, contained: Iterable[Path] = ()) -> Tables:
        """Writes all tables at once and returns those that are in the file then.

        They are more than ours where another program replaced the file meanwhile. Call it under
        the lock, with tables made from `tables()`, or from `newest()` and with what those contain.
        """
        from store.file.beside import clear_away

        saved = self._write(self._known, tables)
        for place in contained:
            clear_away(self._disk, place)
        return saved

    def overwrite(self, tables: Tables) -> None:
        """Writes all tables over what is there, also if damaged; keep that elsewhere first.

        What is known of the file stays as it was until that is done.
        """
        try:
            text, version = self._disk.read(self.path)
        except FileNotFoundError:
            self._write(NO_FILE, tables)
        except OSError as error:
            raise trouble_of("not_saved", self.path, error) from error
        else:
            self._write(Edition(text, tables, version), tables)

    @property
    def known(self) -> Edition:
        """What was last read or written, without a look at the file."""
        return self._known

    def is_indexed(self, tables: Tables) -> bool:
        """Whether these are the very tables that the index is of."""
        return bool(tables) and tables is self.indexed.tables

    def doubt(self) -> None:
        """Trusts no index of what was read: a row of it turned out to be no record."""
        if self._index is not None:
            self._index.erase()
        self.indexed = NO_FILE
        self._known = self._known._replace(is_ours=False)

    @property
    def last_read(self) -> Tables:
        """The tables last read or written, without what a kill left and without a look."""
        return self._known.tables

    def text(self) -> bytes:
        """The text of the tables last read or written."""
        return whole(self._known.text)

    def had_markers(self) -> bool:
        """Whether git had left its conflict markers in the text last read or written."""
        return not self._known.is_ours and has_markers(self.text())

    def confirm(self) -> None:
        """Makes sure of the last write where that failed; raises `FileTrouble` again.

        It is written once more: after an error the system may take for safe what is not.
        """
        if not self._is_confirmed:
            self.save(self.tables())

    def read(self) -> dict[str, dict[str, Any]] | None:
        """TinyDB's way in: every record decoded, none for a file that does not exist yet."""
        tables = self.tables()
        if self._known.version is None:
            return None
        return {
            name: {key: msgspec.json.decode(row) for key, row in rows.items()}
            for name, rows in tables.items()
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """TinyDB's way out; what another program wrote since `read` is merged."""
        from store.file.lock import locked

        rows = {
            name: {str(key): msgspec.json.encode(record) for key, record in table.items()}
            for name, table in data.items()
        }
        with locked(self.path, disk=self._disk):
            self.save(rows)

    def _write(self, base: Edition, tables: Tables) -> Tables:
        from store.file.write import save

        try:
            self._known = save(self._disk, self.path, base, tables, self._tell)
        except FileTrouble as trouble:
            self._is_confirmed = self._is_confirmed and trouble.code != "not_confirmed"
            raise
        self._is_confirmed = True
        return self._known.tables

    def current(self) -> Version | None:
        """The version in place now, none where there is no file."""
        try:
            return self._disk.version(self.path)
        except OSError as error:
            raise trouble_of("unreadable", self.path, error) from error

    def _load(self) -> None:
        try:
            text, version = self._disk.read(self.path)
        except FileNotFoundError:
            self._known = NO_FILE
            return
        except OSError as error:
            raise trouble_of_reading(self.path, error) from error
        if self._index is not None and self._index.vouches_for(version):
            with suppress(ValueError):
                self._known = Edition(*read_pages(text), version, is_ours=True)
                self.indexed = self._known._replace(text=b"")
                return
        try:
            found = read(text)
        except ValueError as error:
            raise FileTrouble("damaged", path=str(self.path), why=str(error)) from error
        self._known = Edition(text, found.tables, version, found.is_ours)
