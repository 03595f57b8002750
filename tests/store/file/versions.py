"""Versions of a file that hypothesis makes up: few ids, few values, so that they meet often."""

import json
from typing import Any

from hypothesis import strategies as st

from store.file.tables import Row, Tables

Plain = dict[str, dict[str, dict[str, Any]]]
"""Tables as any reader of JSON has them."""

RECORDS = ("leads", "quotes", "follow_ups", "todo")
"""Tables that hold records, one of which we do not know."""

FIELDS = ("name", "notes", "colour")

stamps = st.builds(
    lambda revision, machine: {"revision": revision, "machine": machine},
    st.integers(0, 6),
    st.sampled_from(["here", "there"]),
)


@st.composite
def rows(draw: st.DrawFn, *, full: bool = False) -> dict[str, Any]:
    """A record: a few fields of text, a stamp and a number of recording."""
    values = st.sampled_from(["a", "b", "é", 1.50, None])
    names = FIELDS if full else draw(st.lists(st.sampled_from(FIELDS), unique=True))
    links = {} if full else draw(st.sampled_from([{}, {}, {"lead_id": 1}, {"quote_id": 2}]))
    fields = {name: draw(values) for name in names}
    return {**fields, **links, "changed": draw(stamps), "seq": draw(st.integers(0, 3))}


@st.composite
def versions(draw: st.DrawFn, *, full: bool = False) -> Plain:
    """Tables of records, tombstones and a history; `full` rows all have the same fields."""
    ids = st.sampled_from(["1", "2", "3"])
    found: Plain = {
        name: draw(st.dictionaries(ids, rows(full=full), max_size=2))
        for name in ((RECORDS[0], RECORDS[3]) if full else RECORDS)
    }
    found["history"] = draw(st.dictionaries(ids, changes(), max_size=2))
    found["_meta"] = draw(books())
    return found


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Any]:
    """An entry of the history that touched nothing."""
    return {
        "id": 1,
        "seq": draw(st.integers(1, 9)),
        "on": "2026-03-02",
        "time": None,
        "machine": "here",
        "code": "added",
        "subject": "D26-001",
        "facts": {},
        "undone": draw(st.sampled_from([0, 0, 9])),
        "records": [],
    }


@st.composite
def books(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """The file's own row and some tombstones."""
    own = {"schema": 1, "revision": draw(st.integers(0, 9)), "seq": draw(st.integers(0, 9))}
    stones = draw(
        st.lists(
            st.tuples(st.sampled_from(RECORDS[:3]), st.integers(1, 3), stamps),
            max_size=2,
            unique_by=lambda stone: stone[:2],
        )
    )
    graves = {
        str(100 * (RECORDS.index(table) + 1) + number): {
            "deleted": table,
            "id": number,
            "on": "2026-03-02",
            "changed": stamp,
        }
        for table, number, stamp in stones
    }
    return {"1": own} | graves


def tables_of(plain: Plain) -> Tables:
    """The tables as raw rows."""
    return {
        name: {key: _row(record) for key, record in table.items()} for name, table in plain.items()
    }


def _row(record: dict[str, Any]) -> Row:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def plain_of(tables: Tables) -> Plain:
    """The tables as any reader of JSON has them."""
    return {
        name: {key: json.loads(bytes(row)) for key, row in table.items()}
        for name, table in tables.items()
    }
