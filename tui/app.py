"""The Textual app: one main screen over the desk, kept current with the file and the day."""

import asyncio
import gc
import signal
from collections.abc import Awaitable, Callable, Iterable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual.actions import SkipAction
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, Provider
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from store.errors import FileTrouble, TrackerError
from store.file.keeper import LOST
from tui.banners import show_banner
from tui.commands import keys_text, with_keys
from tui.desk import Desk
from tui.driver import RestoringDriver
from tui.language import _
from tui.leaving import exit_code, leaving_on_signals
from tui.patience import Patience
from tui.safe_filter import SafeFilter
from tui.screens.main import MainScreen
from tui.screens.too_small import TooSmallScreen, is_too_small
from tui.session import Session
from tui.signs import ASCII, GEOMETRIC
from tui.warming import Warming

if TYPE_CHECKING:
    from tui.trouble_clerk import TroubleClerk

LOOK_AGAIN = 1.0
"""How often to see whether the day or the file has changed, in seconds."""

LATE = 0.5
"""After how long to say that the file is being read, in seconds."""

PRESS_AGAIN = 3.0
"""How soon Ctrl+C must be pressed again to leave, in seconds."""


@runtime_checkable
class Stoppable(Protocol):
    """A screen of work that can be stopped."""

    def action_stop(self) -> None:
        """Stop it."""
        ...


def _palette_commands() -> type[Provider]:
    from tui.app_palette import AppCommandsProvider  # no morning begins with it

    return AppCommandsProvider


