"""The follow-up log as a page for people to read: a part for every lead, and totals.

What is on it is decided here; `markdown_export` and `html_export` write it down.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Literal, NamedTuple, Protocol, Unpack

from store.exchange.log import Entry, log_entries
from store.exchange.selection import Filters, Selection
from store.records.quote import Quote
from store.records.words import Kind
from store.rules.board import Board
from store.rules.refusal import referrals
from store.rules.sums import sums

Heading = Literal[
    "log",
    "totals",
    "no_contacts",
    "no_name",
    "ref",
    "title",
    "amount",
    "valid_until",
    "status",
    "day",
    "kind",
    "channel",
    "outcome",
    "minutes",
    "count",
    "note",
    "follow_ups",
    "replies",
    "referrals",
    "referred_to",
    "lead",
    "leads",
    "quotes",
]
"""What the page asks a word for: `log` is its title, `no_contacts` says that it is empty,
`no_name` stands for a lead without one, the others head columns and totals."""

NUMBERS: tuple[Heading, ...] = ("amount", "minutes", "count")
"""The columns of numbers."""


class Words(Protocol):
    """The page's words, in a person's language."""

    @property
    def language(self) -> str:
        """The code of that language (ISO 639-1)."""
        ...

    def heading(self, code: Heading) -> str:
        """A title, or the head of a column."""
        ...

    def label(self, code: str) -> str:
        """The label of a status, a kind, a channel or an outcome."""
        ...

    def day(self, day: date | None) -> str:
        """A day, or that it is unknown."""
        ...

    def amount(self, amount: Decimal, currency: str) -> str:
        """An amount in an ISO 4217 currency."""
        ...

    def about(self, today: date, filters: Filters) -> str:
        """On which day the page was made, and what was chosen for it."""
        ...


class Table(NamedTuple):
    """Rows of text under the codes of their columns."""

    columns: Sequence[Heading]
    rows: Sequence[Sequence[str]]


class Part(NamedTuple):
    """A part of the page. `totals` are heads and numbers; there may be none."""

    title: str
    tables: Sequence[Table] = ()
    totals: Sequence[tuple[Heading, str]] = ()


class LogPage(NamedTuple):
    """The page: its title, what it is about, and a sentence instead of parts where it is empty."""

    title: str
    about: str
    empty: str
    parts: Sequence[Part]


def log_page(board: Board, words: Words, **filters: Unpack[Filters]) -> LogPage:
    """A part for every lead that has contacts, in alphabetical order.

    Each has its quotes, its contacts (oldest first) and its totals; those of all stand after
    them, then what was passed on to colleagues (PRACTICES H4).
    """
    writer = _Writer(board, words)
    entries = sorted(log_entries(board, **filters), key=_lead_key)
    parts = [writer.of_lead(list(of_lead)) for _, of_lead in groupby(entries, key=_lead_key)]
    if entries:
        parts.append(Part(words.heading("totals"), totals=writer.totals(entries, of_all=True)))
    parts += writer.referrals(Selection(board, **filters))
    return LogPage(
        title=words.heading("log"),
        about=words.about(board.today, filters),
        empty="" if entries else words.heading("no_contacts"),
        parts=parts,
    )


def _lead_key(entry: Entry) -> tuple[str, int]:
    return (entry.lead.name.casefold(), entry.lead.id)


class _Writer:
    """Writes the parts, for a board and in somebody's words."""

    def __init__(self, board: Board, words: Words) -> None:
        self._board = board
        self._words = words

    def of_lead(self, entries: Sequence[Entry]) -> Part:
        """The tables and the totals of one lead."""
        title = entries[0].lead.name or self._words.heading("no_name")
        return Part(title, (self._quotes(entries), self._contacts(entries)), self.totals(entries))

    def totals(
        self, entries: Sequence[Entry], *, of_all: bool = False
    ) -> list[tuple[Heading, str]]:
        """Follow-ups, replies, minutes, and the sums of the quotes that they were about."""
        kinds = [entry.contact.kind for entry in entries]
        quotes = _quotes(entries)
        money = sums(quotes)
        every: tuple[tuple[Heading, str], ...] = (
            ("leads", str(len({entry.lead.id for entry in entries}))),
            ("quotes", str(len(quotes))),
        )
        numbers: tuple[tuple[Heading, str], ...] = (
            *(every if of_all else ()),
            ("follow_ups", str(kinds.count(Kind.FOLLOW_UP))),
            ("replies", str(kinds.count(Kind.REPLY))),
            ("minutes", str(sum(entry.contact.minutes or 0 for entry in entries))),
            ("amount", " + ".join(self._words.amount(*each) for each in money)),
        )
        return [(code, number) for code, number in numbers if number]

    def referrals(self, chosen: Selection) -> Iterator[Part]:
        """The chosen quotes that were passed on, by colleague; nothing where there are none."""
        snapshot = self._board.snapshot
        passed_on = referrals(
            quote for quote in snapshot.quotes.values() if chosen.has_quote(quote)
        )
        rows = [
            (
                colleague,
                quote.ref,
                snapshot.lead_of(quote).name,
                quote.title,
                self._words.amount(quote.amount, quote.currency),
                self._day(quote.outcome.on if quote.outcome else None),
            )
            for colleague, quotes in passed_on.items()
            for quote in quotes
        ]
        if rows:
            columns: Sequence[Heading] = ("referred_to", "ref", "lead", "title", "amount", "day")
            yield Part(self._words.heading("referrals"), [Table(columns, rows)])

    def _quotes(self, entries: Sequence[Entry]) -> Table:
        rows = [
            (
                quote.ref,
                quote.title,
                self._words.amount(quote.amount, quote.currency),
                self._day(self._board.rulebook.valid_until(quote)),
                self._words.label(quote.status),
            )
            for quote in _quotes(entries)
        ]
        return Table(("ref", "title", "amount", "valid_until", "status"), rows)

    def _contacts(self, entries: Sequence[Entry]) -> Table:
        columns: tuple[Heading, ...] = (
            *("day", "ref", "kind", "channel", "outcome", "minutes", "count", "note"),
        )
        return Table(columns, [self._contact(entry) for entry in entries])

    def _contact(self, entry: Entry) -> tuple[str, ...]:
        contact, words = entry.contact, self._words
        clock = f" {contact.time:%H:%M}" if contact.time else ""
        return (
            words.day(contact.on) + clock,
            entry.quote.ref if entry.quote else "",
            words.label(contact.kind),
            words.label(contact.channel),
            words.label(contact.outcome) if contact.outcome else "",
            "" if contact.minutes is None else str(contact.minutes),
            f"{entry.tally.count}/{entry.tally.limit}",
            contact.note,
        )

    def _day(self, day: date | None) -> str:
        return self._words.day(day) if day else ""


def _quotes(entries: Sequence[Entry]) -> list[Quote]:
    """The quotes that the contacts were about, each once, in the order of their first contact."""
    quotes = {entry.quote.id: entry.quote for entry in entries if entry.quote}
    return list(quotes.values())
