"""Advice on how far to chase: the limit, and the end of a quote (PRACTICES B)."""

from datetime import date

from store.records.dossier import Dossier
from store.records.words import Direction
from store.rules.advice import Advice, Level
from store.rules.answering import reactivity
from store.rules.counting import LimitState
from store.rules.leads import LeadStanding
from store.rules.marking import lead_rule, quote_rule
from store.rules.standing import Standing
from store.rules.steps import REST

CALLS_BEFORE = 2
"""Calls after which another one reads as room on the price (PRACTICES B3)."""

FOLLOW_UPS_TO_JUDGE = 3
"""Follow-ups from which on a lead's reactivity is judged (PRACTICES B6)."""


@lead_rule("B1", "limit_reached", "limit_exceeded")
def limit_advice(standing: LeadStanding) -> Advice | None:
    """At the limit it is time to decide; past it, to stop (PRACTICES B1)."""
    state, tally = standing.limit_state, standing.tally
    if state is LimitState.UNDER:
        return None
    code = "limit_reached" if state is LimitState.REACHED else "limit_exceeded"
    return Advice(code, facts={"count": tally.count, "limit": tally.limit})


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


@lead_rule("B3", "haggling_signal")
def haggling_signal(standing: LeadStanding) -> Advice | None:
    """Before a third call: insisting reads as room on the price (PRACTICES B3).

    Calls about its pending quotes, unanswered or not.
    """
    if len(standing.calls) < CALLS_BEFORE:
        return None
    pending = {quote.id for quote in standing.pending}
    calls = sum(
        call.direction is Direction.OUT and call.quote_id in pending for call in standing.calls
    )
    return Advice("haggling_signal", facts={"calls": calls}) if calls >= CALLS_BEFORE else None


@quote_rule("B5", "close_as_no_response", "slow_but_signs")
def close_advice(quote: Standing) -> Advice | None:
    """An expired quote without a step left is proposed to be closed as no response.

    A lead that answers late but mostly signs is not written off (PRACTICES B5).
    """
    if not quote.is_expired or quote.days_left is None:
        return None
    if (days := quote.of_lead.slow_days) is not None:
        return Advice("slow_but_signs", facts={"days": days})
    if quote.steps:
        return None
    return Advice("close_as_no_response", Level.INFO, {"days": -quote.days_left})


@lead_rule("B6", "low_reactivity")
def low_reactivity(standing: LeadStanding) -> Advice | None:
    """Under a quarter of the follow-ups to the lead got a reply (PRACTICES B6)."""
    if standing.tally.total < FOLLOW_UPS_TO_JUDGE:
        return None
    replied, total = reactivity(standing.contacts)
    if 4 * replied >= total:
        return None
    return Advice("low_reactivity", facts={"replied": replied, "follow_ups": total})
