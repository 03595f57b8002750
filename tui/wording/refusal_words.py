"""The four ways of saying no: what each is called, and what it does (PRACTICES H1 to H4)."""

from collections.abc import Mapping
from typing import NamedTuple

from store.records.words import RefusalMode
from tui.language import N_, _


class Way(NamedTuple):
    """A way's name, when it serves, and what relance does."""

    title: str
    when: str
    does: str


WAYS: Mapping[RefusalMode, Way] = {
    RefusalMode.NO_TIME: Way(
        N_("No time"),
        N_("The kindest no, and nearly always true: it says nothing about them or the work."),
        N_("Closes the quote as declined and prepares a short message."),
    ),
    RefusalMode.BOUNDED: Way(
        N_("Yes, within bounds"),
        N_("You take it after all: a strict scope, done fast, invoiced at once."),
        N_("Closes a sent quote as won within bounds; a draft is marked so, and you note them."),
    ),
    RefusalMode.REFERRAL: Way(
        N_("A colleague"),
        N_("Somebody else is better placed. The lead is helped, and the colleague remembers it."),
        N_("Closes the quote as declined, keeps who got it, and prepares a message with the name."),
    ),
    RefusalMode.DETERRENT: Way(
        N_("A price to deter"),
        N_("The last resort: an offer so high that a yes would make up for everything."),
        N_("Sets the amount and leaves the quote open; if it is lost, it counts in no win rate."),
    ),
}
"""In the order in which they are offered: the next only where the one before does not serve."""


def way_title(mode: RefusalMode) -> str:
    """What the way is called."""
    return _(WAYS[mode].title)
