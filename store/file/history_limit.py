"""Which entries of the history are kept: the 500 newest changes, and what nobody has seen yet.

A remark that was seen goes as a change does, but takes no change's place. A row that is no entry
stays, for `doctor` to show.
"""

from collections.abc import Mapping
from contextlib import suppress

import msgspec

from store.file.history import REMARKS
from store.file.tables import Row
from store.records.ids import Id

KEPT = 500
"""How many changes the history keeps, and as many remarks that were seen."""


def newest(rows: Mapping[str, Row]) -> dict[str, Row]:
    """The entries without those that are past the limit; a merge of two sides gives the same."""
    if len(rows) <= KEPT:
        return dict(rows)
    changes, seen = list[_Age](), list[_Age]()
    decoder = msgspec.json.Decoder(_Entry)
    for key, row in rows.items():
        with suppress(msgspec.MsgspecError):
            entry = decoder.decode(row)
            if entry.code not in REMARKS:
                changes.append((entry.seq, int(key)))
            elif entry.facts.seen:
                seen.append((entry.seq, int(key)))
    gone = {str(key) for ages in (changes, seen) for _, key in sorted(ages)[:-KEPT]}
    return {key: row for key, row in rows.items() if key not in gone}


_Age = tuple[int, int]
"""Number of recording and id of an entry: the larger is the newer."""


class _Facts(msgspec.Struct, frozen=True):
    seen: object = None


class _Entry(msgspec.Struct, frozen=True):
    seq: Id
    code: str = ""
    facts: _Facts = _Facts()
