"""Advice on the quote's calendar (PRACTICES A)."""

from datetime import date

from store.records.quote import Quote
from store.records.words import Status
from store.rules.advice import Advice


def draft_advice(quote: Quote, today: date) -> Advice | None:
    """A draft is late once its send-by day has passed (PRACTICES A1)."""
    if quote.status is not Status.DRAFT or quote.send_by is None or quote.send_by >= today:
        return None
    return Advice("draft_late", facts={"days": (today - quote.send_by).days})
