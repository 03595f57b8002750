"""What nobody has looked at yet: values that a merge lost, doubles found in the file.

They are entries of the history, which `remarks` writes; here they are listed and marked as seen.
"""

from collections.abc import Callable, Container, Iterable
from datetime import date

import msgspec

from store.file.codec import Fields, fields_of, row_of
from store.file.history import HISTORY, REMARKS, Change, read_rows
from store.file.remarks import value_text
from store.file.repository import Repository
from store.file.tables import Row, Tables
from store.records.snapshot import Snapshot

_SEEN = "seen"
_CODES = tuple(code.encode() for code in REMARKS)


class Remark(msgspec.Struct, frozen=True):
    """What such an entry says of a field: the value that is kept, the lost one, who wrote that.

    `kept` and `lost` are text, or JSON where the value is none; of a double, `kept` is the name or
    id under which the second one is kept, and nothing is lost. `currency` is that of the quote,
    empty for another record.
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
    currency: str = ""


def remark_of(change: Change, snapshot: Snapshot) -> Remark:
    """What the entry says, with both values in full where the history has them."""
    facts = {name: "" if fact is None else str(fact) for name, fact in change.facts.items()}
    touched = next(iter(change.records), None)
    field = facts.get("field", "")
    kept, lost = facts.get("kept", ""), facts.get("lost", "")
    if touched is not None and field in touched.before and field in touched.after:
        kept, lost = value_text(touched.after[field]), value_text(touched.before[field])
    quote = snapshot.quotes.get(touched.id) if touched and touched.table == "quotes" else None
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
        currency=quote.currency if quote else "",
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
    return _with_each(tables, ids, _marked)


def mark_seen(repository: Repository, ids: Container[object], day: date) -> None:
    """Marks those entries of the file as seen; raises `FileTrouble`."""
    repository.rewrite(lambda tables: seen(tables, ids), day)


def mark_unseen(repository: Repository, ids: Container[object], day: date) -> None:
    """Takes that mark away, so that they are listed again; raises `FileTrouble`."""
    repository.rewrite(lambda tables: _with_each(tables, ids, _unmarked), day)


def _with_each(
    tables: Tables, ids: Container[object], change: Callable[[Fields], Fields]
) -> Tables:
    """The tables in which the facts of those entries of the history are changed."""
    rows = tables.get(HISTORY, {})
    marked = {key: _with(row, change) if int(key) in ids else row for key, row in rows.items()}
    return {**tables, HISTORY: marked} if rows else tables


def _with(row: Row, change: Callable[[Fields], Fields]) -> Row:
    fields = fields_of(row)
    facts = change(fields_of(fields["facts"]))
    return row_of(fields | {"facts": msgspec.Raw(row_of(facts))})


def _marked(facts: Fields) -> Fields:
    return facts | {_SEEN: msgspec.Raw(b"true")}


def _unmarked(facts: Fields) -> Fields:
    return {name: fact for name, fact in facts.items() if name != _SEEN}
