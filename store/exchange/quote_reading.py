"""The quote in an entry of a file, whatever program wrote it.

The fields: lead, ref, title, amount, currency, status, asked_on, sent_on, valid_until,
validity_days, follow_ups, last_follow_up_on, channel, notes, reason, contact, email, phone;
`lead_2` stands in for an empty `lead`, `notes_2` is added to `notes`.
"""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from store.changes.field_reading import read_number
from store.errors import InvalidValue
from store.exchange.cells import CellReader, plain
from store.exchange.imported import ImportedFollowUp, ImportedQuote
from store.exchange.problem import Problem
from store.exchange.shapes.shape import Entry, Shape
from store.records.amount import checked_amount
from store.records.amount_reading import read_currency
from store.records.lead import Person
from store.records.quote import LONGEST_VALIDITY
from store.records.text import read_line, read_note, read_ref, read_required_line
from store.records.words import Channel, Status

MOST_FOLLOW_UPS = 99
"""The highest count of follow-ups that a row may have."""

_DAYS = re.compile(r"(\d{1,5})\s*(j|jours?|d|days?)?\.?")


def quote_of(entry: Entry, shape: Shape, reader: CellReader) -> ImportedQuote:
    """The quote, read and within bounds; raises `InvalidValue` for the first thing wrong."""
    cells = {name: cell for name, cell in entry.cells.items() if cell.strip()}
    amount, currency = _amount(entry, cells, reader)
    ref = _ref(shape, cells)
    quote = ImportedQuote(
        line=entry.line,
        lead=read_required_line("lead", cells.get("lead") or cells.get("lead_2", "")),
        ref=ref,
        title=_title(shape, cells, ref),
        amount=amount,
        currency=currency,
        status=_status(shape, cells, reader),
        asked_on=reader.day("asked_on", cells.get("asked_on", "")),
        sent_on=reader.day("sent_on", cells.get("sent_on", "")),
        valid_until=reader.day("valid_until", cells.get("valid_until", "")),
        validity_days=_validity(cells.get("validity_days", "")),
        notes=_notes(cells),
        reason=read_line("reason", cells.get("reason", "")),
        person=_person(cells),
        follow_ups=_follow_ups(shape, cells, reader),
    )
    day, deadline = quote.sent_on or quote.asked_on, quote.valid_until
    if shape.mends_deadline and day and deadline and deadline < day:
        quote = _without_deadline(quote, day, deadline, shape)
    return _as_draft(quote) if quote.status is Status.DRAFT else _as_sent(quote, reader)


def _amount(entry: Entry, cells: dict[str, str], reader: CellReader) -> tuple[Decimal, str]:
    """The total, and its currency: that of its column, the one beside the amount, the usual one."""
    beside: str | None = None
    if entry.amount is None:
        amount, beside = reader.amount("amount", cells.get("amount", ""))
    else:
        amount = _checked(entry.amount)
    named = read_currency("currency", cells["currency"]) if "currency" in cells else None
    if named and beside and named != beside:
        raise InvalidValue("currency", cells["currency"], "two_currencies", other=beside)
    return amount, named or beside or reader.reading.settings.currency


def _checked(total: Decimal) -> Decimal:
    try:
        return checked_amount(total)
    except ValueError:
        raise InvalidValue("amount", str(total), "not_an_amount") from None


def _ref(shape: Shape, cells: dict[str, str]) -> str:
    ref = cells.get("ref", "")
    if shape.needs_ref:
        return read_ref("ref", ref)
    return read_ref("ref", "-".join(ref.split())) if ref else ""


def _title(shape: Shape, cells: dict[str, str], ref: str) -> str:
    title = cells.get("title", "")
    return read_required_line("title", title if title or shape.needs_title else ref)


