"""How much of everything there is to do: `2 owed`, `1 back`, `3 to chase`."""

from typing import NamedTuple

from store.rules.summary import Summary
from tui.language import ngettext


class DayCount(NamedTuple):
    """One number of the summary: its name there, and what is said of it."""

    name: str
    number: int
    text: str


def day_counts(summary: Summary) -> list[DayCount]:
    """Every number in the order in which they are said, the zeros too."""
    counts = (
        ("owed", summary.owed, ngettext("{n} owed", "{n} owed", summary.owed)),
        ("back", summary.back, ngettext("{n} back", "{n} back", summary.back)),
        ("to_chase", summary.to_chase, ngettext("{n} to chase", "{n} to chase", summary.to_chase)),
        ("to_send", summary.to_send, ngettext("{n} to send", "{n} to send", summary.to_send)),
        (
            "to_decide",
            summary.to_decide,
            ngettext("{n} to decide", "{n} to decide", summary.to_decide),
        ),
        ("expiring", summary.expiring, ngettext("{n} expiring", "{n} expiring", summary.expiring)),
    )
    return [DayCount(name, number, text.format(n=number)) for name, number, text in counts]
