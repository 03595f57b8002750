"""A list of quotes kept by hand in a French spreadsheet, which saved it as CSV.

One row a quote, with a count of its follow-ups, and the day and the channel of the last one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from store.changes.field_reading import Reading, read_number
from store.errors import InvalidValue
from store.exchange.imported import ImportedFollowUp, ImportedQuote, Problem
from store.exchange.table import Row
from store.records.amount_reading import read_amount
from store.records.day_reading import read_day
from store.records.quote import LONGEST_VALIDITY
from store.records.text import fold, read_note, read_ref, read_required_line
from store.records.words import Channel, Status

MOST_FOLLOW_UPS = 99
"""The highest count of follow-ups that a row may have."""

COLUMNS: Mapping[str, str] = {
    "Client": "lead",
    "Devis": "ref",
    "Objet": "title",
    "Montant HT": "amount",
    "Envoyé le": "sent_on",
    "Valable jusqu'au": "valid_until",
    "Statut": "status",
    "Relances": "follow_ups",
    "Dernière relance": "last_follow_up_on",
    "Canal": "channel",
    "Remarques": "notes",
}
"""The columns, which may stand in any order, and the field that each of them holds."""

STATUSES: Mapping[str, Status] = {
    "Brouillon": Status.DRAFT,
    "Envoyé": Status.SENT,
    "Signé": Status.WON,
    "Refusé": Status.LOST,
    "Sans suite": Status.NO_RESPONSE,
}

CHANNELS: Mapping[str, Channel] = {
    "tél": Channel.PHONE,
    "mail": Channel.EMAIL,
    "SMS": Channel.SMS,
}

_FIELDS = {fold(column): field for column, field in COLUMNS.items()}
_COLUMN_OF = {field: column for column, field in COLUMNS.items()}
_ANOTHER_DAY = date(1970, 7, 1)

Cells = Mapping[str, str]
"""The cells of a row by field."""

T = TypeVar("T")


class FrenchSpreadsheet:
    """Recognised by its columns; case, accents and order do not matter."""

    def recognises(self, header: Sequence[str]) -> bool:
        """Whether every column is there."""
        return set(_FIELDS) <= {_name(cell) for cell in header}

    def unread(self, header: Sequence[str]) -> tuple[str, ...]:
        """The columns that are not read."""
        return tuple(cell for cell in header if cell.strip() and _name(cell) not in _FIELDS)

    def quotes(
        self, header: Sequence[str], rows: Iterable[Row], reading: Reading
    ) -> Iterator[ImportedQuote | Problem]:
        """The quote of each row, or the first thing that is wrong with it."""
        fields = [_FIELDS.get(_name(cell), "") for cell in header]
        for row in rows:
            try:
                yield _quote(row.line, dict(zip(fields, row.cells, strict=True)), reading)
            except InvalidValue as error:
                yield Problem(row.line, error, _COLUMN_OF.get(error.field, ""))


def _name(cell: str) -> str:
    return " ".join(fold(cell).split())


def _quote(line: int, cells: Cells, reading: Reading) -> ImportedQuote:
    """The quote in the cells; raises `InvalidValue`."""
    amount, currency = read_amount("amount", cells["amount"])
    quote = ImportedQuote(
        line=line,
        lead=read_required_line("lead", cells["lead"]),
        ref=read_ref("ref", cells["ref"]),
        title=read_required_line("title", cells["title"]),
        amount=amount,
        currency=currency or reading.settings.currency,
        status=_one_of("status", cells["status"], STATUSES),
        sent_on=_day("sent_on", cells["sent_on"], reading.today),
        valid_until=_day("valid_until", cells["valid_until"], reading.today),
        notes=read_note("notes", cells["notes"]),
        follow_ups=_follow_ups(cells, reading.today),
    )
    return _as_draft(quote) if quote.status is Status.DRAFT else _as_sent(quote, reading)


def _follow_ups(cells: Cells, today: date) -> tuple[ImportedFollowUp, ...]:
    """As many as the row counts. The last has the day and channel; those before are unknown."""
    count = read_number("follow_ups", cells["follow_ups"].strip() or "0", MOST_FOLLOW_UPS)
    last_on = _day("last_follow_up_on", cells["last_follow_up_on"], today)
    channel = Channel.OTHER
    if cells["channel"].strip():
        channel = _one_of("channel", cells["channel"], CHANNELS)
    if not count:
        for field in ("last_follow_up_on", "channel"):
            if cells[field].strip():
                raise InvalidValue(field, cells[field], "no_follow_up_counted")
        return ()
    earlier = [ImportedFollowUp() for _ in range(count - 1)]
    return (*earlier, ImportedFollowUp(on=last_on, channel=channel))


def _as_draft(quote: ImportedQuote) -> ImportedQuote:
    """A draft was not sent: its day is that of asking, its deadline a validity in days."""
    if quote.follow_ups:
        raise InvalidValue("follow_ups", str(len(quote.follow_ups)), "draft_was_chased")
    draft = replace(quote, asked_on=quote.sent_on, sent_on=None)
    if draft.asked_on is None or draft.valid_until is None:
        return draft
    value = draft.valid_until.isoformat()
    days = (draft.valid_until - draft.asked_on).days
    if days < 0:
        raise InvalidValue("valid_until", value, "deadline_before_sending", sent_on=draft.asked_on)
    if days > LONGEST_VALIDITY:
        raise InvalidValue("valid_until", value, "validity_too_long", longest=LONGEST_VALIDITY)
    return replace(draft, validity_days=days, valid_until=None)


def _as_sent(quote: ImportedQuote, reading: Reading) -> ImportedQuote:
    """Whatever became of it, it was sent on a day; without a deadline the usual validity holds."""
    if quote.sent_on is None:
        raise InvalidValue("sent_on", "", "empty")
    if quote.valid_until is None:
        return replace(quote, validity_days=reading.settings.validity_days)
    return quote


def _day(field: str, cell: str, today: date) -> date | None:
    """The day, none for an empty cell.

    Raises `InvalidValue` also for `5 mai` or `lundi`: which day that is depends on when somebody
    wrote it, and nobody knows that.
    """
    if not cell.strip():
        return None
    day = read_day(field, cell, today)
    if day != read_day(field, cell, _ANOTHER_DAY):
        raise InvalidValue(field, cell, "day_without_year")
    return day


def _one_of(field: str, cell: str, words: Mapping[str, T]) -> T:
    """What the word stands for, without regard to case and accents."""
    for word, meaning in words.items():
        if _name(cell) == fold(word):
            return meaning
    raise InvalidValue(field, cell, "not_one_of", known=tuple(words))
