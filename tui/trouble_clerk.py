"""Asks a person what to do about a file that is damaged or gone, and does it."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.app import App

from store.errors import TrackerError
from store.file import rescue
from store.file.rescue import DAMAGED, Prospect
from tui.desk import Desk
from tui.screens.trouble import (
    AFRESH,
    BACKUP,
    LOOK,
    MEND,
    PUT_BACK,
    QUIT,
    Choice,
    TroubleScreen,
)
from tui.wording.errors import error_text
from tui.wording.trouble import happened_text, prospect_texts, rescued_text, safe_text


class TroubleClerk:
    """`back` is called when the file can be read again."""

    def __init__(self, app: App[Any], desk: Desk, back: Callable[[], None]) -> None:
        self._app = app
        self._desk = desk
        self._back = back
        self._dialog: TroubleScreen | None = None

    async def ask(self) -> None:
        """Asks until the file can be read, or the person leaves."""
        while self._desk.trouble is not None:
            found = await asyncio.to_thread(
                rescue.prospect, self._desk.session.repository, self._desk.trouble
            )
            choice = await self._app.push_screen_wait(self._opened(found))
            if choice is QUIT:
                self._app.exit()
                return
            await self._carry_out(choice, found)
        self._back()

    def look_again(self) -> None:
        """The file came back by itself: the question is no more."""
        if self._dialog is not None and self._dialog.is_current:
            self._dialog.dismiss(LOOK)

    def _opened(self, found: Prospect) -> TroubleScreen:
        path = str(self._desk.session.repository.path)
        self._dialog = TroubleScreen(
            happened_text(found.trouble, path),
            safe_text(found),
            prospect_texts(found),
            self._choices(found),
        )
        return self._dialog

    def _choices(self, found: Prospect) -> tuple[Choice, ...]:
        backup = (BACKUP,) if found.backup else ()
        if found.trouble.code in DAMAGED:
            can_be_mended = bool(found.backup or (found.salvage and found.salvage.tables))
            return (*((MEND,) if can_be_mended else ()), *backup, LOOK, QUIT)
        was_read = (PUT_BACK,) if self._desk.session.repository.last_read else ()
        return (*was_read, *backup, AFRESH, QUIT)

    async def _carry_out(self, choice: Choice, found: Prospect) -> None:
        """Does what was chosen; what goes wrong is said, and the question comes again."""
        done = choice in (MEND, BACKUP, PUT_BACK)
        try:
            await asyncio.to_thread(self._do, choice, found)
        except (TrackerError, OSError) as error:
            text = error_text(error) if isinstance(error, TrackerError) else str(error)
            self._app.notify(text, severity="error", markup=False, timeout=8)
            done = False
        await self._desk.read_again()
        if done and self._desk.trouble is None:
            text = rescued_text(self._desk.board.snapshot)
            self._app.notify(text, markup=False, timeout=10)

    def _do(self, choice: Choice, found: Prospect) -> None:
        repository, day = self._desk.session.repository, self._desk.session.clock.today()
        if choice is MEND:
            rescue.mend(repository, day)
        elif choice is BACKUP and found.backup:
            rescue.restore(repository, found.backup.name, day)
        elif choice is PUT_BACK:
            rescue.put_back(repository, repository.last_read, day)
        elif choice is AFRESH:
            rescue.start_afresh(repository)
