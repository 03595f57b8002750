"""Commands that correct leads: lead and merge-leads."""

from collections.abc import Sequence

import click

from store.changes.fields import LEAD_FIELDS
from store.changes.leads import EditLead, MergeLeads
from store.changes.people import person_line, read_person
from store.records.lead import Lead
from store.records.text import read_required_line
from tui.cli import options
from tui.cli.assignments import field_lines, pairs, read_assignments
from tui.cli.opening import with_session
from tui.cli.output import result, understood
from tui.cli.saving import save, say, undo_hint
from tui.cli.types import LEAD
from tui.cli.words import command
from tui.language import N_, _
from tui.safe_text import shown
from tui.session import Session

JOINS = "contact+"
LEAVES = "contact-"


@command(
    "lead",
    N_('relance lead "Atelier Lumen"                       # prints its fields'),
    N_('relance lead "Atelier Lumen" sector=design regular=yes tags="web, print"'),
    N_('relance lead "Atelier Lumen" contact+="Ana Roux <ana@lumen.example> +33 6 12 34 56 78"'),
    help=N_(
        "Correct fields of a lead. name=NEW renames it, contact+=PERSON adds somebody, "
        "contact-=NAME says that they left."
    ),
)
@click.argument("name", type=LEAD)
@options.lead_fields
@options.yes_option
@with_session
def lead(session: Session, name: str, fields: tuple[str, ...]) -> None:
    """Corrects a lead, or prints it."""
    found = session.repository.snapshot().lead_named(name)
    if not fields:
        _print(found)
        return
    typed = [*pairs(fields)]
    people = (JOINS, LEAVES)
    edit = EditLead(
        lead_id=found.id,
        values=read_assignments(
            session, LEAD_FIELDS, [pair for pair in typed if pair[0] not in people]
        ),
        joined=tuple(read_person("contact", text) for text in _texts(typed, JOINS)),
        left=tuple(read_required_line("contact", text) for text in _texts(typed, LEAVES)),
    )
    say(session, save(session, edit))


@command(
    "merge-leads",
    N_('relance merge-leads "At. Lumen" "Atelier Lumen"'),
    help=N_("Two leads are one. Quotes, contacts and people of NAME go to INTO."),
)
@click.argument("name", type=LEAD)
@click.argument("into", type=LEAD)
@options.yes_option
@with_session
def merge_leads(session: Session, name: str, into: str) -> None:
    """Merges two leads."""
    snapshot = session.repository.snapshot()
    gone, kept = snapshot.lead_named(name), snapshot.lead_named(into)
    understood(_("lead"), gone.name)
    understood(_("into"), kept.name)
    saved = save(session, MergeLeads(lead_id=gone.id, into_id=kept.id))
    say(session, saved, undo_hint())


def _texts(typed: Sequence[tuple[str, str]], name: str) -> list[str]:
    return [text for field, text in typed if field == name]


def _print(lead: Lead) -> None:
    for line in field_lines(lead, LEAD_FIELDS):
        result(line)
    for person in lead.contacts:
        left = _(" (left on {day})").format(day=person.left_on) if person.left_on else ""
        result(f"contact={shown(person_line(person))}{left}")
