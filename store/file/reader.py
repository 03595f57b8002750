"""The tables as records: the newest snapshot, made again only where the file changed."""

from store.file.hindrance import newer
from store.file.keeper import Keeper
from store.file.schema import migrated, readable_rows
from store.file.snapshot_reading import read_snapshot
from store.file.storage import SafeStorage
from store.file.tables import Tables
from store.records.snapshot import Snapshot


class Reader:
    """Raises `FileTrouble` where the file cannot be read, or is gone or empty and once was not."""

    def __init__(self, storage: SafeStorage, keeper: Keeper) -> None:
        self._storage = storage
        self._keeper = keeper
        self._read_from: Tables | None = None
        self.latest = Snapshot()
        """What was last read or written, without a look at the file."""

    def snapshot(self) -> Snapshot:
        """Everything in the file as it is now."""
        tables = self._storage.tables()
        if not tables:
            self._keeper.check_not_lost()
        return self.of(tables)

    @property
    def last_read(self) -> Tables:
        """The tables as they were last read or written, also if the file is gone since."""
        return self._read_from or {}

    def of(self, tables: Tables) -> Snapshot:
        """The records in the tables, brought up to date; of a newer file, those we understand."""
        return self.latest if tables is self._read_from else self.keep(tables, self.read(tables))

    def read(self, tables: Tables) -> Snapshot:
        """The same of tables that are not in the file, or not yet."""
        is_newer = newer(self._storage.path, tables) is not None
        return read_snapshot(
            readable_rows(tables) if is_newer else migrated(tables),
            are_sound=self._storage.is_indexed(tables),
            doubt=self._storage.doubt,
        )

    def keep(self, tables: Tables, snapshot: Snapshot) -> Snapshot:
        """Takes the snapshot for what is in the tables, so that they need not be read."""
        self._read_from, self.latest = tables, snapshot
        return snapshot