def _status(shape: Shape, cells: dict[str, str], reader: CellReader) -> Status:
    """What its word says; in a file without statuses, or with gaps, what has a day was sent."""
    if "status" in cells or (shape.needs_ref and "status" in shape.columns.values()):
        return reader.one_of("status", cells.get("status", ""), shape.statuses)
    return Status.SENT if shape.needs_ref or "sent_on" in cells else Status.DRAFT


def _validity(cell: str) -> int | None:
    """Days, `30` or `30 jours`."""
    if not cell:
        return None
    match = _DAYS.fullmatch(plain(cell))
    return read_number("validity_days", match[1] if match else cell, LONGEST_VALIDITY)


def _notes(cells: dict[str, str]) -> str:
    notes = (cells[name].strip() for name in ("notes", "notes_2") if name in cells)
    return read_note("notes", "\n\n".join(notes))


def _person(cells: dict[str, str]) -> Person | None:
    """Somebody at the lead, who has the lead's name where the file has none."""
    contact, email, phone = (
        read_line(name, cells.get(name, "")) for name in ("contact", "email", "phone")
    )
    if not (contact or email or phone):
        return None
    name = contact or read_line("lead", cells.get("lead", ""))
    return Person(name=name, email=email, phone=phone)


def _follow_ups(
    shape: Shape, cells: dict[str, str], reader: CellReader
) -> tuple[ImportedFollowUp, ...]:
    """As many as the row counts. The last has the day and channel; those before are unknown."""
    last_on = reader.day("last_follow_up_on", cells.get("last_follow_up_on", ""))
    if "follow_ups" not in shape.columns.values():
        count = 1 if last_on else 0
    else:
        count = read_number("follow_ups", cells.get("follow_ups", "0").strip(), MOST_FOLLOW_UPS)
    channel = Channel.OTHER
    if "channel" in cells:
        channel = reader.one_of("channel", cells["channel"], shape.channels)
    if not count:
        for field in ("last_follow_up_on", "channel"):
            if field in cells:
                raise InvalidValue(field, cells[field], "no_follow_up_counted")
        return ()
    earlier = [ImportedFollowUp() for _ in range(count - 1)]
    return (*earlier, ImportedFollowUp(on=last_on, channel=channel))


def _as_draft(quote: ImportedQuote) -> ImportedQuote:
    """A draft was not sent: its day is that of asking, its deadline a validity in days."""
    if quote.follow_ups:
        raise InvalidValue("follow_ups", str(len(quote.follow_ups)), "draft_was_chased")
    draft = replace(quote, asked_on=quote.asked_on or quote.sent_on, sent_on=None)
    if draft.asked_on is None or draft.valid_until is None:
        return draft
    value = draft.valid_until.isoformat()
    days = (draft.valid_until - draft.asked_on).days
    if days < 0:
        raise InvalidValue("valid_until", value, "deadline_before_sending", sent_on=draft.asked_on)
    if days > LONGEST_VALIDITY:
        raise InvalidValue("valid_until", value, "validity_too_long", longest=LONGEST_VALIDITY)
    return replace(draft, validity_days=days, valid_until=None)


def _as_sent(quote: ImportedQuote, reader: CellReader) -> ImportedQuote:
    """Whatever became of it, it was sent on a day; without a deadline the usual validity holds."""
    if quote.sent_on is None:
        raise InvalidValue("sent_on", "", "empty")
    if quote.valid_until is not None:
        return replace(quote, validity_days=None)
    if quote.validity_days is not None:
        return quote
    usual = reader.reading.settings.validity_days
    return replace(quote, validity_days=usual, usual_validity=True)


def _without_deadline(
    quote: ImportedQuote, day: date, deadline: date, shape: Shape
) -> ImportedQuote:
    """The quote without a deadline that cannot be, and with a remark that says so."""
    error = InvalidValue("valid_until", deadline.isoformat(), "deadline_mended", sent_on=day)
    remark = Problem(quote.line, error, shape.column_of("valid_until"))
    return replace(quote, valid_until=None, remarks=(*quote.remarks, remark))
