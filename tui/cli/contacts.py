"""Commands that log contacts with a lead: log and reply."""

from collections.abc import Iterable
from typing import TypedDict, Unpack

from store.changes.contacts import LogContact
from store.records.day import Moment
from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.words import CallOutcome, Channel, Kind
from store.rules.advice import Advice
from store.rules.calls import is_call
from store.rules.channels import about_a_call, scope_change
from store.rules.counting import LimitState
from store.rules.platforms import left_platform, off_platform
from store.rules.pursuit import disturbed_on, haggling_signal, limit_advice
from store.rules.standing import Standing
from tui.cli.opening import with_session
from tui.cli.options import contact_options, insist_option, outcome_option, ref_argument, yes_option
from tui.cli.output import remark, understood_on, warn_of_future, warning
from tui.cli.saving import next_step, save, say, standing_of, the_quote
from tui.cli.types import one_of
from tui.cli.words import command, option
from tui.language import N_, _
from tui.session import Session
from tui.wording.advice import advice_text
from tui.wording.days import long_day
from tui.wording.owing import answered_text


class Options(TypedDict):
    """What `log` and `reply` share, read; `minutes` is the contact's length."""

    on: Moment | None
    channel: str
    minutes: int | None
    note: str


@command(
    "log",
    N_("relance log D26-014"),
    N_("relance log D26-014 --channel phone --outcome voicemail --on 'yesterday 16:30'"),
    help=N_(
        "Log a follow-up. Where a reply still waits for an answer, this is the answer. "
        "The limit and the three days between follow-ups only warn; contact past the lead's "
        "platform needs --yes."
    ),
)
@ref_argument
@contact_options
@outcome_option
@option("--kind", type=one_of(Kind), help=N_("What it was, where it is no plain follow-up."))
@insist_option
@with_session
def log(
    session: Session,
    ref: str,
    outcome: str | None,
    kind: str | None,
    insist: bool,
    **options: Unpack[Options],
) -> None:
    """Logs a contact and warns where the lead is chased too often."""
    quote = the_quote(session, ref)
    on, at = _when(session, options["on"])
    contact = LogContact(
        quote_id=quote.id,
        on=on,
        at=at,
        kind=Kind(kind) if kind else None,
        channel=Channel(options["channel"]),
        outcome=CallOutcome(outcome) if outcome else None,
        minutes=options["minutes"],
        note=options["note"],
        insist=insist,
    )
    _save(session, contact, quote)


@command(
    "reply",
    N_("relance reply D26-014"),
    N_('relance reply D26-014 --channel phone --note "They will decide in May"'),
    N_("relance reply D26-014 --no-answer-needed"),
    help=N_("The lead replied. Its count starts again at 0, and you owe an answer."),
)
@ref_argument
@contact_options
@option("--no-answer-needed", is_flag=True, help=N_("Nothing is owed after it."))
@yes_option
@with_session
def reply(session: Session, ref: str, no_answer_needed: bool, **options: Unpack[Options]) -> None:
    """Logs a reply of the lead."""
    quote = the_quote(session, ref)
    on, at = _when(session, options["on"])
    contact = LogContact(
        quote_id=quote.id,
        on=on,
        at=at,
        kind=Kind.REPLY,
        channel=Channel(options["channel"]),
        minutes=options["minutes"],
        note=options["note"],
        answer_needed=not no_answer_needed,
    )
    _save(session, contact, quote)


def _when(session: Session, typed: Moment | None) -> Moment:
    """What was typed; else the day that `--today` gave, with its time, or today.

    The real clock's time is not taken: it is the time of typing, not of the contact.
    """
    if typed is None:
        return session.clock.fixed or Moment(session.clock.today())
    understood_on(session, _("on"), typed.day, typed.at)
    warn_of_future(session, typed.day)
    return typed


def _save(session: Session, command: LogContact, quote: Quote) -> None:
    """Commits the contact and prints it with the lead's count, then warns."""
    saved = save(session, command)
    contact = saved.snapshot.follow_ups[command.contact_id]
    standing = standing_of(session, saved.snapshot, saved.snapshot.quotes[quote.id])
    counts = contact.kind is Kind.FOLLOW_UP and standing.quote.is_pending
    count = f"{standing.tally.count}/{standing.limit}" if counts else ""
    say(session, saved, count, next_step(session, saved.snapshot, quote.id))
    if is_call(contact):
        _warn(about_a_call(standing))
    if contact.kind is Kind.CHANGE_REQUEST:
        _warn(filter(None, [scope_change(standing)]))
    if contact.kind is Kind.FOLLOW_UP:
        if contact.outcome is CallOutcome.ANSWERED:
            remark(answered_text(quote.ref))
        _warn_of_haste(saved.snapshot, contact)
        _warn_of_limit(standing)
        _warn_of_calls(standing, contact)
    warn_of_platform(standing, contact)


def _warn(found: Iterable[Advice]) -> None:
    """Says advice that the contact itself brings (PRACTICES E5, E7, E9)."""
    for advice in found:
        warning(advice_text(advice))


def _warn_of_haste(snapshot: Snapshot, contact: FollowUp) -> None:
    """Warns where the lead had a contact in the days before (PRACTICES A4)."""
    if contact.on is None:
        return
    before = disturbed_on(snapshot.dossiers[contact.lead_id], contact.on, apart_from=contact.id)
    if before is not None:
        text = _("the contact before was on {day}: nobody likes to be chased twice in three days.")
        warning(text.format(day=long_day(before)))


def _warn_of_limit(standing: Standing) -> None:
    """Warns where the lead is past its limit."""
    advice = limit_advice(standing.of_lead) if standing.quote.is_pending else None
    if advice is not None and standing.limit_state is LimitState.EXCEEDED:
        warning(advice_text(advice))


def _warn_of_calls(standing: Standing, contact: FollowUp) -> None:
    """Warns of another call where the lead had two already (PRACTICES B3)."""
    advice = haggling_signal(standing.of_lead) if is_call(contact) else None
    if advice is not None:
        warning(advice_text(advice))


def warn_of_platform(standing: Standing, contact: FollowUp) -> None:
    """Says the risk of a contact past the platform that was insisted on (PRACTICES F1)."""
    advice = off_platform(standing)
    if advice and left_platform(contact, standing.lead, standing.rulebook.settings):
        warning(advice_text(advice))
