"""A made-up tracker of any size: 15 % of the quotes pending, 2.5 contacts each."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from store.changes.command import Circumstances
from store.file.repository import Repository
from store.records.edit import Edit, Record
from store.records.follow_up import FollowUp
from store.records.ids import new_id
from store.records.lead import Lead, Person
from store.records.quote import Outcome, Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Channel, Kind, Status
from store.rules.rulebook import Rulebook

TODAY = date(2026, 3, 20)
"""The day on which the made-up tracker is looked at."""

_TITLES = ("Website redesign", "Annual report", "Leaflet", "Photo report", "Translation")
_CLOSED = (Status.WON, Status.LOST, Status.NO_RESPONSE, Status.DECLINED)


class Fill:
    """A command that puts records as they are."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        self._records = records

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts them."""
        return Edit("imported", "bench", puts=self._records)


def write_tracker(path: Path, quotes: int) -> None:
    """Writes a tracker of so many quotes; the same for the same number."""
    chance = random.Random(quotes)
    circumstances = Circumstances(TODAY, Rulebook.of(Settings()))
    Repository(path, "bench").commit(Fill(tuple(_records(quotes, chance))), circumstances)


def _records(count: int, chance: random.Random) -> Iterator[Record]:
    leads = [_lead(number, chance) for number in range(max(1, count * 2 // 5))]
    yield from leads
    for number in range(count):
        quote = _quote(number, chance.choice(leads), chance)
        yield quote
        for _ in range(chance.choice((1, 2, 3, 4)) if quote.status is not Status.DRAFT else 0):
            yield _contact(quote, chance)


def _lead(number: int, chance: random.Random) -> Lead:
    return Lead(
        id=new_id(()),
        name=f"Lead {number:05d} & Associés",
        contacts=(Person(name="Ana Roux", email="ana@x.example", phone="+33 6 12 34 56 78"),),
        sector=chance.choice(("public", "retail", "culture")),
        source=chance.choice(("word of mouth", "fair", "web")),
        tags=("print", "web"),
        notes="Prefers mornings. Pays in thirty days.",
    )


def _quote(number: int, lead: Lead, chance: random.Random) -> Quote:
    pending = chance.random() < 0.15
    age = chance.randrange(0, 40) if pending else chance.randrange(40, 3650)
    sent_on = TODAY - timedelta(days=age)
    status = Status.SENT if pending else chance.choice(_CLOSED)
    closed = Outcome(on=min(TODAY, sent_on + timedelta(days=20)), reason="price")
    return Quote(
        id=new_id(()),
        ref=f"B{sent_on:%y}-{number:06d}",
        lead_id=lead.id,
        title=f"{chance.choice(_TITLES)} {number}",
        amount=Decimal(chance.randrange(10_000, 2_000_000)) / 100,
        asked_on=sent_on - timedelta(days=2),
        sent_on=sent_on,
        validity_days=21,
        valid_until=sent_on + timedelta(days=21),
        status=status,
        cadence="standard",
        urgent=chance.random() < 0.1,
        notes="Two rounds of corrections included; travel apart.",
        outcome=None if pending else closed,
    )


def _contact(quote: Quote, chance: random.Random) -> FollowUp:
    assert quote.sent_on is not None
    kind = Kind.REPLY if chance.random() < 0.2 else Kind.FOLLOW_UP
    return FollowUp(
        id=new_id(()),
        lead_id=quote.lead_id,
        quote_id=quote.id,
        kind=kind,
        direction=kind.direction,
        on=min(TODAY, quote.sent_on + timedelta(days=chance.randrange(1, 15))),
        channel=chance.choice(tuple(Channel)),
        minutes=chance.randrange(5, 60),
        note="Asked whether the board has met.",
        answer_needed=False,
    )
