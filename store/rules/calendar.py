"""Advice on the quote's calendar (PRACTICES A)."""

from store.records.words import Status
from store.rules.advice import Advice
from store.rules.marking import quote_rule
from store.rules.standing import Standing


@quote_rule("A1", "draft_late")
def draft_late(standing: Standing) -> Advice | None:
    """A draft is late once its send-by day has passed (PRACTICES A1)."""
    quote, today = standing.quote, standing.today
    if quote.status is not Status.DRAFT or quote.send_by is None or quote.send_by >= today:
        return None
    return Advice("draft_late", facts={"days": (today - quote.send_by).days})
