"""What a file that is imported again changes of a quote that an import wrote.

Each field follows the file if it holds what the last import wrote; one that a person changed
since stays, and so does one of which the file says what it said. Notes and leads are never touched.
"""

from dataclasses import dataclass

from msgspec.structs import replace

from store.changes import deadlines
from store.exchange.imported import ImportedFollowUp, ImportedQuote
from store.records.quote import Quote
from store.records.quote_origin import Imported
from store.records.words import Status

_SINGLE = ("title", "amount", "currency", "asked_on", "sent_on")


@dataclass(frozen=True)
class Update:
    """The quote as it will be; the fields that follow the file, and those that a person keeps."""

    quote: Quote
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    follow_ups: tuple[ImportedFollowUp, ...] = ()
    says_more: bool = False
    """Whether the file says something else than the last time, if only what is so already."""


def update_of(quote: Quote, row: ImportedQuote, logged: int) -> Update:
    """What the row changes; nothing of a quote that no import wrote.

    `logged` is how many follow-ups the quote has: of those that the file counts since, as many
    are added as are not logged. Raises `InvalidValue` where the days do not fit together then.
    """
    was = quote.imported
    if was is None:
        return Update(quote)
    says = _said(row, was)
    if replace(says, usual_days=was.usual_days) == was:
        return Update(quote)
    changed: list[str] = []
    kept: list[str] = []
    new = replace(quote, imported=says)
    for name in _SINGLE:
        if getattr(says, name) in (getattr(was, name), None):
            continue
        if getattr(quote, name) == getattr(was, name):
            new = replace(new, **{name: getattr(says, name)})
            changed.append(name)
        elif getattr(quote, name) != getattr(says, name):
            kept.append(name)
    new = _with_status(new, row, was, changed, kept)
    new = _with_deadline(new, quote, row, changed, kept)
    more = row.follow_ups[max(was.follow_ups, logged) :]
    if more:
        changed.append("follow_ups")
    return Update(new, tuple(changed), tuple(kept), more, says_more=True)


def _said(row: ImportedQuote, was: Imported) -> Imported:
    """What the file says; the usual validity is the one that held when the quote got it."""
    if row.usual_validity and was.usual_days is not None:
        return replace(row.said, usual_days=was.usual_days)
    return row.said


def _with_status(
    new: Quote, row: ImportedQuote, was: Imported, changed: list[str], kept: list[str]
) -> Quote:
    if row.status in (was.status, new.status):
        return new
    if new.status is not was.status:
        kept.append("status")
        return new
    changed.append("status")
    new = replace(new, status=row.status, outcome=row.outcome)
    if row.status is Status.DRAFT:
        days, deadline = row.validity_days, row.valid_until
        return replace(new, sent_on=None, validity_days=days, valid_until=deadline)
    return new


def _with_deadline(
    new: Quote, quote: Quote, row: ImportedQuote, changed: list[str], kept: list[str]
) -> Quote:
    """The last valid day: given as a day, or as a validity from the day of sending."""
    was = quote.imported
    assert was is not None
    before, says = (was.validity_days, was.valid_until), (row.validity_days, row.valid_until)
    if row.usual_validity or says == before:
        return _dated(new, quote, row)
    if _is_as_imported(quote, was):
        changed.append("valid_until")
        new = replace(new, validity_days=says[0], valid_until=says[1])
        return _dated(new, quote, row, anew=True)
    if quote.valid_until != row.record(quote.lead_id).valid_until:
        kept.append("valid_until")
    return _dated(new, quote, row)


def _is_as_imported(quote: Quote, was: Imported) -> bool:
    """Whether nobody moved the deadline: a day stays that day, a validity one in days."""
    if was.valid_until is not None:
        return quote.validity_days is None and quote.valid_until == was.valid_until
    if was.validity_days is not None:
        return quote.validity_days == was.validity_days
    if was.usual_days is not None:
        return quote.validity_days == was.usual_days
    return quote.validity_days is not None or quote.valid_until is None


def _dated(new: Quote, quote: Quote, row: ImportedQuote, *, anew: bool = False) -> Quote:
    """The deadline reckoned again where the day of sending or the validity changed.

    A draft that has none gets the row's, which is the usual validity where the file has none.
    """
    if new.sent_on is None or (new.sent_on == quote.sent_on and not anew):
        return new
    return deadlines.sent(new, new.sent_on, row.validity_days or 0)
