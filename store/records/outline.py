"""Which records belong together: enough to find a lead's records before any of them is read."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from store.records.words import Status

if TYPE_CHECKING:
    from store.records.dossier import Dossier

Fact = TypeVar("Fact")


class LeadHead(Protocol):
    """What is looked at of a lead."""

    @property
    def recontact_on(self) -> date | None: ...


class EndHead(Protocol):
    """What is looked at of the end of a quote."""

    @property
    def on(self) -> date | None: ...


class Ending(Protocol):
    """What is looked at of a quote to see whether it is closed."""

    @property
    def status(self) -> Status: ...
    @property
    def outcome(self) -> EndHead | None: ...


class QuoteHead(Ending, Protocol):
    """What is looked at of a quote."""

    @property
    def lead_id(self) -> int: ...


class ContactHead(Protocol):
    """What is looked at of a contact."""

    @property
    def lead_id(self) -> int: ...


class Outline(NamedTuple):
    """By lead id: the ids of its quotes (empty where it has none) and of its contacts.

    `closed_on` is the day on which the last of its quotes was closed, the last day there is where
    one is open, and missing where there is none. `resting` have a day to be taken up again.
    """

    quotes: Mapping[int, Sequence[int]]
    contacts: Mapping[int, Sequence[int]]
    closed_on: Mapping[int, date]
    resting: AbstractSet[int]

    def is_open_on(self, lead_id: int, day: date) -> bool:
        """Whether the lead has an open quote on that day, which it may have closed later."""
        return self.closed_on.get(lead_id, date.min) > day

    def redone(self, leads: AbstractSet[int], of_them: "Outline") -> "Outline":
        """The outline in which `of_them` stands for these leads; the others are not looked at."""
        return Outline(
            _redone(self.quotes, leads, of_them.quotes),
            _redone(self.contacts, leads, of_them.contacts),
            _redone(self.closed_on, leads, of_them.closed_on),
            self.resting - leads | of_them.resting,
        )


def _redone(
    known: Mapping[int, Fact], leads: AbstractSet[int], of_them: Mapping[int, Fact]
) -> Mapping[int, Fact]:
    """A copy, which costs next to nothing where no entry has to be chosen."""
    redone = dict(known)
    for lead_id in leads - of_them.keys():
        redone.pop(lead_id, None)
    redone.update(of_them)
    return redone


def outline_of(
    leads: Iterable[tuple[int, LeadHead]],
    quotes: Iterable[tuple[int, QuoteHead]],
    contacts: Iterable[tuple[int, ContactHead]],
) -> Outline:
    """The outline of records by id; a record whose lead is missing brings that lead's id."""
    quotes_of: dict[int, list[int]] = {}
    contacts_of: dict[int, list[int]] = {}
    ends_on: dict[int, date] = {}
    resting = set()
    for lead_id, lead in leads:
        quotes_of[lead_id] = []
        if lead.recontact_on is not None:
            resting.add(lead_id)
    for quote_id, quote in quotes:
        quotes_of.setdefault(quote.lead_id, []).append(quote_id)
        closed = closed_on(quote)
        ends_on[quote.lead_id] = max(closed, ends_on.get(quote.lead_id, closed))
    for contact_id, contact in contacts:
        quotes_of.setdefault(contact.lead_id, [])
        contacts_of.setdefault(contact.lead_id, []).append(contact_id)
    return Outline(quotes_of, contacts_of, ends_on, resting)


def outline_of_dossiers(dossiers: Mapping[int, "Dossier"]) -> Outline:
    """The outline of dossiers by lead id, which have their contacts themselves."""
    quotes_of: dict[int, list[int]] = {}
    ends_on: dict[int, date] = {}
    resting = set()
    for lead_id, dossier in dossiers.items():
        quotes_of[lead_id] = [quote.id for quote in dossier.quotes]
        if dossier.quotes:
            ends_on[lead_id] = max([closed_on(quote) for quote in dossier.quotes])
        if dossier.lead.recontact_on is not None:
            resting.add(lead_id)
    return Outline(quotes_of, {}, ends_on, resting)


def closed_on(quote: Ending) -> date:
    """The day on which the quote was closed: the last there is where it is open."""
    if quote.status.is_open:
        return date.max
    return (quote.outcome.on if quote.outcome else None) or date.min
