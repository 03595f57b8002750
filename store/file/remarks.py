"""What somebody should look at, told in the history: values that a merge lost, doubles in the file.

`review` lists these entries, and marks them as seen.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

import msgspec
from msgspec.structs import replace

from store.errors import SHOWN
from store.file.codec import fields_of, row_of
from store.file.given_id import given_id
from store.file.history import CONFLICT, HISTORY, Change, Touched
from store.file.history_limit import newest
from store.file.lost import Lost
from store.file.meta import META, OWN, read_meta
from store.file.row_value import seq
from store.file.subject import subject_of
from store.file.tables import Row, TableName, Tables
from store.records.day import FIRST_DAY


class _Dated(msgspec.Struct, frozen=True):
    on: date = FIRST_DAY


def with_conflicts(tables: Tables, lost: Sequence[Lost]) -> Tables:
    """The tables with every lost value in their history; what it tells already is not repeated."""
    return with_remarks(tables, [_conflict(tables, each) for each in lost])


def with_remarks(tables: Tables, remarks: Sequence[Change]) -> Tables:
    """The tables with the entries in their history, numbered and dated as its newest ones.

    They are of the day of the newest change, so that two machines write the same text.
    Raises `FileTrouble` where `_meta` is damaged.
    """
    rows = tables.get(HISTORY, {})
    new = [remark for remark in remarks if str(remark.id) not in rows]
    if not new:
        return tables
    last = max(read_meta(tables).seq, *map(seq, rows.values()), 0)
    day = max((_day(row) for row in rows.values()), default=FIRST_DAY)
    numbered = [replace(each, seq=last + 1 + n, on=day) for n, each in enumerate(new)]
    added = {str(change.id): msgspec.json.encode(change) for change in numbered}
    return _counted({**tables, HISTORY: newest({**rows, **added})}, last + len(new))


def remark(code: str, subject: str, identity: Sequence[object], **facts: str) -> Change:
    """An entry that tells something; what has the same identity has the same id."""
    return Change(
        id=int(given_id((), code, *identity)),
        seq=0,
        on=FIRST_DAY,
        time=None,
        machine="",
        code=code,
        subject=subject,
        facts=dict(facts),
        records=(),
    )


def _conflict(tables: Tables, lost: Lost) -> Change:
    values = (bytes(lost.kept).decode(), bytes(lost.lost).decode())
    identity = (lost.table, lost.id, lost.field, *values, *lost.lost_by)
    change = remark(
        CONFLICT,
        subject_of(tables, lost.table, lost.id),
        identity,
        field=lost.field,
        kept=_cut(value_text(lost.kept)),
        lost=_cut(value_text(lost.lost)),
        machine=lost.lost_by[1],
    )
    return replace(change, machine=lost.kept_by[1], records=_touched(lost))


def _touched(lost: Lost) -> tuple[Touched, ...]:
    """The record, with both values in full: going backward through it gives the lost one."""
    known: Mapping[str, TableName] = {name: name for name in get_args(TableName)}
    if lost.table not in known:
        return ()
    before, after = msgspec.Raw(bytes(lost.lost)), msgspec.Raw(bytes(lost.kept))
    return (
        Touched(
            table=known[lost.table],
            id=lost.id,
            how="updated",
            before={lost.field: before},
            after={lost.field: after},
        ),
    )


def value_text(value: Row) -> str:
    """A value for a sentence: text as it is, anything else as JSON."""
    try:
        return msgspec.json.decode(value, type=str)
    except msgspec.MsgspecError:
        return bytes(value).decode()


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _day(row: Row) -> date:
    try:
        return msgspec.json.decode(row, type=_Dated).on
    except msgspec.ValidationError:
        return FIRST_DAY


def _counted(tables: Tables, last: int) -> Tables:
    """The tables whose last number of recording is that one, where they count at all."""
    rows = tables.get(META)
    if not rows or OWN not in rows:
        return tables
    own = fields_of(rows[OWN]) | {"seq": msgspec.Raw(b"%d" % last)}
    return {**tables, META: {**rows, OWN: row_of(own)}}
