"""Logging, correcting and deleting contacts (DESIGN: log, reply, amend; PRACTICES E4)."""

from datetime import date, time
from typing import Any

import pytest

from store.changes.contacts import AmendContact, DeleteContact, LogContact
from store.errors import NotFound, Refused
from store.records.follow_up import FollowUp
from store.records.words import CallOutcome, Channel, Direction, Kind, Status
from store.rules.groups import Group
from tests.builders import (
    LEAD_ID,
    QUOTE_ID,
    a_board,
    a_contact,
    a_draft,
    a_quote,
    a_reply,
    a_snapshot,
    after,
    circumstances,
)

REPLIED, TODAY = date(2026, 3, 10), date(2026, 3, 11)
CONTACT_ID = 55


def a_log(on: date | None = TODAY, **fields: Any) -> LogContact:
    return LogContact(quote_id=QUOTE_ID, on=on, contact_id=CONTACT_ID, **fields)


def logged(*history: FollowUp, command: LogContact | None = None) -> FollowUp:
    snapshot = a_snapshot(a_quote(), *history)
    return after(snapshot, command or a_log(), today=TODAY).follow_ups[CONTACT_ID]


def test_a_contact_is_a_follow_up_by_email_unless_said_otherwise() -> None:
    assert logged() == FollowUp(
        id=CONTACT_ID,
        lead_id=LEAD_ID,
        quote_id=QUOTE_ID,
        kind=Kind.FOLLOW_UP,
        direction=Direction.OUT,
        on=TODAY,
        channel=Channel.EMAIL,
    )


def test_a_contact_keeps_what_was_said_about_it() -> None:
    said: dict[str, Any] = {
        "channel": Channel.PHONE,
        "outcome": CallOutcome.VOICEMAIL,
        "minutes": 5,
        "note": "call back",
    }
    contact = logged(command=a_log(at=time(10, 30), **said))
    assert {name: getattr(contact, name) for name in said} == said
    assert contact.time == time(10, 30)


@pytest.mark.parametrize("kind", Kind)
def test_a_contact_goes_in_the_direction_of_its_kind(kind: Kind) -> None:
    assert logged(command=a_log(kind=kind)).direction is kind.direction


@pytest.mark.parametrize(
    ("history", "on", "kind"),
    [
        ([], TODAY, Kind.FOLLOW_UP),
        ([a_reply(REPLIED)], TODAY, Kind.ANSWER),
        ([a_reply(REPLIED)], REPLIED, Kind.ANSWER),
        ([a_reply(REPLIED)], date(2026, 3, 9), Kind.FOLLOW_UP),
        ([a_reply(REPLIED)], None, Kind.FOLLOW_UP),
        ([a_reply(None)], TODAY, Kind.ANSWER),
        ([a_reply(None)], None, Kind.ANSWER),
        ([a_reply(REPLIED, answer_needed=False)], TODAY, Kind.FOLLOW_UP),
        ([a_reply(REPLIED), a_contact(REPLIED, kind=Kind.ANSWER)], TODAY, Kind.FOLLOW_UP),
        ([a_reply(REPLIED), a_contact(date(2026, 3, 12))], TODAY, Kind.ANSWER),
        ([a_contact(REPLIED, kind=Kind.CHANGE_REQUEST)], TODAY, Kind.FOLLOW_UP),
        ([a_reply(REPLIED, quote_id=11)], TODAY, Kind.FOLLOW_UP),
    ],
    ids=[
        "nothing came in",
        "after an unanswered reply",
        "on the reply's day",
        "backdated before the reply",
        "on an unknown day, before the reply",
        "after a reply of unknown day",
        "both of unknown day",
        "the reply needs no answer",
        "the reply is answered",
        "the reply was answered later than this",
        "a change request is no reply",
        "the reply is about another quote",
    ],
)
def test_what_goes_out_after_an_unanswered_reply_is_an_answer(
    history: list[FollowUp], on: date | None, kind: Kind
) -> None:
    assert logged(*history, command=a_log(on)).kind is kind


def test_on_the_replys_day_the_time_says_what_came_first() -> None:
    reply = a_reply(REPLIED, time=time(12))
    assert logged(reply, command=a_log(REPLIED, at=time(11))).kind is Kind.FOLLOW_UP
    assert logged(reply, command=a_log(REPLIED, at=time(13))).kind is Kind.ANSWER


def test_what_came_first_is_seen_as_the_rules_see_it() -> None:
    """A contact about another quote without a time takes the times of its day out of play."""
    history = [a_reply(REPLIED, time=time(12)), a_contact(REPLIED, quote_id=11)]
    snapshot = a_snapshot(a_quote(), a_quote(id=11), *history)
    log = a_log(REPLIED, at=time(11))
    contact = after(snapshot, log, today=TODAY).follow_ups[CONTACT_ID]
    assert contact.kind is Kind.ANSWER


