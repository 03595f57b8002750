"""Advice on how far to chase: the limit, and the end of a quote (PRACTICES B)."""

from datetime import date

from store.records.dossier import Dossier
from store.records.words import Direction
from store.rules.advice import Advice, Level
from store.rules.counting import LimitState
from store.rules.leads import LeadStanding
from store.rules.marking import lead_rule, quote_rule
from store.rules.standing import Standing
from store.rules.steps import REST


@lead_rule("B1", "limit_reached", "limit_exceeded")
def limit_advice(standing: LeadStanding) -> Advice | None:
    """At the limit it is time to decide; past it, to stop (PRACTICES B1)."""
    tally = standing.tally
    facts = {"count": tally.count, "limit": tally.limit}
    if standing.limit_state is LimitState.REACHED:
        return Advice("limit_reached", facts=facts)
    if standing.limit_state is LimitState.EXCEEDED:
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


@quote_rule("A3", "close_as_no_response")
def close_advice(quote: Standing) -> Advice | None:
    """An expired quote without a step left is proposed to be closed as no response (B5)."""
    if not quote.is_expired or quote.days_left is None or quote.steps:
        return None
    return Advice("close_as_no_response", Level.INFO, {"days": -quote.days_left})
