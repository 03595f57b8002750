"""Which records belong together: enough to find a lead's records before any of them is read."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from store.records.words import Status

if TYPE_CHECKING:
    from store.records.dossier import Dossier


class LeadHead(Protocol):
    """What is looked at of a lead."""

    @property
    def recontact_on(self) -> date | None: ...


class EndHead(Protocol):
    """What is looked at of the end of a quote."""

    @property
    def on(self) -> date | None: ...


class QuoteHead(Protocol):
    """What is looked at of a quote."""

    @property
    def lead_id(self) -> int: ...
    @property
    def status(self) -> Status: ...
    @property
    def outcome(self) -> EndHead | None: ...


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

    def without(self, leads: AbstractSet[int]) -> "Outline":
        """The outline of all other leads."""
        return Outline(
            {key: ids for key, ids in self.quotes.items() if key not in leads},
            {key: ids for key, ids in self.contacts.items() if key not in leads},
            {key: day for key, day in self.closed_on.items() if key not in leads},
            self.resting - leads,
        )

    def joined(self, other: "Outline") -> "Outline":
        """Both, where they have no lead in common."""
        return Outline(
            {**self.quotes, **other.quotes},
            {**self.contacts, **other.contacts},
            {**self.closed_on, **other.closed_on},
            self.resting | other.resting,
        )


def outline_of(
    leads: Iterable[tuple[int, LeadHead]],
    quotes: Iterable[tuple[int, QuoteHead]],
    contacts: Iterable[tuple[int, ContactHead]],
) -> Outline:
    """The outline of records by id; a record whose lead is missing brings that lead's id."""
    quotes_of: dict[int, list[int]] = {}
    contacts_of: dict[int, list[int]] = {}
    closed_on: dict[int, date] = {}
    resting = set()
    for lead_id, lead in leads:
        quotes_of[lead_id] = []
        if lead.recontact_on is not None:
            resting.add(lead_id)
    for quote_id, quote in quotes:
        quotes_of.setdefault(quote.lead_id, []).append(quote_id)
        closed = _closed_on(quote)
        closed_on[quote.lead_id] = max(closed, closed_on.get(quote.lead_id, closed))
    for contact_id, contact in contacts:
        quotes_of.setdefault(contact.lead_id, [])
        contacts_of.setdefault(contact.lead_id, []).append(contact_id)
    return Outline(quotes_of, contacts_of, closed_on, resting)


def outline_of_dossiers(dossiers: Mapping[int, "Dossier"]) -> Outline:
    """The outline of dossiers by lead id, which have their contacts themselves."""
    quotes_of: dict[int, list[int]] = {}
    closed_on: dict[int, date] = {}
    resting = set()
    for lead_id, dossier in dossiers.items():
        quotes_of[lead_id] = [quote.id for quote in dossier.quotes]
        if dossier.quotes:
            closed_on[lead_id] = max([_closed_on(quote) for quote in dossier.quotes])
        if dossier.lead.recontact_on is not None:
            resting.add(lead_id)
    return Outline(quotes_of, {}, closed_on, resting)


def _closed_on(quote: QuoteHead) -> date:
    if quote.status.is_open:
        return date.max
    return (quote.outcome.on if quote.outcome else None) or date.min
