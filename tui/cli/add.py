"""`relance add`: a new quote, sent or still a draft."""

from datetime import date
from decimal import Decimal
from typing import TypedDict, Unpack

import click

from store.changes.quotes import AddQuote
from store.errors import InvalidValue
from store.records.quote import Quote
from store.rules.leads import LeadStanding
from store.rules.urgency import serial_urgent
from tui.cli.opening import with_session
from tui.cli.options import yes_option
from tui.cli.output import remark, result, understood_on, warn_of_future, warning
from tui.cli.saving import next_step, save, say_lead, standing_of
from tui.cli.types import (
    AMOUNT,
    CADENCE,
    CURRENCY,
    DAY,
    LEAD,
    LIMIT,
    LINE,
    NEW_REF,
    NOTE,
    VALIDITY,
)
from tui.cli.words import command, option
from tui.language import N_, _
from tui.session import Session
from tui.wording.advice import advice_text
from tui.wording.labels import label


class Options(TypedDict):
    """The options of `add`, read; `validity` is in days, `limit` in follow-ups."""

    sent: date | None
    draft: bool
    validity: int | None
    deadline: date | None
    ref: str | None
    asked: date | None
    send_by: date | None
    urgent: bool
    cadence: str
    limit: int | None
    currency: str | None
    note: str


@command(
    "add",
    N_('relance add "Atelier Lumen" "Website redesign" 4800'),
    N_('relance add "Ville de Nay" "Annual report" "9 000,00" --sent yesterday --validity 30'),
    N_('relance add "Cabinet Rey" Leaflet 650 --draft --send-by friday'),
    help=N_(
        "Add a quote. It was sent today unless --sent or --draft says otherwise. Prints its ref."
    ),
)
@click.argument("lead", type=LEAD)
@click.argument("title", type=LINE)
@click.argument("amount", type=AMOUNT)
@option("--sent", type=DAY, metavar="DATE", help=N_("The day of sending."))
@option("--draft", is_flag=True, help=N_("It was not sent yet."))
@option("--validity", type=VALIDITY, metavar="DAYS", help=N_("How long it holds: 21 days."))
@option("--deadline", type=DAY, metavar="DATE", help=N_("Its last valid day, inclusive."))
@option("--ref", type=NEW_REF, help=N_("A ref of your own."))
@option("--asked", type=DAY, metavar="DATE", help=N_("The day on which they asked."))
@option("--send-by", type=DAY, metavar="DATE", help=N_("The day by which a draft must go out."))
@option("--urgent", is_flag=True, help=N_("They say that it is urgent."))
@option("--cadence", type=CADENCE, metavar="NAME", default="", help=N_("When to follow up."))
@option("--limit", type=LIMIT, metavar="N", help=N_("The most unanswered follow-ups."))
@option("--currency", type=CURRENCY, metavar="CODE", help=N_("EUR unless given."))
@option("--note", type=NOTE, default="", metavar="TEXT", help=N_("Anything to remember."))
@yes_option
@with_session
def add(
    session: Session,
    lead: str,
    title: str,
    amount: tuple[Decimal, str | None],
    **options: Unpack[Options],
) -> None:
    """Adds a quote and prints its ref alone."""
    _check(options)
    say_lead(session, lead)
    saved = save(session, _addition(session, lead, title, amount, options))
    quote = next(record for record in saved.edit.puts if isinstance(record, Quote))
    _say_days(session, quote, options)
    remark(next_step(session, saved.snapshot, quote.id))
    _warn_of_urgencies(standing_of(session, saved.snapshot, quote).of_lead)
    result(quote.ref)


def _check(options: Options) -> None:
    """Raises `click.UsageError` for options that contradict each other."""
    if options["draft"] and options["sent"]:
        raise click.UsageError(_("--draft and --sent: it is one or the other."))
    if options["validity"] is not None and options["deadline"]:
        raise click.UsageError(_("--validity and --deadline: it is one or the other."))


def _addition(
    session: Session, lead: str, title: str, amount: tuple[Decimal, str | None], options: Options
) -> AddQuote:
    return AddQuote(
        lead=lead,
        title=title,
        amount=amount[0],
        currency=_currency(amount[1], options["currency"]),
        ref=options["ref"],
        sent_on=None if options["draft"] else options["sent"] or session.clock.today(),
        validity_days=options["validity"],
        valid_until=options["deadline"],
        asked_on=options["asked"],
        send_by=options["send_by"],
        cadence=options["cadence"],
        limit=options["limit"],
        urgent=options["urgent"],
        notes=options["note"],
    )


def _currency(beside: str | None, option: str | None) -> str | None:
    """The currency beside the amount or in the option; raises `InvalidValue` where they differ."""
    if beside and option and beside != option:
        raise InvalidValue("--currency", option, "two_currencies", other=beside)
    return beside or option


def _say_days(session: Session, quote: Quote, options: Options) -> None:
    """Says which days were understood, and the deadline that follows from them."""
    for name in ("asked_on", "sent_on", "send_by", "valid_until"):
        day = getattr(quote, name)
        if day is not None:
            understood_on(session, label(name), day)
    if options["sent"]:
        warn_of_future(session, options["sent"])


def _warn_of_urgencies(lead: LeadStanding) -> None:
    """Warns where the lead's urgent requests come to nothing (PRACTICES C5)."""
    advice = serial_urgent(lead)
    if advice is not None:
        warning(advice_text(advice))
