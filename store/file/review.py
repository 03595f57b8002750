"""What nobody has looked at yet: values that a merge lost, doubles found in the file.

They are entries of the history, which `remarks` writes; here they are listed and marked as seen.
"""

from collections.abc import Container, Iterable
from datetime import date

import msgspec

from store.file.codec import fields_of, row_of
from store.file.history import HISTORY, REMARKS, Change, read_rows
from store.file.remarks import value_text
from store.file.repository import Repository
from store.file.tables import Row, Tables

_SEEN = "seen"
_CODES = tuple(code.encode() for code in REMARKS)


class Remark(msgspec.Struct, frozen=True):
    """What such an entry says of a field: the value that is kept, the lost one, who wrote that.

    `kept` and `lost` are text, or JSON where the value is none; of a double, `kept` is the name or
    id under which the second one is kept, and nothing is lost.
    """

    id: int
    code: str
    table: str
    record_id: int
    subject: str
    field: str
    kept: str
    lost: str
    machine: str


def remark_of(change: Change) -> Remark:
    """What the entry says, with both values in full where the history has them."""
    facts = {name: "" if fact is None else str(fact) for name, fact in change.facts.items()}
    touched = next(iter(change.records), None)
    field = facts.get("field", "")
    kept, lost = facts.get("kept", ""), facts.get("lost", "")
    if touched is not None and field in touched.before and field in touched.after:
        kept, lost = value_text(touched.after[field]), value_text(touched.before[field])
    return Remark(
        id=change.id,
        code=change.code,
        table=touched.table if touched else facts.get("table", ""),
        record_id=touched.id if touched else 0,
        subject=change.subject,
        field=field,
        kept=kept,
        lost=lost,
        machine=facts.get("machine", ""),
    )


def unreviewed(changes: Iterable[Change]) -> list[Change]:
    """The entries that nobody has marked as seen yet, in the order given."""
    return [change for change in changes if not change.is_change and not change.facts.get(_SEEN)]


def unreviewed_in(tables: Tables) -> list[Change]:
    """The same of tables, oldest first; rows that tell of an ordinary change are not decoded.

    A row that cannot be read is none; `doctor` tells of it.
    """
    rows = tables.get(HISTORY, {})
    told = {key: row for key, row in rows.items() if any(code in bytes(row) for code in _CODES)}
    return unreviewed(read_rows(told).changes)


def seen(tables: Tables, ids: Container[object]) -> Tables:
    """The tables in which those entries of the history are marked as seen."""
    rows = tables.get(HISTORY, {})
    marked = {key: _marked(row) if int(key) in ids else row for key, row in rows.items()}
    return {**tables, HISTORY: marked} if rows else tables


def mark_seen(repository: Repository, ids: Container[object], day: date) -> None:
    """Marks those entries of the file as seen; raises `FileTrouble`."""
    repository.rewrite(lambda tables: seen(tables, ids), day)


def _marked(row: Row) -> Row:
    fields = fields_of(row)
    facts = fields_of(fields["facts"]) | {_SEEN: msgspec.Raw(b"true")}
    return row_of(fields | {"facts": msgspec.Raw(row_of(facts))})
