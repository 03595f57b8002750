"""The time that offers took which were not won (PRACTICES A2)."""

from collections.abc import Iterable

import msgspec

from store.records.dossier import Dossier
from store.records.words import Status
from store.rules.hindsight.cases import Case
from store.rules.offers import CAME_TO_NOTHING, time_lost


class LeadTime(msgspec.Struct, frozen=True):
    """The minutes that a lead's lost offers took, and what other work they displaced."""

    lead: str
    minutes: int
    displaced: tuple[str, ...]


class TimeLost(msgspec.Struct, frozen=True):
    """Minutes spent on offers that were won and that came to nothing; those of open ones in none.

    `leads` are those that cost time for nothing, the most costly first.
    """

    won_minutes: int
    lost_minutes: int
    leads: tuple[LeadTime, ...]


def time_on_offers(cases: Iterable[Case]) -> TimeLost:
    """What all offers cost."""
    won, dossiers = 0, {}
    for quote, dossier in cases:
        won += (quote.prep_minutes or 0) if quote.status is Status.WON else 0
        dossiers[dossier.lead.id] = dossier
    leads = [_lead_time(dossier) for dossier in dossiers.values()]
    costly = sorted(
        (each for each in leads if each.minutes or each.displaced),
        key=lambda each: (-each.minutes, each.lead.casefold()),
    )
    return TimeLost(won, sum(each.minutes for each in leads), tuple(costly))


def _lead_time(dossier: Dossier) -> LeadTime:
    displaced = tuple(
        quote.displaced
        for quote in dossier.quotes
        if quote.displaced and quote.status in CAME_TO_NOTHING
    )
    return LeadTime(dossier.lead.name, time_lost(dossier.quotes), displaced)
