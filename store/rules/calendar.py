"""Advice on the quote's calendar (PRACTICES A)."""

from datetime import date

from store.records.words import Status
from store.rules.advice import Advice, Level
from store.rules.marking import quote_rule
from store.rules.standing import Standing


@quote_rule("A1", "draft_late")
def draft_late(standing: Standing) -> Advice | None:
    """A draft is late once its send-by day has passed (PRACTICES A1)."""
    quote, today = standing.quote, standing.today
    if quote.status is not Status.DRAFT or quote.send_by is None or quote.send_by >= today:
        return None
    return Advice("draft_late", facts={"days": (today - quote.send_by).days})


@quote_rule("A7", "delivery_passed", closed=True)
def delivery_passed(standing: Standing) -> Advice | None:
    """A yes that comes after the work was due: the day must be agreed anew (PRACTICES A7)."""
    due, yes = standing.quote.delivery_due, _day_of_yes(standing)
    if due is None or yes is None or yes <= due:
        return None
    return Advice("delivery_passed", Level.STOP, {"due": due, "days": (yes - due).days})


def _day_of_yes(standing: Standing) -> date | None:
    """The day on which the lead said yes, or could say it: today while the quote is open."""
    quote = standing.quote
    if quote.status.is_open:
        return standing.today
    return quote.outcome.on if quote.status is Status.WON and quote.outcome else None
