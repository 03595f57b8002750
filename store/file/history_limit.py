"""Which entries of the history are kept: the 500 newest changes, and what nobody has seen yet.

A remark that was seen goes as a change does, but takes no change's place. A row that is no entry
stays, for `doctor` to show.
"""

from collections.abc import Mapping
from enum import Enum, auto

import msgspec

from store.file.history import REMARKS
from store.file.row_value import seq
from store.file.tables import Row
from store.records.ids import Id

KEPT = 500
"""How many changes the history keeps, and as many remarks that were seen."""


def newest(rows: Mapping[str, Row]) -> dict[str, Row]:
    """The entries without those that are past the limit; a merge of two sides gives the same."""
    if len(rows) <= KEPT:
        return dict(rows)
    by_kind: dict[_Kind, list[str]] = {kind: [] for kind in _Kind}
    for key, row in rows.items():
        by_kind[_kind_of(row)].append(key)
    gone = {key for kind in _LIMITED for key in _past_limit(rows, by_kind[kind])}
    return {key: row for key, row in rows.items() if key not in gone}


class _Kind(Enum):
    CHANGE = auto()
    SEEN = auto()
    OTHER = auto()


_LIMITED = (_Kind.CHANGE, _Kind.SEEN)


class _Facts(msgspec.Struct, frozen=True):
    seen: object = None


class _Entry(msgspec.Struct, frozen=True):
    seq: Id
    code: str = ""
    facts: _Facts = _Facts()


def _kind_of(row: Row) -> _Kind:
    try:
        entry = msgspec.json.decode(row, type=_Entry)
    except msgspec.MsgspecError:
        return _Kind.OTHER
    if entry.code not in REMARKS:
        return _Kind.CHANGE
    return _Kind.SEEN if entry.facts.seen else _Kind.OTHER


def _past_limit(rows: Mapping[str, Row], keys: list[str]) -> list[str]:
    return sorted(keys, key=lambda key: (seq(rows[key]), int(key)))[:-KEPT]
