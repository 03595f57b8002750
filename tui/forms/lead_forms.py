"""The forms about leads: edit and merge."""

from dataclasses import replace

from store.changes.field_reading import Reading, read_values
from store.changes.fields import LEAD_FIELDS
from store.changes.leads import EditLead, MergeLeads
from store.changes.people import person_line, read_person
from store.changes.practice_fields import LEAD_PRACTICE
from store.records.lead import Lead, Person
from store.records.snapshot import Snapshot
from tui.forms.noted_fields import noted_field
from tui.forms.spec import FormSpec, Typed, changed, worded
from tui.language import _
from tui.safe_text import shown
from tui.views.quote_views import lead_name
from tui.widgets.field_line import Field
from tui.wording.labels import field_label

_BETWEEN_PEOPLE = ";"

_NOTED = ("recontact_on",)
"""Of what is noted about a lead, what is asked for where no quote is open."""


def edit_lead_form(lead: Lead, reading: Reading) -> FormSpec:
    """What a lead is, the people there, its flags and when it is back.

    What else was noted about it is in the triage sheet.
    """
    shown_here = [name for name in LEAD_FIELDS if name not in LEAD_PRACTICE or name in _NOTED]
    fields = (
        *(replace(_field(name, lead, reading), required=name == "name") for name in shown_here),
        _people_field(lead),
    )

    def command(typed: Typed) -> EditLead:
        differing = changed(typed, fields)
        people = differing.pop("contacts", None)
        joined, left = ((), ()) if people is None else _moves(lead, _people(people))
        values = read_values(LEAD_FIELDS, differing, reading)
        return EditLead(
            lead_id=lead.id, values=values, joined=joined, left=left, left_on=reading.today
        )

    return FormSpec(_("Edit · {lead}").format(lead=lead_name(lead)), fields, command)


def _field(name: str, lead: Lead, reading: Reading) -> Field:
    return noted_field(name, name, lead, LEAD_FIELDS[name], reading)


def merge_form(lead: Lead, snapshot: Snapshot) -> FormSpec:
    """Two leads are one: which one stays?"""
    others = tuple(sorted(each.name for each in snapshot.leads.values() if each.id != lead.id))

    def check(typed: str) -> str:
        return worded(lambda: shown(snapshot.lead_named(typed).name))

    into = Field("into", _("Into"), check=check, options=others, required=True)

    def command(typed: Typed) -> MergeLeads:
        return MergeLeads(lead_id=lead.id, into_id=snapshot.lead_named(typed["into"]).id)

    return FormSpec(
        _("Merge {lead} into another lead").format(lead=lead_name(lead)), (into,), command
    )


def _people_field(lead: Lead) -> Field:
    def check(typed: str) -> str:
        return worded(lambda: ", ".join(shown(person.name) for person in _people(typed)))

    present = [person_line(person) for person in lead.contacts if person.left_on is None]
    return Field(
        "contacts",
        field_label("contacts"),
        initial=f"{_BETWEEN_PEOPLE} ".join(present),
        check=check,
        hint="Ana Roux <ana@x.example> +33 6…; …",
    )


def _people(typed: str) -> tuple[Person, ...]:
    lines = (line.strip() for line in typed.split(_BETWEEN_PEOPLE))
    return tuple(read_person("contacts", line) for line in lines if line)


def _moves(lead: Lead, people: tuple[Person, ...]) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Who is new or changed, and who is not named any more and so has left."""
    present = [person for person in lead.contacts if person.left_on is None]
    joined = tuple(person for person in people if person not in present)
    names = {person.name for person in people}
    left = tuple(person.name for person in present if person.name not in names)
    return joined, left
