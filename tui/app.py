"""The Textual app: one main screen over the desk, kept current with the file and the day."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterable, Sequence
from time import monotonic
from typing import ClassVar

from textual.actions import SkipAction
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerFailed

from store.errors import FileTrouble
from tui.commands import COMMANDS
from tui.desk import Desk
from tui.driver import RestoringDriver
from tui.language import _
from tui.leaving import exit_code, leaving_on_signals
from tui.safe_filter import SafeFilter
from tui.screens.main import MainScreen
from tui.screens.too_small import TooSmallScreen, is_too_small
from tui.session import Session
from tui.signs import ASCII, GEOMETRIC

LOOK_AGAIN = 1.0
"""How often to see whether the day or the file has changed, in seconds."""

PRESS_AGAIN = 3.0
"""How soon Ctrl+C must be pressed again to leave, in seconds."""


class RelanceApp(App[None]):
    """Whom do I chase today, and whom do I stop chasing?"""

    TITLE = "relance"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", show=False, system=True),
        Binding("ctrl+q", "quit", show=False, system=True, priority=True),
        Binding("ctrl+c", "interrupt", show=False, system=True, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, system=True, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        """Reads the file; raises `FileTrouble`."""
        super().__init__()
        self.desk = Desk(session)
        self.signs = ASCII if session.ascii_signs else GEOMETRIC
        self._safe = SafeFilter()
        self._complaint = ""
        self._interrupted_at = -PRESS_AGAIN

    def get_driver_class(self) -> type[Driver]:
        """One that gives the terminal back."""
        return RestoringDriver

    def get_default_screen(self) -> Screen[None]:
        """The main screen."""
        return MainScreen(self.desk, self.signs)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever a widget shows, nothing that a terminal would obey gets through."""
        return [self._safe, *super().get_line_filters()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command of the main screen, and Textual's own of use here."""
        if isinstance(screen, MainScreen):
            for command in COMMANDS:
                if command.name != "palette":
                    run = self._runner(screen, command.action)
                    yield SystemCommand(command.help_text, command.name, run)
        yield SystemCommand(_("Change the theme"), "theme", self.action_change_theme)

    def on_mount(self) -> None:
        """Watch the file and the clock."""
        self.set_interval(LOOK_AGAIN, self.look_again)
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))

    def on_resize(self, event: Resize) -> None:
        """Below the least size, say so; above it, go on."""
        shown = isinstance(self.screen, TooSmallScreen)
        if is_too_small(event.size) and not shown:
            self.push_screen(TooSmallScreen())
        elif shown and not is_too_small(event.size):
            self.pop_screen()

    async def look_again(self) -> None:
        """Show what another program wrote, and the new day after midnight."""
        if self._terminal_is_gone():
            self.leave(exit_code(signal.SIGHUP))
            return
        try:
            news = await self.desk.look_again()
        except FileTrouble as trouble:
            self._complain_once(trouble)
            return
        self._complaint = ""
        if news:
            self._main().show()

    def leave(self, code: int) -> None:
        """Leave with this exit code; the first one given stands."""
        if not self._exit:
            self.exit(return_code=code)

    def action_interrupt(self) -> None:
        """Ctrl+C copies what is selected; pressed twice, it leaves."""
        if isinstance(self.focused, Input) and self.focused.selected_text:
            raise SkipAction
        if self.screen.get_selected_text() is not None:
            raise SkipAction
        now = monotonic()
        if now - self._interrupted_at < PRESS_AGAIN:
            self.leave(exit_code(signal.SIGINT))
            return
        self._interrupted_at = now
        self.notify(_("Press Ctrl+C again to leave."), markup=False, timeout=PRESS_AGAIN)

    def panic(self, *_renderables: object) -> None:
        """Leave without Textual's panic on the terminal, from which nothing can be read."""
        if self._terminal_is_gone():
            self.leave(exit_code(signal.SIGHUP))
            return
        self._exception = self._exception or RuntimeError("the terminal cannot be read")
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Leave without Textual's traceback on the terminal; `run_app` raises the error."""
        self._close_messages_no_wait()

    def _terminal_is_gone(self) -> bool:
        return isinstance(self._driver, RestoringDriver) and self._driver.terminal_is_gone

    def _complain_once(self, trouble: FileTrouble) -> None:
        """The same trouble, seen again every second, is said only once."""
        from tui.wording.errors import error_text  # no morning begins with it

        complaint = error_text(trouble)
        if complaint != self._complaint:
            self._complaint = complaint
            self.notify(complaint, severity="error", markup=False, timeout=10)

    def _main(self) -> MainScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    @staticmethod
    def _runner(screen: MainScreen, action: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await screen.run_action(action)

        return run


def run_app(session: Session) -> int:
    """Opens the app, and answers with an exit code; raises `FileTrouble` for the file.

    What nobody foresaw is raised too, after the terminal is as it was.
    """
    return asyncio.run(_until_left(RelanceApp(session)))


async def _until_left(app: RelanceApp) -> int:
    """Runs the app; what it is saving when it is left is saved to the end."""
    with leaving_on_signals(app.leave, app.desk.at_work) as left:
        await app.run_async()
        left.set()
        await app.desk.finish()
    error = app._exception
    if error is not None:
        raise error.error if isinstance(error, WorkerFailed) else error
    return app.return_code or 0
