"""What came in and waits for an answer of ours (DESIGN: group owed; PRACTICES E4)."""

from datetime import date, time

import pytest

from store.records.follow_up import FollowUp
from store.records.words import Kind, Status
from store.rules.groups import Group
from tests.builders import a_contact, a_draft, a_quote, a_reply, standing_on

REPLY_DAY, TODAY = date(2026, 3, 10), date(2026, 3, 11)


def owes(*contacts: FollowUp, today: date = TODAY) -> bool:
    standing = standing_on(today, a_quote(), contacts)
    assert (standing.group is Group.OWED) == bool(standing.owed)
    return bool(standing.owed)


def test_an_unanswered_reply_stands_first() -> None:
    assert owes(a_reply(REPLY_DAY, time=time(10)))


@pytest.mark.parametrize("kind", [Kind.ANSWER, Kind.FOLLOW_UP, Kind.MEETING])
def test_whatever_goes_out_after_it_answers(kind: Kind) -> None:
    reply = a_reply(REPLY_DAY)
    assert not owes(reply, a_contact(TODAY, kind=kind))
    assert not owes(reply, a_contact(REPLY_DAY, kind=kind))
    assert owes(a_contact(date(2026, 3, 9), kind=kind), reply)


def test_what_comes_in_answers_nothing() -> None:
    assert owes(a_reply(REPLY_DAY), a_contact(TODAY, kind=Kind.CHANGE_REQUEST))


def test_a_new_reply_after_an_answer_is_owed_again() -> None:
    assert owes(a_reply(REPLY_DAY), a_contact(REPLY_DAY, kind=Kind.ANSWER), a_reply(TODAY))


def test_a_reply_that_needs_no_answer_owes_nothing() -> None:
    assert not owes(a_reply(REPLY_DAY, answer_needed=False))


def test_a_reply_of_unknown_day_is_answered_by_what_goes_out_on_any_day() -> None:
    assert owes(a_reply(None))
    assert not owes(a_reply(None), a_contact(REPLY_DAY, kind=Kind.ANSWER))


def test_a_reply_about_another_quote_is_owed_there() -> None:
    quote, other = a_quote(id=10), a_quote(id=11)
    reply = a_reply(REPLY_DAY, quote_id=11)
    assert not standing_on(TODAY, quote, [reply]).owed
    assert standing_on(TODAY, other, [reply]).owed


def test_what_comes_after_today_is_not_owed_yet_and_answers_nothing_yet() -> None:
    reply, answer = a_reply(REPLY_DAY), a_contact(TODAY, kind=Kind.ANSWER)
    assert not owes(reply, answer, today=date(2026, 3, 9))
    assert owes(reply, answer, today=REPLY_DAY)


def test_a_draft_can_be_owed_and_a_closed_quote_cannot() -> None:
    reply = a_reply(REPLY_DAY)
    assert standing_on(TODAY, a_draft(), [reply]).group is Group.OWED
    for status in Status:
        if not status.is_open:
            assert not standing_on(TODAY, a_quote(status=status), [reply]).owed
