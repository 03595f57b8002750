"""Correcting, merging and deleting leads."""

from datetime import date

import msgspec
from msgspec.structs import replace

from store.changes.command import Circumstances, Insistent, the_lead
from store.changes.field_reading import Values
from store.errors import Facts, InvalidValue, NotFound, Refused
from store.records.edit import Edit, Record
from store.records.incident import Incident
from store.records.lead import Lead, Person
from store.records.lead_practice import LeadPractice
from store.records.practice_words import Flag
from store.records.quote_practice import HIGHEST_COUNT
from store.records.snapshot import Snapshot
from store.records.text import fold


class EditLead(msgspec.Struct, frozen=True, kw_only=True):
    """Correct fields of a lead, add people, and mark people as gone.

    `values` were read by `LEAD_FIELDS`; `left` holds names, `left_on` the day they went. With
    `put_back` they were on the lead before, and flags in words of one's own are no mistakes.
    """

    lead_id: int
    values: Values
    joined: tuple[Person, ...] = ()
    left: tuple[str, ...] = ()
    left_on: date | None = None
    put_back: bool = False

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the corrected lead.

        Raises `InvalidValue` for a name that another lead has, and for a flag that neither
        PRACTICES G5 knows nor the lead has already.
        """
        lead = the_lead(snapshot, self.lead_id)
        if "name" in self.values:
            _check_free(snapshot, str(self.values["name"]), lead)
        edited = replace(lead, **self.values)
        if not self.put_back:
            _check_flags(edited, known=(*Flag, *lead.flags))
        people = _without(edited, self.left, self.left_on or circumstances.today)
        edited = replace(edited, contacts=_with(people, self.joined))
        fields = (*self.values, *(("contacts",) if self.joined or self.left else ()))
        return Edit("edited_lead", edited.name, puts=(edited,), facts={"fields": fields})


class MergeLeads(msgspec.Struct, frozen=True, kw_only=True):
    """Two leads are one: the quotes, contacts and people of `lead_id` go to `into_id`."""

    lead_id: int
    into_id: int

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the moved records and deletes the emptied lead."""
        lead, into = the_lead(snapshot, self.lead_id), the_lead(snapshot, self.into_id)
        if lead.id == into.id:
            raise InvalidValue("lead", lead.name, "same_lead")
        dossier = snapshot.dossiers[lead.id]
        moved: list[Record] = [replace(quote, lead_id=into.id) for quote in dossier.quotes]
        moved += [replace(contact, lead_id=into.id) for contact in dossier.contacts]
        moved += [replace(each, lead_id=into.id) for each in _incidents(snapshot, lead)]
        facts: Facts = {"into": into.name, "quotes": len(dossier.quotes)}
        puts = (_united(lead, into), *moved)
        return Edit("merged_leads", lead.name, puts=puts, deletes=(lead,), facts=facts)


class DeleteLead(Insistent, frozen=True, kw_only=True):
    """Delete a lead; with its quotes and contacts only where `insist`. It can be undone."""

    lead_id: int

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Deletes the records; raises `Refused` where quotes would go with it."""
        lead = the_lead(snapshot, self.lead_id)
        dossier = snapshot.dossiers[lead.id]
        count = len(dossier.quotes)
        if count and not self.insist:
            raise Refused("lead_has_quotes", insist=True, name=lead.name, quotes=count)
        records: tuple[Record, ...] = (lead, *dossier.quotes, *dossier.contacts)
        kept = tuple(replace(each, lead_id=None) for each in _incidents(snapshot, lead))
        facts = {"quotes": count}
        return Edit("deleted_lead", lead.name, puts=kept, deletes=records, facts=facts)


def _incidents(snapshot: Snapshot, lead: Lead) -> list[Incident]:
    """The incidents that were about the lead; they happened, whatever becomes of it."""
    return [each for each in snapshot.incidents.values() if each.lead_id == lead.id]


def _check_free(snapshot: Snapshot, name: str, lead: Lead) -> None:
    taken = any(
        other.id != lead.id and fold(other.name) == fold(name) for other in snapshot.leads.values()
    )
    if taken:
        raise InvalidValue("name", name, "lead_exists")


def _check_flags(edited: Lead, known: tuple[str, ...]) -> None:
    for flag in edited.flags:
        if flag not in known:
            raise InvalidValue("flags", flag, "not_one_of", known=known)


def _without(lead: Lead, left: tuple[str, ...], on: date) -> tuple[Person, ...]:
    """The lead's people, those named in `left` marked as gone since that day."""
    gone = {fold(name) for name in left}
    for name in left:
        if fold(name) not in {fold(person.name) for person in lead.contacts}:
            raise NotFound("no_such_person", name=name, lead=lead.name)
    return tuple(
        replace(person, left_on=on) if fold(person.name) in gone else person
        for person in lead.contacts
    )


def _with(people: tuple[Person, ...], joined: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people in their order, then those who joined; a namesake among them takes the place."""
    by_name = {fold(person.name): person for person in joined}
    known = {fold(person.name) for person in people}
    stayed = (by_name.get(fold(person.name), person) for person in people)
    return (*stayed, *(person for name, person in by_name.items() if name not in known))


def _united(lead: Lead, into: Lead) -> Lead:
    """What both leads knew; where both say something, `into` is right and notes are kept."""
    return replace(
        into,
        contacts=(
            *_completed(into.contacts, lead.contacts),
            *_strangers(lead.contacts, into.contacts),
        ),
        sector=into.sector or lead.sector,
        platform=into.platform or lead.platform,
        source=into.source or lead.source,
        regular=into.regular or lead.regular,
        tags=tuple(dict.fromkeys((*into.tags, *lead.tags))),
        flags=tuple(dict.fromkeys((*into.flags, *lead.flags))),
        notes="\n".join(note for note in (into.notes, lead.notes) if note),
        **{name: _noted(name, into, lead) for name in LeadPractice.__struct_fields__},
    )


_COUNTED = ("insists", "concessions")
"""What is counted of a lead; both counts are of the same people."""


def _noted(name: str, into: Lead, lead: Lead) -> object:
    """What was noted in an optional field of either lead."""
    known = [value for value in (getattr(into, name), getattr(lead, name)) if value is not None]
    if name in _COUNTED and known:
        return min(sum(known), HIGHEST_COUNT)
    return next((value for value in known if value != ""), known[0] if known else None)


def _strangers(people: tuple[Person, ...], known: tuple[Person, ...]) -> tuple[Person, ...]:
    """Those of the people who have no namesake among the known ones."""
    names = {fold(person.name) for person in known}
    return tuple(person for person in people if fold(person.name) not in names)


def _completed(people: tuple[Person, ...], others: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people, with the address and number that only their namesake among `others` has."""
    by_name = {fold(other.name): other for other in others}
    known = ((person, by_name.get(fold(person.name), person)) for person in people)
    return tuple(
        replace(person, email=person.email or other.email, phone=person.phone or other.phone)
        for person, other in known
    )
