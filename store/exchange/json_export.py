"""The records as JSON, so that they can be read again: everything but private reasons."""

from collections.abc import Iterable
from typing import Unpack

import msgspec

from store.exchange.selection import Filters, Selection
from store.records.edit import Record
from store.records.quote_practice import is_private
from store.records.written_fields import encoded
from store.rules.board import Board

FORMAT = 1
"""The version of the format; it goes up when older readers would misunderstand."""


def json_text(board: Board, **filters: Unpack[Filters]) -> str:
    """The chosen quotes, their leads, and their contacts; one record a line, for `git diff`.

    Incidents with platforms stand with them where there are any. The days in `filters` bound
    contacts and incidents alone. Without filters everything is there, also
    leads without a quote and contacts after the board's day.
    """
    chosen, snapshot = Selection(board, **filters), board.snapshot
    contacts = snapshot.follow_ups.values()
    tables: tuple[str, ...] = (
        _table("leads", [lead for lead in snapshot.leads.values() if chosen.has_lead(lead)]),
        _table("quotes", [quote for quote in snapshot.quotes.values() if chosen.has_quote(quote)]),
        _table("follow_ups", [each for each in contacts if chosen.has_contact(each)]),
    )
    incidents = [each for each in snapshot.incidents.values() if chosen.has_incident(each)]
    if incidents:
        tables = (*tables, _table("incidents", incidents))
    return "{\n" + ",\n".join((f'"relance": {FORMAT}', *tables)) + "\n}\n"


def _table(name: str, records: Iterable[Record]) -> str:
    lines = ",\n".join(_line(record) for record in records)
    return f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []'


def _line(record: Record) -> str:
    fields = {name: raw for name, raw in encoded(record).items() if not is_private(name)}
    return msgspec.json.encode(fields).decode()
