"""Refs: the names of quotes that people type, `D26-014` unless they give their own."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from itertools import count

from msgspec.structs import replace

from store.errors import InvalidValue
from store.records.glances import texts
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.text import fold


def next_ref(snapshot: Snapshot, today: date) -> str:
    """The next free ref of today's year: two digits of the year and a running number."""
    return next(free_refs(snapshot, today))


def free_refs(snapshot: Snapshot, today: date, taken: Collection[str] = ()) -> Iterator[str]:
    """The free refs of today's year, one after another, without those `taken`, which are folded."""
    pattern = re.compile(rf"D{today:%y}-(\d{{1,9}})", re.ASCII | re.IGNORECASE)
    used = {fold(ref) for _, ref in texts(snapshot.quotes, "ref")}.union(taken)
    matches = (pattern.fullmatch(ref) for ref in used)
    highest = max((int(match[1]) for match in matches if match), default=0)
    refs = (f"D{today:%y}-{number:03d}" for number in count(highest + 1))
    return (ref for ref in refs if fold(ref) not in used)


def free_ref(snapshot: Snapshot, ref: str, quote_id: int) -> str:
    """`ref` where no quote but `quote_id` has it; raises `InvalidValue`."""
    if any(quote.id != quote_id for quote in snapshot.quotes_with_ref(ref)):
        raise InvalidValue("ref", ref, "ref_taken")
    return ref


def still_linked(snapshot: Snapshot, quote: Quote, ref: str) -> Iterator[Quote]:
    """The other quotes that resemble the `quote`, naming it by its new ref (PRACTICES G11)."""
    old = fold(quote.ref)
    for other in snapshot.quotes.values():
        if other.id != quote.id and old in map(fold, other.similar_to):
            refs = tuple(ref if fold(each) == old else each for each in other.similar_to)
            yield replace(other, similar_to=refs)