class RelanceApp(App[None]):
    """Whom do I chase today, and whom do I stop chasing?"""

    TITLE = "relance"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", show=False, system=True, id="quit"),
        Binding("ctrl+q", "quit", show=False, system=True, priority=True, id="quit"),
        Binding("ctrl+p", "command_palette", show=False, system=True, priority=True, id="palette"),
        Binding("ctrl+c", "interrupt", show=False, system=True, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, system=True, priority=True),
    ]

    def __init__(self, session: Session, look_again_every: float = LOOK_AGAIN) -> None:
        """Reads the file, or today's work; raises `FileTrouble`.

        `look_again_every` is in seconds.
        """
        self.signs = ASCII if session.ascii_signs else GEOMETRIC
        super().__init__()
        self.desk = Desk(session)
        self._warming = Warming()
        self._look_again_every = look_again_every
        self._patience = Patience(self)
        self._last_gates: list[LineFilter] = [SafeFilter()]
        if session.ascii_signs:
            from tui.ascii_filter import AsciiFilter  # few terminals need it

            self._last_gates.append(AsciiFilter())
        self._complaint = ""
        self._was_gone = False
        self._trouble_clerk: TroubleClerk | None = None
        self._interrupted_at = -PRESS_AGAIN

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the styles call `$frame` and `$edge`: boxes, and lines between two parts."""
        return {"frame": self.signs.frame, "edge": self.signs.edge}

    def get_driver_class(self) -> type[Driver]:
        """One that gives the terminal back."""
        return RestoringDriver

    def get_default_screen(self) -> Screen[None]:
        """The main screen."""
        return MainScreen(self.desk, self.signs, self._warming)

    async def on_event(self, event: Event) -> None:
        """A key waits for a screen that is still opening: it has no parts yet to act on.

        What needs more than today's work waits for the whole file to be read.
        """
        if isinstance(event, InputEvent):
            self._warming.give_way()
        if isinstance(event, Key) and not self._has_parts():
            self.screen.call_later(self.post_message, event)
        elif not self._patience.holds(event, is_whole=self.desk.is_whole):
            await super().on_event(event)

    def _has_parts(self) -> bool:
        """Whether the screen has what keys act on; at the start, the list among it."""
        return self.screen.is_mounted and (self.desk.is_whole or self.focused is not None)

    async def _act(self, event: Event) -> None:
        """Does what was held back."""
        await super().on_event(event)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever a widget shows, nothing that a terminal would obey gets through."""
        return [*self._last_gates, *super().get_line_filters()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command of the main screen, and Textual's own of use here."""
        if isinstance(screen, MainScreen):
            for command in with_keys(self.desk.session.config.keys):
                if command.name != "palette":
                    run = self._runner(screen, command.action)
                    yield SystemCommand(command.help_text, keys_text(command), run)
        yield SystemCommand(_("Change the theme"), "", self.action_change_theme)

    def action_command_palette(self) -> None:
        """Opens the palette, which asks in the person's language."""
        if not isinstance(self.screen, CommandPalette):
            asks = _("Search for a command…")
            self.push_screen(CommandPalette(placeholder=asks, id="--command-palette"))

    def search_themes(self) -> None:
        """Opens the list of themes, in the same way."""
        from tui.app_palette import AppThemesProvider  # no morning begins with it

        asks = _("Search for a theme…")
        self.push_screen(CommandPalette(providers=[AppThemesProvider], placeholder=asks))

    def on_mount(self) -> None:
        """Watch the file and the clock; ask where the file cannot be read."""
        self.set_interval(self._look_again_every, self.look_again)
        self._use_config()
        if self.desk.is_whole:
            self.call_after_refresh(self._collect_garbage)
            self._see_to_the_file()
        else:
            self.call_after_refresh(lambda: self.run_worker(self._read_whole()))
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))

    async def _read_whole(self) -> None:
        """Reads what is behind today's work; asks where that cannot be done."""
        late = self.set_timer(LATE, self._say_reading)
        await self.desk.read_whole()
        late.stop()
        self._show()
        if self.desk.trouble is not None:
            self._patience.drop()  # what was meant for the list must not answer a question
        self.call_later(self._patience.release, self._act)
        self.call_after_refresh(self._collect_garbage)
        self._see_to_the_file()

    def _see_to_the_file(self) -> None:
        """Asks about a file that could not be read, and merges what was left beside a good one."""
        if self.desk.trouble is not None:
            self._ask_about_trouble()
        else:
            self.call_after_refresh(self._merge_conflict_copies)

    def _say_reading(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.say_reading()

    def _use_config(self) -> None:
        """A person's theme and keys; what could not be read of the configuration is said."""
        config = self.desk.session.config
        problems = config.problems
        if config.theme in self.available_themes:
            self.theme = config.theme
        elif config.theme is not None:
            from tui.config.theme import unknown_theme

            problems += (unknown_theme(config, self.available_themes),)
        if config.keys:
            self.set_keymap({name: ",".join(keys) for name, keys in config.keys.items()})
        for problem in problems:
            from tui.wording.config import config_problem_text

            text = config_problem_text(problem, config.path)
            self.notify(text, severity="warning", markup=False, timeout=15)

    def _collect_garbage(self) -> None:
        """From here on; what is there by now stays, and need not be looked at again."""
        gc.freeze()
        gc.enable()

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
            self._see_to(trouble)
            return
        if not any(isinstance(screen, MainScreen) for screen in self.screen_stack):
            return  # the app was left meanwhile
        self._complaint, self._was_gone = "", False
        if self._trouble_clerk is not None:
            self._trouble_clerk.look_again()
        if news:
            self._show()
        else:
            self.desk.keep_index()
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                show_banner(screen, self.desk)
        self._warn()

    def leave(self, code: int) -> None:
        """Leave with this exit code; the first one given stands."""
        if not self._exit:
            self.exit(return_code=code)

    def action_interrupt(self) -> None:
        """Ctrl+C stops work that can be stopped, or copies what is selected; twice, it leaves."""
        from textual.widgets import Input  # no morning begins with it

        if isinstance(self.screen, Stoppable):
            self.screen.action_stop()
            return
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

    def _see_to(self, trouble: FileTrouble) -> None:
        """Says it; a file that is still gone at the second look, so not just replaced, asks."""
        if self._trouble_clerk is not None:
            return
        if trouble.code not in LOST:
            self._complain_once(trouble)
        elif self._was_gone:
            self._ask_about_trouble()
        self._was_gone = trouble.code in LOST

    def _ask_about_trouble(self) -> None:
        from tui.trouble_clerk import TroubleClerk

        self._trouble_clerk = TroubleClerk(self, self.desk, self._file_is_back)
        self.run_worker(self._trouble_clerk.ask(), name="ask_until")

    def _file_is_back(self) -> None:
        self._trouble_clerk = None
        self._complaint, self._was_gone = "", False
        self._show()
        self._warn()

    def _warn(self) -> None:
        """What went wrong around a change that was saved all the same."""
        for warning in self.desk.session.repository.keeper.take_warnings():
            from tui.wording.errors import error_text

            text = error_text(warning)
            self.notify(text, severity="warning", markup=False, timeout=10)

    async def _merge_conflict_copies(self) -> None:
        """What a sync program left beside the file goes into it; the next look shows it."""
        from tui.conflicts import merge_conflict_copies  # after the first paint

        merged, troubles = await asyncio.to_thread(merge_conflict_copies, self.desk.session)
        for sentence in merged:
            self.notify(sentence, markup=False, timeout=10)
        for trouble in troubles:
            self._complain_once(trouble)
        if merged:
            await self.desk.read_again()
            self._show()

    def _complain_once(self, trouble: TrackerError) -> None:
        """The same trouble, seen again every second, is said only once."""
        from tui.wording.errors import error_text  # no morning begins with it

        complaint = error_text(trouble)
        if complaint != self._complaint:
            self._complaint = complaint
            self.notify(complaint, severity="error", markup=False, timeout=10)

    def _show(self) -> None:
        """The newest board on the main screen, unless the app is being left."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.show()

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
