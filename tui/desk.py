"""What lies on the desk: the board, kept current with the file and the day. It knows no widgets.

Reading and writing happen in threads, one after another, so that the screen never waits.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from store.changes.command import Command
from store.errors import FileTrouble
from store.file.history import Change
from store.file.keeper import LOST
from store.file.repository import Saved
from store.file.review import mark_seen, unreviewed_in
from store.file.tables import Tables
from store.records.snapshot import Snapshot
from store.rules.board import Board
from tui.session import Session

if TYPE_CHECKING:
    from store.exchange.conventions import Forced
    from store.exchange.import_quotes import Planned
    from store.exchange.imported import Import
    from store.exchange.importing import Watch
    from store.exchange.selection import Filters

Result = TypeVar("Result")


class Desk:
    """The board of today, and the changes that a person makes."""

    def __init__(self, session: Session) -> None:
        """Reads the file; raises `FileTrouble` for trouble of which nobody can be asked here."""
        self.session = session
        self.trouble: FileTrouble | None = None
        """Why the file cannot be read, where a person can choose what to do."""
        self.board = self._first_board()
        self.at_work = Lock()
        """Held by the thread that reads or writes."""
        self._looked_through: Tables | None = None
        self._unreviewed: list[Change] = []
        self._one_at_a_time = asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()

    async def commit(self, command: Command) -> Saved:
        """Saves what the command changes; raises `TrackerError`, and then nothing was saved."""
        circumstances = self.session.circumstances()
        commit = self.session.repository.commit
        saved = await self._to_the_end(lambda: commit(command, circumstances))
        self._show_newest()
        return saved

    async def undo(self) -> Change:
        """Takes back the latest change; raises `TrackerError`."""
        return await self._travel(self.session.repository.undo)

    async def redo(self) -> Change:
        """Does again what was undone last; raises `TrackerError`."""
        return await self._travel(self.session.repository.redo)

    def unreviewed(self) -> list[Change]:
        """What nobody has looked at yet of what merges lost, as last read, oldest first.

        Where that cannot be read there is nothing; `relance doctor` says why.
        """
        tables = self.session.repository.last_read
        if tables is not self._looked_through:
            self._looked_through, self._unreviewed = tables, []
            with suppress(FileTrouble):
                self._unreviewed = unreviewed_in(tables)
        return self._unreviewed

    async def mark_seen(self, change_id: int) -> None:
        """Marks such an entry as seen; raises `FileTrouble`."""
        repository, day = self.session.repository, self.session.clock.today()
        await self._to_the_end(lambda: mark_seen(repository, {change_id}, day))
        await self.read_again()

    async def export(
        self, path: Path, write: Callable[..., str], filters: "Filters", *, force: bool
    ) -> None:
        """Writes what `write` makes of the board; raises `TrackerError`."""
        from store.exchange.output import write_export

        board, own = self.board, self.session.own_places()

        def work() -> None:
            write_export(path, write(board, **filters), own=own, force=force)

        await self._to_the_end(work)

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

    async def look_again(self) -> bool:
        """Whether the day or the file has changed; then the board is new. Raises `FileTrouble`."""
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
            return self.session.board()
        except FileTrouble as trouble:
            self._note(trouble)
            return Board(Snapshot(), self.session.clock.today(), self.session.rulebook)

    def _note(self, trouble: FileTrouble) -> None:
        """Notes trouble that a person can get out of; raises any other."""
        from store.file.rescue import DAMAGED  # no good morning begins with it

        if trouble.code not in (*DAMAGED, *LOST):
            raise trouble
        self.trouble = trouble

    async def _travel(self, way: Callable[..., Change]) -> Change:
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
