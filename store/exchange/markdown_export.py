"""The follow-up log as Markdown for people to read: a part for every lead, and totals."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Literal, Protocol, Unpack

from store.exchange.log import Entry, log_entries
from store.exchange.markdown_text import heading, literal, table
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
]
"""What the export asks a word for: `log` is its title, `no_contacts` says that it is empty,
`no_name` stands for a lead without one, the others head columns and totals."""


class Words(Protocol):
    """The export's words, in a person's language."""

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


def markdown_text(board: Board, words: Words, **filters: Unpack[Filters]) -> str:
    """The log with a heading for every lead that has contacts, in alphabetical order.

    Each has its quotes, its contacts (oldest first) and its totals; those of all stand after
    them, then what was passed on to colleagues (PRACTICES H4).
    No text of a record can start markup, a table's cell or HTML.
    """
    page = _Page(board, words)
    entries = sorted(log_entries(board, **filters), key=_lead_key)
    parts = [heading(1, words.heading("log"))]
    if not entries:
        parts.append(f"{literal(words.heading('no_contacts'))}\n")
        return "\n".join([*parts, *page.referrals(Selection(board, **filters))])
    for _, of_lead in groupby(entries, key=_lead_key):
        parts += page.of_lead(list(of_lead))
    parts += [heading(2, words.heading("totals")), page.totals(entries)]
    parts += page.referrals(Selection(board, **filters))
    return "\n".join(parts)


def _lead_key(entry: Entry) -> tuple[str, int]:
    return (entry.lead.name.casefold(), entry.lead.id)


class _Page:
    """The parts of the page, for a board and in somebody's words."""

    def __init__(self, board: Board, words: Words) -> None:
        self._board = board
        self._words = words

    def of_lead(self, entries: Sequence[Entry]) -> Iterator[str]:
        """The heading, the tables and the totals of one lead."""
        yield heading(2, entries[0].lead.name or self._words.heading("no_name"))
        yield self._quotes(_quotes(entries))
        yield self._contacts(entries)
        yield self.totals(entries)

    def totals(self, entries: Sequence[Entry]) -> str:
        """Follow-ups, replies, minutes, and the sums of the quotes that they were about."""
        kinds = [entry.contact.kind for entry in entries]
        money = sums(_quotes(entries))
        numbers: tuple[tuple[Heading, str], ...] = (
            ("follow_ups", str(kinds.count(Kind.FOLLOW_UP))),
            ("replies", str(kinds.count(Kind.REPLY))),
            ("minutes", str(sum(entry.contact.minutes or 0 for entry in entries))),
            ("amount", " + ".join(self._words.amount(*each) for each in money)),
        )
        named = (
            f"{literal(self._words.heading(code))} {literal(it)}" for code, it in numbers if it
        )
        return f"**{' · '.join(named)}**\n"

    def referrals(self, chosen: Selection) -> Iterator[str]:
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
            yield heading(2, self._words.heading("referrals"))
            yield self._table(("referred_to", "ref", "lead", "title", "amount", "day"), rows)

    def _quotes(self, quotes: Sequence[Quote]) -> str:
        rows = [
            (
                quote.ref,
                quote.title,
                self._words.amount(quote.amount, quote.currency),
                self._day(self._board.rulebook.valid_until(quote)),
                self._words.label(quote.status),
            )
            for quote in quotes
        ]
        return self._table(("ref", "title", "amount", "valid_until", "status"), rows)

    def _contacts(self, entries: Sequence[Entry]) -> str:
        columns: tuple[Heading, ...] = (
            "day",
            "ref",
            "kind",
            "channel",
            "outcome",
            "minutes",
            "count",
            "note",
        )
        return self._table(columns, [self._contact(entry) for entry in entries])

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

    def _table(self, columns: Sequence[Heading], rows: Sequence[Sequence[str]]) -> str:
        return table(map(self._words.heading, columns), rows)

    def _day(self, day: date | None) -> str:
        return self._words.day(day) if day else ""


def _quotes(entries: Sequence[Entry]) -> list[Quote]:
    """The quotes that the contacts were about, each once, in the order of their first contact."""
    quotes = {entry.quote.id: entry.quote for entry in entries if entry.quote}
    return list(quotes.values())
