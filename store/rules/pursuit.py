"""Advice on how far to chase: the limit, and the end of a quote (PRACTICES B)."""

from datetime import date
from typing import Protocol

from store.records.dossier import Dossier
from store.records.words import Direction
from store.rules.advice import Advice, Level
from store.rules.counting import LimitState, Tally
from store.rules.steps import REST


class Chased(Protocol):
    """What the advice about a pending quote's end looks at."""

    @property
    def days_left(self) -> int | None: ...
    @property
    def steps(self) -> tuple[date, ...]: ...


def limit_advice(tally: Tally) -> Advice | None:
    """At the limit it is time to decide; past it, to stop (PRACTICES B1)."""
    facts = {"count": tally.count, "limit": tally.limit}
    if tally.state is LimitState.REACHED:
        return Advice("limit_reached", facts=facts)
    if tally.state is LimitState.EXCEEDED:
        return Advice("limit_exceeded", facts=facts)
    return None


def disturbed_on(dossier: Dossier, on: date, *, apart_from: int = 0) -> date | None:
    """The day on which the lead was last written to or called, at most 3 days before `on` (A4).

    `apart_from` is the id of a contact that is not looked at.
    """
    days = [
        contact.on
        for contact in dossier.contacts
        if contact.direction is Direction.OUT
        and contact.on is not None
        and contact.on <= on
        and contact.id != apart_from
    ]
    latest = max(days, default=None)
    return latest if latest is not None and on - latest <= REST else None


def close_advice(quote: Chased) -> Advice | None:
    """An expired quote without a step left is proposed to be closed as no response (B5)."""
    if quote.days_left is None or quote.days_left >= 0 or quote.steps:
        return None
    return Advice("close_as_no_response", Level.INFO, {"days": -quote.days_left})
