"""What one run of relance works with: the file, the rules, the clock and the language.

Only the clock here reads the real one; everything else is told what day it is.
"""

from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.changes.command import Circumstances
from store.file.repository import Repository
from store.records.day import Moment
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from tui.config.config import Config

if TYPE_CHECKING:
    from store.exchange.output import OwnPlaces


class Clock:
    """The day and the time of day; both stand still where a day was given (`--today`)."""

    def __init__(self, fixed: Moment | None = None) -> None:
        self.fixed = fixed
        """Where the clock stands still; none for the real one."""

    def moment(self) -> Moment:
        """The day and its time, to the minute; no time where a day was given without one."""
        if self.fixed is not None:
            return self.fixed
        real = datetime.now().astimezone()
        return Moment(real.date(), time(real.hour, real.minute))

    def today(self) -> date:
        """The day."""
        return self.moment().day

    def now(self) -> time | None:
        """The time of the day, where it is known."""
        return self.moment().at


class Session(msgspec.Struct, frozen=True):
    """The command line and the app are given one each; `demo` tells that the data is a sample."""

    repository: Repository
    rulebook: Rulebook
    clock: Clock
    language: str
    ascii_signs: bool
    demo: bool = False
    config: Config = Config()

    def own_messages(self) -> Path:
        """The folder of the person's own messages, which go before the built-in ones."""
        from tui.place import messages_folder

        return self.config.messages or messages_folder()

    def circumstances(self) -> Circumstances:
        """The circumstances of a command that is given now."""
        moment = self.clock.moment()
        return Circumstances(moment.day, self.rulebook, moment.at)

    @property
    def memory(self) -> Path | None:
        """The folder of what is remembered for all data files; none where nothing is."""
        state = self.repository.keeper.state
        return state.root if state else None

    def own_places(self) -> "OwnPlaces":
        """Where no export may be written."""
        from store.exchange.output import OwnPlaces  # no good morning exports

        state = self.repository.keeper.state
        return OwnPlaces(self.repository.path, state.root if state else None)

    def first_board(self) -> Board | None:
        """Today's work alone, where it can be told without reading the whole file."""
        moment = self.clock.moment()
        excerpt = self.repository.excerpt(moment.day)
        if excerpt is None:
            return None
        return Board(excerpt, moment.day, self.rulebook, moment.at)

    def briefing(self) -> Board | None:
        """The same, with all advice on it."""
        moment = self.clock.moment()
        briefing = self.repository.briefing(moment.day)
        if briefing is None:
            return None
        return Board(briefing, moment.day, self.rulebook, moment.at)

    def board(self) -> Board:
        """The newest snapshot, seen today."""
        moment = self.clock.moment()
        return Board(self.repository.snapshot(), moment.day, self.rulebook, moment.at)
