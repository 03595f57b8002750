"""A record that stays keeps what it belongs to: its quote and its lead come back with it.

Otherwise a follow-up logged on one machine would lose the quote that the other deleted.
"""

from collections.abc import Iterator

import msgspec

from store.file.tables import Row, Tables

_BELONGS = (
    ("follow_ups", (("quote_id", "quotes"), ("lead_id", "leads"))),
    ("quotes", (("lead_id", "leads"),)),
    ("incidents", (("lead_id", "leads"),)),
)
"""Tables with the fields that name a row of another, those first that bring others back."""


class _Links(msgspec.Struct, frozen=True):
    lead_id: int | None = None
    quote_id: int | None = None


def keep_references(tables: dict[str, dict[str, Row]], ours: Tables, theirs: Tables) -> None:
    """Puts rows that others name back into `tables`, where a side still has them."""
    for table, links in _BELONGS:
        for named in [*_links(tables.get(table, {}))]:
            for field, parent in links:
                key = str(getattr(named, field))
                row = ours.get(parent, {}).get(key) or theirs.get(parent, {}).get(key)
                if row is not None and key not in tables.get(parent, {}):
                    tables.setdefault(parent, {})[key] = row


def _links(rows: dict[str, Row]) -> Iterator[_Links]:
    for row in rows.values():
        try:
            yield msgspec.json.decode(row, type=_Links)
        except msgspec.ValidationError:
            continue
