"""A lead: who would pay, a person or an organisation, and the people we know there."""

from datetime import date

import msgspec

from store.records.day import checked_day
from store.records.ids import Id
from store.records.lead_practice import LeadPractice
from store.records.stamp import Stamp


class Person(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Somebody at the lead; `left_on` is the day since which they are not there any more."""

    name: str
    email: str = ""
    phone: str = ""
    left_on: date | None = None

    def __post_init__(self) -> None:
        """Refuses with `ValueError` a day outside the bounds."""
        checked_day(self.left_on)


class Lead(LeadPractice, frozen=True, kw_only=True, gc=False):
    """Who would pay. `regular` leads have earned calls (PRACTICES E5)."""

    id: Id = 0
    name: str
    contacts: tuple[Person, ...] = ()
    sector: str = ""
    platform: str = ""
    regular: bool = False
    source: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    flags: tuple[str, ...] = ()
    changed: Stamp = Stamp()
    seq: Id = 0

    def __post_init__(self) -> None:
        """Refuses with `ValueError` a day outside the bounds."""
        checked_day(self.recontact_on)