def test_insisting_makes_it_a_follow_up_all_the_same() -> None:
    contact = logged(a_reply(REPLIED), command=a_log(kind=Kind.FOLLOW_UP))
    assert contact.kind is Kind.FOLLOW_UP


def test_an_answer_does_not_count_and_what_was_owed_is_done() -> None:
    snapshot = a_snapshot(a_quote(), a_reply(REPLIED))
    board = a_board(TODAY, a_quote(), *after(snapshot, a_log()).follow_ups.values())
    standing = board.quotes()[0]
    assert (standing.tally.count, bool(standing.owed)) == (0, False)
    assert standing.group is not Group.OWED


def test_a_reply_that_needs_no_answer_is_logged_as_such() -> None:
    reply = logged(command=a_log(kind=Kind.REPLY, answer_needed=False))
    assert (reply.kind, reply.answer_needed) == (Kind.REPLY, False)


@pytest.mark.parametrize("kind", Kind)
def test_a_reply_and_nothing_else_ends_a_snooze(kind: Kind) -> None:
    snoozed = a_quote(snoozed_until=date(2026, 4, 1))
    after_it = after(a_snapshot(snoozed), a_log(kind=kind), today=TODAY).quotes[QUOTE_ID]
    assert after_it.snoozed_until == (None if kind is Kind.REPLY else date(2026, 4, 1))


def test_a_draft_cannot_be_followed_up_but_a_reply_to_it_can_come_in() -> None:
    draft = a_snapshot(a_draft())
    with pytest.raises(Refused) as refused:
        after(draft, a_log(), today=TODAY)
    assert (refused.value.code, refused.value.exit_code) == ("draft_not_sent", 5)
    replied = after(draft, a_log(kind=Kind.REPLY), today=TODAY)
    assert (
        after(replied, LogContact(quote_id=QUOTE_ID, on=TODAY, contact_id=56)).follow_ups[56].kind
        is Kind.ANSWER
    )


@pytest.mark.parametrize("status", [status for status in Status if not status.is_open])
def test_contacts_about_a_closed_quote_are_still_logged(status: Status) -> None:
    snapshot = after(a_snapshot(a_quote(status=status)), a_log(), today=TODAY)
    assert snapshot.follow_ups[CONTACT_ID].kind is Kind.FOLLOW_UP


def test_what_was_logged_is_told_in_facts() -> None:
    edit = a_log(channel=Channel.PHONE).apply(a_snapshot(a_quote()), circumstances(TODAY))
    assert (edit.code, edit.subject) == ("logged", "D26-001")
    assert edit.facts == {"kind": "follow_up", "channel": "phone", "on": TODAY}


@pytest.mark.parametrize(
    ("values", "direction"),
    [
        ({"kind": Kind.REPLY}, Direction.IN),
        ({"kind": Kind.REPLY, "direction": Direction.OUT}, Direction.OUT),
        ({"direction": Direction.IN}, Direction.IN),
        ({"note": "wrong number"}, Direction.OUT),
    ],
)
def test_amending_a_kind_changes_the_direction_unless_that_is_given(
    values: dict[str, object], direction: Direction
) -> None:
    contact = a_contact(REPLIED)
    amend = AmendContact(contact_id=contact.id, values=values)
    amended = after(a_snapshot(a_quote(), contact), amend).follow_ups[contact.id]
    assert amended.direction is direction
    assert {name: getattr(amended, name) for name in values} == values
    assert (amended.id, amended.on, amended.seq) == (contact.id, contact.on, contact.seq)


def test_deleting_a_contact_takes_it_out_of_the_count() -> None:
    kept, wrong = a_contact(REPLIED), a_contact(REPLIED)
    snapshot = a_snapshot(a_quote(), kept, wrong)
    remaining = after(snapshot, DeleteContact(contact_id=wrong.id)).follow_ups
    assert [*remaining] == [kept.id]
    assert a_board(TODAY, a_quote(), *remaining.values()).quotes()[0].tally.count == 1


@pytest.mark.parametrize(
    "command", [AmendContact(contact_id=9, values={}), DeleteContact(contact_id=9)]
)
def test_a_contact_that_somebody_deleted_meanwhile_is_gone(
    command: AmendContact | DeleteContact,
) -> None:
    with pytest.raises(NotFound) as gone:
        after(a_snapshot(a_quote()), command)
    assert (gone.value.code, gone.value.exit_code) == ("contact_is_gone", 4)


def test_a_contact_whose_quote_is_missing_can_be_amended_and_deleted() -> None:
    stray = a_contact(REPLIED, quote_id=99)
    snapshot = a_snapshot(a_quote(), stray)
    amended = after(snapshot, AmendContact(contact_id=stray.id, values={"note": "stray"}))
    assert amended.follow_ups[stray.id].note == "stray"
    assert after(amended, DeleteContact(contact_id=stray.id)).follow_ups == {}
