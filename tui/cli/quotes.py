"""Commands that move a quote on: send, close, reopen, snooze."""

from datetime import date

import click

from store.changes.closing import CLOSINGS, CloseQuote, ReopenQuote
from store.changes.quotes import SendQuote, SnoozeQuote
from store.records.words import RefusalMode, Status
from tui.cli.opening import with_session
from tui.cli.options import insist_option, on_day_option, ref_argument, yes_option
from tui.cli.output import understood_on, warn_of_future, warning
from tui.cli.saving import save_quote, the_quote
from tui.cli.types import CLOSED_REF, DAY, DRAFT_REF, LINE, NOTE, one_of
from tui.cli.words import command, option
from tui.language import N_, _
from tui.session import Session
from tui.wording.closing_words import closed_before_sending
from tui.wording.labels import label


@command(
    "send",
    N_("relance send D26-014"),
    N_("relance send D26-014 --on yesterday"),
    help=N_("A draft was sent."),
)
@click.argument("ref", type=DRAFT_REF)
@on_day_option
@yes_option
@with_session
def send(session: Session, ref: str, on: date | None) -> None:
    """Marks a draft as sent."""
    quote = the_quote(session, ref)
    day = _day(session, on)
    save_quote(session, SendQuote(quote_id=quote.id, on=day), quote)


@command(
    "close",
    N_("relance close D26-014 won"),
    N_('relance close D26-014 lost --reason "Too expensive" --on friday'),
    N_("relance close D26-014 no_response"),
    N_('relance close D26-014 declined --to "Ana Roux"          # a referral'),
    help=N_(
        "Close a quote. “lost” is their refusal, “declined” is ours, “no_response” is silence. "
        "A yes after the deadline needs --yes: a new draft replaces the quote."
    ),
)
@ref_argument
@click.argument("status", type=one_of(CLOSINGS[Status.SENT]))
@on_day_option
@option(
    "--reason",
    type=NOTE,
    default="",
    metavar="TEXT",
    help=N_("Why. Declined as diary_full or unrealistic is counted apart."),
)
@option(
    "--mode",
    type=one_of(RefusalMode),
    help=N_("How you said no (no_time unless given), or yes within bounds."),
)
@option("--to", type=LINE, metavar="NAME", help=N_("Who gets it: a referral."))
@insist_option
@with_session
def close(
    session: Session,
    ref: str,
    status: str,
    on: date | None,
    reason: str,
    mode: str | None,
    to: str | None,
    insist: bool,
) -> None:
    """Closes a quote; a late yes makes a new draft where it is insisted on."""
    quote = the_quote(session, ref)
    day = _day(session, on)
    if doubt := closed_before_sending(quote, day):
        warning(doubt)
    closing = CloseQuote(
        quote_id=quote.id,
        status=Status(status),
        on=day,
        reason=reason,
        mode=mode or "",
        referred_to=to or "",
        insist=insist,
    )
    save_quote(session, closing, quote)


@command(
    "reopen",
    N_("relance reopen D26-014"),
    help=N_("Give a closed quote back the status it had."),
)
@click.argument("ref", type=CLOSED_REF)
@yes_option
@with_session
def reopen(session: Session, ref: str) -> None:
    """Reopens a closed quote."""
    quote = the_quote(session, ref)
    save_quote(session, ReopenQuote(quote_id=quote.id), quote)


@command(
    "snooze",
    N_("relance snooze D26-014 monday"),
    N_("relance snooze D26-014 +2w"),
    help=N_("Hide a quote from the day's work until a day. A reply ends it."),
)
@ref_argument
@click.argument("date", type=DAY)
@yes_option
@with_session
def snooze(session: Session, ref: str, date: date) -> None:
    """Snoozes a quote."""
    quote = the_quote(session, ref)
    understood_on(session, label("snoozed_until"), date)
    save_quote(session, SnoozeQuote(quote_id=quote.id, until=date), quote)


def _day(session: Session, on: date | None) -> date:
    """The day given, which is said as it was understood, or today."""
    if on is None:
        return session.clock.today()
    understood_on(session, _("on"), on)
    warn_of_future(session, on)
    return on
