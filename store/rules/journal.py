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

    @property
    def found_by(self) -> str:
        """What finding looks through."""
        return f"{_folded(self.lead, self.quote)}\n{fold(self.contact.note)}"


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
    @property
    def found_by(self) -> str: ...


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
        folded = dict[tuple[int, int], str]()
        for number in numbers:
            contact = glance(self._snapshot.follow_ups, number)
            lead = names.get(contact.lead_id) or NameHead()
            yield _Glance(contact, lead, titles.get(contact.quote_id), folded)


class _Glance(NamedTuple):
    contact: FollowUp
    lead: Named
    quote: Titled | None
    folded: dict[tuple[int, int], str]
    """What the contacts of a quote have in common, folded once."""

    @property
    def found_by(self) -> str:
        """What finding looks through."""
        about = (self.contact.lead_id, self.contact.quote_id)
        common = self.folded.get(about)
        if common is None:
            common = self.folded[about] = _folded(self.lead, self.quote)
        return f"{common}\n{fold(self.contact.note)}"


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


def _folded(lead: Named, quote: Titled | None) -> str:
    """The lead's name and the quote's title and ref."""
    return fold(f"{lead.name}\n{quote.title}\n{quote.ref}" if quote else lead.name)


def moment(contact: _Dated) -> tuple[int, int, int]:
    """Sorts contacts: unknown days first, on one day those without a time first."""
    on, at = contact.on or date.min, contact.time
    seconds = -1 if at is None else (at.hour * 60 + at.minute) * 60 + at.second
    return (on.toordinal(), seconds, contact.seq)


def latest_first(contact: _Dated) -> tuple[int, int, int]:
    """Sorts contacts the other way round."""
    day, seconds, seq = moment(contact)
    return (-day, -seconds, -seq)
