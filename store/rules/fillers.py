"""Quotes that only complete a purchasing file: somebody else gets the work (PRACTICES D2)."""

from store.records.lead import Lead
from store.records.quote import Quote
from store.records.text import fold

FILLER_LIMIT = 1
"""The most follow-ups that such a quote is worth, unless a limit was set by hand."""

PUBLIC = "public"
"""The sector in which the lowest price has to win."""


def is_filler(quote: Quote, lead: Lead) -> bool:
    """Whether the quote only fills a file, keeps an incumbent honest or bids on price alone."""
    if quote.sourcing_only or quote.incumbent:
        return True
    return quote.lowest_price and fold(lead.sector.strip()) == PUBLIC
