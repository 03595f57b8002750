"""Which message a quote wants now, by its step."""

from datetime import date
from typing import Any

import pytest

from store.records.follow_up import FollowUp
from store.records.message_code import MessageCode
from store.records.practice_words import Mismatch
from store.records.words import RefusalMode, Status
from store.rules.usual_message import usual_message
from tests.builders import a_board, a_contact, a_draft, a_lead, a_quote, a_reply

MAR = {day: date(2026, 3, day) for day in range(1, 32)}


def usual(
    on: date, *contacts: FollowUp, lead: dict[str, Any] | None = None, **quote: Any
) -> MessageCode | None:
    made = a_quote(**quote)
    return usual_message(a_board(on, a_lead(**(lead or {})), made, *contacts).of_quote(made))


@pytest.mark.parametrize(
    ("on", "chased", "fields", "code"),
    [
        (MAR[4], (), {}, "first"),
        (MAR[19], (), {}, "first"),
        (MAR[20], (), {}, "before_deadline"),
        (MAR[20], (4,), {}, "before_deadline"),
        (MAR[19], (4,), {}, "before_deadline"),
        (MAR[20], (4, 9), {}, "before_deadline"),
        (MAR[18], (4, 9), {}, "last"),
        (MAR[20], (4, 9, 14), {}, "closing"),
        (MAR[4], (), {"urgent": True}, "urgent_sent"),
        (MAR[19], (4,), {"urgent": True}, "before_deadline"),
        (MAR[4], (), {"cadence": "once"}, "first"),
        (MAR[20], (4,), {"cadence": "once"}, "closing"),
        (MAR[24], (4, 20), {}, "closing"),
        (MAR[24], (4, 20), {"cadence": "patient"}, "last"),
    ],
)
def test_the_step_decides(
    on: date, chased: tuple[int, ...], fields: dict[str, Any], code: str
) -> None:
    assert usual(on, *(a_contact(MAR[day]) for day in chased), **fields) == code


@pytest.mark.parametrize(
    ("on", "insists", "code"),
    [
        (MAR[6], None, None),
        (MAR[6], 2, None),
        (MAR[6], 3, "in_writing"),
        (MAR[25], 3, "terms_changed"),
    ],
)
def test_a_reply_that_waits_is_answered(on: date, insists: int | None, code: str | None) -> None:
    assert usual(on, a_reply(MAR[5]), lead={"insists": insists}) == code


@pytest.mark.parametrize(
    ("lead", "quote", "code"),
    [
        ({}, {}, "no_time"),
        ({}, {"mode": RefusalMode.NO_TIME}, "no_time"),
        ({}, {"mode": RefusalMode.REFERRAL}, "referral"),
        ({}, {"referred_to": "Zoë"}, "referral"),
        ({"mismatch": Mismatch.SKILL}, {}, "not_my_field"),
        ({"mismatch": Mismatch.AUTHORITY}, {}, "no_time"),
        ({}, {"in_zone": False}, "not_my_field"),
    ],
)
def test_a_declined_quote_has_its_refusal(
    lead: dict[str, Any], quote: dict[str, Any], code: str
) -> None:
    assert usual(MAR[6], lead=lead, status=Status.DECLINED, **quote) == code


def test_silence_that_was_closed_is_told_so_and_other_ends_have_no_message() -> None:
    assert usual(MAR[30], status=Status.NO_RESPONSE) == "closing"
    for status in (Status.WON, Status.LOST, Status.SUPERSEDED):
        assert usual(MAR[30], status=status) is None
    draft = a_draft()
    assert usual_message(a_board(MAR[4], draft).of_quote(draft)) is None


def test_refusals_and_answers_are_no_follow_ups() -> None:
    assert [code for code in MessageCode if code.asks] == [
        "first",
        "before_deadline",
        "last",
        "urgent_sent",
    ]
    assert not [code for code in MessageCode if code.asks and code.says_no]


@pytest.mark.parametrize("status", [Status.DECLINED, Status.NO_RESPONSE])
def test_h8_who_is_back_is_not_refused_again(status: Status) -> None:
    lead = {"recontact_on": MAR[20]}
    assert usual(MAR[19], status=status, lead=lead) is not None
    assert usual(MAR[20], status=status, lead=lead) is None
