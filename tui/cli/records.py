"""Commands that correct and delete what is kept about quotes and contacts: edit, amend, delete."""

import click

from store.changes.contacts import AmendContact, DeleteContact
from store.changes.fields import CONTACT_FIELDS, QUOTE_FIELDS
from store.changes.leads import DeleteLead
from store.changes.quotes import DeleteQuote, EditQuote
from store.errors import NotFound
from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.rules.resembling import unknown_cases
from tui.cli import options
from tui.cli.assignments import field_lines, pairs, read_assignments
from tui.cli.opening import with_session
from tui.cli.output import result, warning
from tui.cli.saving import (
    next_step,
    save,
    save_quote,
    say,
    say_lead,
    standing_of,
    the_quote,
    undo_hint,
)
from tui.cli.types import LEAD, NUMBER, REF
from tui.cli.words import command, option
from tui.language import N_, _
from tui.safe_text import shown
from tui.session import Session


@command(
    "edit",
    N_("relance edit D26-014                               # prints its fields"),
    N_('relance edit D26-014 title="New website" amount=5200'),
    N_("relance edit D26-014 deadline=30/04/2026 cadence=patient urgent=yes"),
    help=N_("Correct fields of a quote. An empty value clears one; lead=NAME moves the quote."),
)
@options.ref_argument
@options.quote_fields
@options.yes_option
@with_session
def edit(session: Session, ref: str, fields: tuple[str, ...]) -> None:
    """Corrects a quote, or prints it."""
    quote = the_quote(session, ref)
    if not fields:
        lead = session.repository.snapshot().lead_of(quote)
        for line in (f"lead={shown(lead.name)}", *field_lines(quote, QUOTE_FIELDS)):
            result(line)
        return
    values = read_assignments(session, QUOTE_FIELDS, pairs(fields))
    if "lead" in values:
        say_lead(session, str(values["lead"]))
    saved = save_quote(session, EditQuote(quote_id=quote.id, values=values), quote)
    if "similar_to" in values:
        edited, quotes = saved.snapshot.quotes[quote.id], saved.snapshot.quotes.values()
        for unknown in unknown_cases(edited, quotes):
            warning(_("{ref} is no quote in the file.").format(ref=shown(unknown)))


@command(
    "amend",
    N_("relance amend D26-014 2 channel=phone outcome=voicemail minutes=3"),
    N_("relance amend D26-014 2 on='4 mar 16:30'"),
    N_("relance amend D26-014 2 summary_sent=yes            # of a call"),
    N_("relance amend D26-014 2 --delete"),
    help=N_(
        "Correct or delete a contact. N is its number in `relance show REF`. "
        "Contact past the lead's platform needs --yes."
    ),
)
@options.ref_argument
@click.argument("number", type=NUMBER, metavar="N")
@options.contact_fields
@option("--delete", is_flag=True, help=N_("Delete the contact; it can be undone."))
@options.insist_option
@with_session
def amend(
    session: Session,
    ref: str,
    number: int,
    fields: tuple[str, ...],
    delete: bool,
    insist: bool,
) -> None:
    """Corrects, deletes or prints a contact."""
    if delete and fields:
        raise click.UsageError(_("--delete and FIELD=VALUE: it is one or the other."))
    quote = the_quote(session, ref)
    contact = _contact(session, quote, number)
    if delete:
        saved = save(session, DeleteContact(contact_id=contact.id))
        say(session, saved, undo_hint(), next_step(session, saved.snapshot, quote.id))
    elif fields:
        values = read_assignments(session, CONTACT_FIELDS, pairs(fields))
        command = AmendContact(contact_id=contact.id, values=values, insist=insist)
        saved = save_quote(session, command, quote)
        if insist:
            from tui.cli.contacts import warn_of_platform  # few corrections need to be insisted on

            amended = saved.snapshot.follow_ups[contact.id]
            warn_of_platform(standing_of(session, saved.snapshot, quote), amended)
    else:
        for line in field_lines(contact, CONTACT_FIELDS):
            result(line)


@command(
    "delete",
    N_("relance delete D26-014"),
    N_('relance delete --lead "Cabinet Rey" --yes'),
    help=N_("Delete a quote with its contacts, or a lead. `relance undo` brings it back."),
)
@click.argument("ref", type=REF, required=False)
@option("--lead", metavar="NAME", type=LEAD, help=N_("Delete this lead instead of a quote."))
@options.insist_option
@with_session
def delete(session: Session, ref: str | None, lead: str | None, insist: bool) -> None:
    """Deletes a quote or a lead."""
    if (ref is None) == (lead is None):
        raise click.UsageError(_("Name a quote by its REF, or a lead with --lead NAME."))
    if ref is not None:
        saved = save(session, DeleteQuote(quote_id=the_quote(session, ref).id))
    else:
        found = session.repository.snapshot().lead_named(lead or "")
        saved = save(session, DeleteLead(lead_id=found.id, insist=insist))
    say(session, saved, undo_hint())


def _contact(session: Session, quote: Quote, number: int) -> FollowUp:
    """The contact of that number, from 1, in the order of `show`; raises `NotFound`."""
    contacts = session.repository.snapshot().dossier_of(quote).contacts_of(quote)
    if not 1 <= number <= len(contacts):
        raise NotFound("no_such_contact", ref=quote.ref, number=number)
    return contacts[number - 1]
