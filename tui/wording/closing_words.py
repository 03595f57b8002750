"""What is said of the day on which a quote was closed."""

from datetime import date

from store.records.quote import Quote
from tui.language import _
from tui.wording.days import long_day


def closed_before_sending(quote: Quote, on: date) -> str:
    """That the quote was closed before it was sent; empty where it was not, or is a draft."""
    if quote.sent_on is None or on >= quote.sent_on:
        return ""
    words = _("{day} lies before the day of sending, {sent_on}: is one of them wrong?")
    return words.format(day=long_day(on), sent_on=long_day(quote.sent_on))
