"""What a raw row is called by people: the quote's ref, the lead's name."""

import msgspec

from store.file.tables import Tables


class _Named(msgspec.Struct, frozen=True):
    ref: str = ""
    name: str = ""
    platform: str = ""
    quote_id: int = 0
    lead_id: int | None = 0


def subject_of(tables: Tables, table: str, number: int) -> str:
    """The ref of the quote that the row is or belongs to, else its lead's name or its platform,
    else table and id.

    A row that cannot be read is called by its place.
    """
    named = _named(tables, table, number)
    quote = _named(tables, "quotes", named.quote_id)
    lead = _named(tables, "leads", named.lead_id or quote.lead_id or 0)
    called = named.ref or named.name or quote.ref or lead.name or named.platform
    return called or f"{table} {number}"


def _named(tables: Tables, table: str, number: int) -> _Named:
    row = tables.get(table, {}).get(str(number), b"{}")
    try:
        return msgspec.json.decode(row, type=_Named)
    except msgspec.ValidationError:
        return _Named()
