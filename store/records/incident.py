"""What happened between us and a platform: a ban for contact, a complaint (PRACTICES F2)."""

from datetime import date

import msgspec

from store.records.day import checked_day
from store.records.ids import Id
from store.records.practice_words import IncidentKind
from store.records.stamp import Stamp


class Incident(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One incident. A complaint is kept with the lead that it was about, where that is known."""

    id: Id = 0
    platform: str
    on: date
    kind: IncidentKind = IncidentKind.CONTACT
    lead_id: Id | None = None
    note: str = ""
    changed: Stamp = Stamp()
    seq: Id = 0

    def __post_init__(self) -> None:
        """Refuses with `ValueError` a day outside the bounds."""
        checked_day(self.on)
