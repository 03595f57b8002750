"""Everything that went out or came in, over all leads: contacts with what they belong to."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

import msgspec

from store.records.follow_up import FollowUp
from store.records.glances import glance, heads
from store.records.ids import Id
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.text import fold
from store.rules.find import Named, NameHead
from store.rules.ordered import Entry


class ContactRow(msgspec.Struct, frozen=True, eq=False):
    """A contact with its lead, its quote where there is one, and the day it is seen on."""

    contact: FollowUp
    lead: Lead
    quote: Quote | None
    today: date


class Titled(Protocol):
    """What a quote is called."""

    @property
    def ref(self) -> str: ...
    @property
    def title(self) -> str: ...


class ContactGlance(Protocol):
    """A contact as far as finding and sorting look at it."""

    @property
    def contact(self) -> FollowUp: ...
    @property
    def lead(self) -> Named: ...
    @property
    def quote(self) -> Titled | None: ...


class Journal:
    """The kind of list of all contacts, the latest first."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self._snapshot = snapshot
        self._today = today

    def entries(self) -> Iterator[Entry]:
        """Every contact, by when it happened."""
        for number, head in heads(self._snapshot.follow_ups, _ContactHead):
            yield Entry(latest_first(head), number, head.lead_id)

    def entries_of(self, lead_id: int) -> Iterator[Entry]:
        """The contacts of that lead."""
        dossier = self._snapshot.dossiers.get(lead_id)
        for contact in dossier.contacts if dossier else ():
            yield Entry(latest_first(contact), contact.id, lead_id)

    def key(self, number: int) -> tuple[int, int, int]:
        """When the contact happened."""
        return latest_first(glance(self._snapshot.follow_ups, number))

    def row(self, number: int) -> ContactRow:
        """The contact with its lead and its quote."""
        contact = self._snapshot.follow_ups[number]
        lead = self._snapshot.leads.get(contact.lead_id) or Lead(id=contact.lead_id, name="")
        return ContactRow(contact, lead, self._snapshot.quotes.get(contact.quote_id), self._today)

    def glances(self, numbers: Sequence[int]) -> Iterable[ContactGlance]:
        """The contacts with the names of what they belong to."""
        names = dict(heads(self._snapshot.leads, NameHead))
        titles = dict(heads(self._snapshot.quotes, _TitleHead))
        for number in numbers:
            contact = glance(self._snapshot.follow_ups, number)
            lead = names.get(contact.lead_id) or NameHead()
            yield _Glance(contact, lead, titles.get(contact.quote_id))


class _Glance(NamedTuple):
    contact: FollowUp
    lead: Named
    quote: Titled | None


class _ContactHead(msgspec.Struct, frozen=True, gc=False):
    lead_id: Id
    on: date | None = None
    time: datetime.time | None = None
    seq: Id = 0


class _TitleHead(msgspec.Struct, frozen=True, gc=False):
    ref: str = ""
    title: str = ""


class _Dated(Protocol):
    @property
    def on(self) -> date | None: ...
    @property
    def time(self) -> datetime.time | None: ...
    @property
    def seq(self) -> int: ...


def text_of_contact(row: ContactGlance) -> str:
    """What a contact is found by: its lead's name, its quote's title and ref, its note, folded."""
    quote = f"{row.quote.title}\n{row.quote.ref}" if row.quote else ""
    return fold(f"{row.lead.name}\n{quote}\n{row.contact.note}")


def moment(contact: _Dated) -> tuple[int, int, int]:
    """Sorts contacts: unknown days first, on one day those without a time first."""
    on, at = contact.on or date.min, contact.time
    seconds = -1 if at is None else (at.hour * 60 + at.minute) * 60 + at.second
    return (on.toordinal(), seconds, contact.seq)


def latest_first(contact: _Dated) -> tuple[int, int, int]:
    """Sorts contacts the other way round."""
    day, seconds, seq = moment(contact)
    return (-day, -seconds, -seq)
