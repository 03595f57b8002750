"""What lies on the desk: the board, kept current with the file and the day. It knows no widgets.

At the start it may be today's work alone, until the whole file is read.
Reading and writing happen in threads, one after another, so that the screen never waits.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from store.changes.command import Command
from store.errors import FileTrouble
from store.file.keeper import LOST
from store.file.repository import Repository, Saved
from store.file.tables import Tables
from store.records.snapshot import Snapshot
from store.rules.board import Board
from tui.session import Session
from tui.spare_thread import in_spare_thread

if TYPE_CHECKING:
    from store.exchange.conventions import Forced
    from store.exchange.import_quotes import Planned
    from store.exchange.import_records import PlannedRecord
    from store.exchange.imported import Import
    from store.exchange.importing import Watch
    from store.exchange.json_import import Records
    from store.exchange.selection import Filters
    from store.file.forgetting import Forgotten, Found
    from store.file.history import Change

Result = TypeVar("Result")

INDEXING = 0.5
"""How long to wait at the end for the index of the file, in seconds."""


class Desk:
    """The board of today, and the changes that a person makes."""

    def __init__(self, session: Session) -> None:
        """Reads the file, or what the index has of it for today.

        Raises `FileTrouble` for trouble of which nobody can be asked here.
        """
        self.session = session
        self.is_whole = True
        """Whether the board is of the whole file, and not only of today's work."""
        self.trouble: FileTrouble | None = None
        """Why the file cannot be read, where a person can choose what to do."""
        self.board = self._first_board()
        self.at_work = Lock()
        """Held by the thread that reads or writes."""
        self._looked_through: Tables | None = None
        self._unreviewed: list[Change] = []
        self._one_at_a_time = asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()
        self._rested: Tables | None = None
        self._indexing: Thread | None = None

    async def read_whole(self) -> None:
        """The whole in place of today's work; raises `FileTrouble` as the start does."""
        async with self._one_at_a_time:
            board = await in_spare_thread(self._whole_board)
            self.board, self.is_whole = board, True

    def keep_index(self) -> None:
        """Brings the index of the file up to date, in a thread; the next start is quicker by it.

        Only what was there when this was last called too: who is at work is not disturbed.
        """
        rested, self._rested = self._rested, self.session.repository.last_read
        if rested is self._rested:
            self._index_now()

    def _index_now(self) -> None:
        is_busy = self._indexing is not None and self._indexing.is_alive()
        if self.is_whole and not is_busy and self.session.repository.is_index_behind():
            day, index = self.board.today, self.session.repository.index_latest
            self._indexing = Thread(target=index, args=(day,), daemon=True)
            self._indexing.start()

    async def commit(self, command: Command) -> Saved:
        """Saves what the command changes; raises `TrackerError`, and then nothing was saved."""
        circumstances = self.session.circumstances()
        commit = self.session.repository.commit
        saved = await self._to_the_end(lambda: commit(command, circumstances))
        self._show_newest()
        return saved

    async def undo(self, only: int | None = None) -> "Change":
        """Takes back the latest change, which is that one if it is given; raises `TrackerError`."""
        undo = self.session.repository.undo
        return await self._travel(lambda circumstances: undo(circumstances, only))

    async def redo(self) -> "Change":
        """Does again what was undone last; raises `TrackerError`."""
        return await self._travel(self.session.repository.redo)

    def unreviewed(self) -> "list[Change]":
        """What nobody has looked at yet of what merges lost, as last read, oldest first.

        Where that cannot be read there is nothing; `relance doctor` says why.
        """
        from store.file.review import unreviewed_in  # after the list is painted

        tables = self.session.repository.last_read
        if tables is not self._looked_through:
            self._looked_through, self._unreviewed = tables, unreviewed_in(tables)
        return self._unreviewed

    async def mark_seen(self, change_id: int) -> None:
        """Marks such an entry as seen; raises `FileTrouble`."""
        from store.file.review import mark_seen

        await self._mark(mark_seen, change_id)

    async def mark_unseen(self, change_id: int) -> None:
        """Takes that mark away; raises `FileTrouble`."""
        from store.file.review import mark_unseen

        await self._mark(mark_unseen, change_id)

    async def exported(self, write: Callable[..., str], filters: "Filters") -> str:
        """What `write` makes of the board."""
        board = self.board
        return await self._in_thread(lambda: write(board, **filters))

    async def look_for(self, name: str) -> "Found":
        """What would be forgotten with the lead of that name; raises `TrackerError`."""
        from store.file.forgetting import find

        repository = self.session.repository
        return await self._in_thread(lambda: find(repository, name))

    async def forget(self, found: "Found", *, with_copies: bool) -> "Forgotten":
        """Erases a lead for good; raises `FileTrouble`."""
        from tui.forgetting import forget_everywhere

        session = self.session
        done = await self._to_the_end(
            lambda: forget_everywhere(session, found, with_copies=with_copies)
        )
        await self.read_again()
        return done

    async def put_export(self, path: Path, text: str, *, force: bool) -> None:
        """Writes the text into a file; raises `TrackerError`."""
        from store.exchange.output import write_export

        own = self.session.own_places()
        await self._to_the_end(lambda: write_export(path, text, own=own, force=force))

    async def bytes_of(self, path: Path) -> bytes:
        """What is in a file that somebody wants to import; raises `FileTrouble`."""
        from store.exchange.incoming import read_bytes

        return await self._in_thread(lambda: read_bytes(path))

    async def look_into(
        self, path: Path, forced: "Forced", watch: "Watch"
    ) -> "tuple[Import, list[Planned]]":
        """What is in a file, and what importing it would do; raises `TrackerError`."""
        from store.exchange.import_quotes import plan
        from store.exchange.importing import read_file
        from store.exchange.incoming import read_bytes
        from store.exchange.remembered import remembered

        board, session = self.board, self.session

        def work() -> "tuple[Import, list[Planned]]":
            read = read_file(
                path.name,
                read_bytes(path),
                board.today,
                session.rulebook.settings,
                forced=forced,
                known=remembered(session.memory),
                watch=watch,
            )
            return read, plan(read, board.snapshot, watch)

        return await self._in_thread(work)

    async def look_into_records(
        self, name: str, data: bytes
    ) -> "tuple[Records, list[PlannedRecord]]":
        """The records in a JSON export, and what importing would do; raises `TrackerError`."""
        from store.exchange.import_records import plan_records
        from store.exchange.json_import import read_records

        snapshot = self.board.snapshot

        def work() -> "tuple[Records, list[PlannedRecord]]":
            read = read_records(name, data)
            return read, plan_records(read, snapshot)

        return await self._in_thread(work)

    async def look_again(self) -> bool:
        """Whether the day or the file has changed; then the board is new. Raises `FileTrouble`."""
        if not self.is_whole:
            return False
        is_new_day = self.session.clock.today() != self.board.today
        has_changed = self.session.repository.has_changed
        if not (is_new_day or self.trouble or await self._in_thread(has_changed)):
            return self._tell_the_time()
        await self.read_again()
        if self.trouble is not None:
            raise self.trouble
        return True

    def _tell_the_time(self) -> bool:
        """Whether another minute changes what is shown: how late an answer is (PRACTICES E4)."""
        before, now = self.board, self.session.clock.now()
        if now == before.day.now:
            return False
        self.board = before.at(now)
        return before.owes

    async def finish(self) -> None:
        """Waits for what is being saved; raises what kept it from that."""
        for task in [*self._under_way]:
            await task
        self._index_now()
        if self._indexing is not None:
            self._indexing.join(INDEXING)

    async def read_again(self) -> None:
        """Makes the board new, unless there is trouble; raises `FileTrouble` for any other."""
        try:
            snapshot = await self._in_thread(self.session.repository.snapshot)
        except FileTrouble as trouble:
            self._note(trouble)
            return
        self.trouble = None
        if self.session.clock.today() == self.board.today:
            self.board = self.board.with_snapshot(snapshot)
        else:
            self.board = self.session.board()

    def _first_board(self) -> Board:
        try:
            board = self.session.first_board()
        except FileTrouble:
            board = None  # reading the whole tells what it is
        self.is_whole = board is None
        return board or self._whole_board()

    def _whole_board(self) -> Board:
        """The board of the whole, with what the first screen shows worked out already."""
        try:
            board = self.session.board()
            board.work(), board.summary()
            return board
        except FileTrouble as trouble:
            self._note(trouble)
            return Board(Snapshot(), self.session.clock.today(), self.session.rulebook)

    def _note(self, trouble: FileTrouble) -> None:
        """Notes trouble that a person can get out of; raises any other."""
        from store.file.rescue import DAMAGED  # no good morning begins with it

        if trouble.code not in (*DAMAGED, *LOST):
            raise trouble
        self.trouble = trouble

    async def _mark(
        self, mark: Callable[[Repository, set[int], date], None], change_id: int
    ) -> None:
        repository, day = self.session.repository, self.session.clock.today()
        await self._to_the_end(lambda: mark(repository, {change_id}, day))
        await self.read_again()

    async def _travel(self, way: "Callable[..., Change]") -> "Change":
        circumstances = self.session.circumstances()
        change = await self._to_the_end(lambda: way(circumstances))
        self._show_newest()
        return change

    async def _to_the_end(self, work: Callable[[], Result]) -> Result:
        """Does the work in a thread, also where whoever waits for it is gone meanwhile."""
        task = asyncio.create_task(self._in_thread(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        def alone() -> Result:
            with self.at_work:
                return work()

        async with self._one_at_a_time:
            return await asyncio.to_thread(alone)

    def _show_newest(self) -> None:
        self.board = self.board.with_snapshot(self.session.repository.latest)
