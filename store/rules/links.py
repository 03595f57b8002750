"""Which quotes name others that they resemble (PRACTICES G11): enough to show it on both."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from store.records.glances import heads
from store.records.ids import Id
from store.records.snapshot import Snapshot


class Link(NamedTuple):
    """A quote that names others, by their refs."""

    id: int
    lead_id: int
    ref: str
    similar_to: tuple[str, ...]


class _LinkHead(msgspec.Struct, frozen=True, gc=False):
    lead_id: Id
    ref: str = ""
    similar_to: tuple[str, ...] = ()


def links(snapshot: Snapshot) -> Iterator[Link]:
    """All quotes that name others."""
    for number, head in heads(snapshot.quotes, _LinkHead):
        if head.similar_to:
            yield Link(number, head.lead_id, head.ref, head.similar_to)


def links_of(snapshot: Snapshot, leads: Iterable[int]) -> Iterator[Link]:
    """Those of these leads; a lead that is gone has none."""
    for lead_id in leads:
        dossier = snapshot.dossiers.get(lead_id)
        for quote in dossier.quotes if dossier else ():
            if quote.similar_to:
                yield Link(quote.id, lead_id, quote.ref, quote.similar_to)
