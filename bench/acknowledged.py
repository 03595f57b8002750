"""A follow-up in the program: from the key that saves it to the notice that it is saved."""

from collections.abc import Sequence
from pathlib import Path

from bench.figure import Figures, milliseconds
from bench.keys import ENTER, ESCAPE
from bench.place import Place
from bench.program import Program
from bench.screen import Lines, Watched, count_of, is_listed
from store.file.repository import Repository
from store.records.quote import Quote

FOLLOW_UPS = 8


def plain_quotes(tracker: Path, count: int) -> Sequence[Quote]:
    """Pending quotes about which a follow-up can be logged without a question."""
    snapshot = Repository(tracker, "bench").snapshot()
    plain = [
        quote
        for quote in snapshot.quotes.values()
        if quote.is_pending and not snapshot.lead_of(quote).platform
    ]
    return plain[:: max(1, len(plain) // count)][:count]


def follow_up_figures(place: Place, quotes: Sequence[Quote]) -> Figures:
    """The first one of a day, which makes the day's backup too, and those after it."""
    file = place.copy("in-the-program.json")
    with Program(place.relance(file=file), place.environment) as program:
        watched = Watched(program)
        watched.until(is_listed)
        watched.settle()
        watched.press(b"2", lambda lines: is_listed(lines) and "Ref" in "".join(lines[:4]))
        seconds = [_logged(watched, quote.ref) for quote in quotes]
    file.unlink()
    return {
        "follow_up": milliseconds(seconds[1:]),
        "follow_up_first": milliseconds(seconds[:1]),
    }


def _logged(watched: Watched, ref: str) -> float:
    """Goes to the quote among all that are open, and logs a follow-up as it is proposed."""
    watched.program.send(b"/")
    watched.settle()
    watched.press(ref.encode(), lambda lines: f"“{ref}”" in count_of(lines))
    watched.program.send(ENTER)
    watched.settle()
    watched.press(ESCAPE, lambda lines: is_listed(lines) and "“" not in count_of(lines))
    watched.press(b"f", lambda lines: _asks(lines, ref))
    pressed = watched.program.send(ENTER)
    noticed, _ = watched.until(lambda lines: _notices(lines, ref))
    watched.settle()
    return noticed - pressed


def _asks(lines: Lines, ref: str) -> bool:
    return any("Follow-up · " in line and ref in line for line in lines)


def _notices(lines: Lines, ref: str) -> bool:
    """Whether a notice says so; nothing else on the screen has the ref with a colon."""
    return any(f"{ref}: " in line for line in lines)
