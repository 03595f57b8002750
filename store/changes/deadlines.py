"""Deadlines of quotes: found from a validity in days, or given as a day."""

from datetime import date, timedelta

from msgspec.structs import replace

from store.errors import InvalidValue
from store.records.day import LAST_DAY
from store.records.quote import Quote


def sent(quote: Quote, on: date, default_validity: int) -> Quote:
    """The quote as sent on that day. A deadline given as a day stays.

    `default_validity` is in days. Raises `InvalidValue` for a deadline before the day of sending
    or after the last day there is.
    """
    days = quote.validity_days
    if days is None and quote.valid_until is None:
        days = default_validity
    if days is not None:
        return with_validity(replace(quote, sent_on=on), days)
    return checked(replace(quote, sent_on=on))


def with_validity(quote: Quote, days: int) -> Quote:
    """The quote valid for `days` calendar days from sending, last day inclusive."""
    if quote.sent_on is None:
        return replace(quote, validity_days=days, valid_until=None)
    if days > (LAST_DAY - quote.sent_on).days:
        raise InvalidValue("validity_days", str(days), "deadline_out_of_bounds", last=LAST_DAY)
    last = quote.sent_on + timedelta(days=days)
    return replace(quote, validity_days=days, valid_until=last)


def checked(quote: Quote) -> Quote:
    """The quote itself; raises `InvalidValue` for a deadline before the day of sending."""
    if quote.sent_on and quote.valid_until and quote.valid_until < quote.sent_on:
        value = quote.valid_until.isoformat()
        raise InvalidValue("valid_until", value, "deadline_before_sending", sent_on=quote.sent_on)
    return quote
