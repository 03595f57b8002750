"""From which status a quote can go to which: every pair of status and action (DESIGN: words)."""

from datetime import date

import pytest

from store.changes.closing import CloseQuote, ReopenQuote
from store.changes.command import Command
from store.changes.quotes import SendQuote, SnoozeQuote
from store.errors import Refused
from store.records.quote import Outcome, Quote
from store.records.words import Status
from tests.builders import QUOTE_ID, a_draft, a_quote, a_snapshot, after, circumstances

DAY = date(2026, 3, 10)

CLOSINGS: dict[str, Command] = {
    f"close {status}": CloseQuote(quote_id=QUOTE_ID, status=status, on=DAY) for status in Status
}
ACTIONS: dict[str, Command] = CLOSINGS | {
    "send": SendQuote(quote_id=QUOTE_ID, on=DAY),
    "reopen": ReopenQuote(quote_id=QUOTE_ID),
    "snooze": SnoozeQuote(quote_id=QUOTE_ID, until=date(2026, 3, 20)),
}

ALLOWED = {
    (Status.DRAFT, "send"): Status.SENT,
    (Status.DRAFT, "close declined"): Status.DECLINED,
    (Status.DRAFT, "snooze"): Status.DRAFT,
    (Status.SENT, "close won"): Status.WON,
    (Status.SENT, "close lost"): Status.LOST,
    (Status.SENT, "close declined"): Status.DECLINED,
    (Status.SENT, "close no_response"): Status.NO_RESPONSE,
    (Status.SENT, "snooze"): Status.SENT,
    (Status.WON, "reopen"): Status.SENT,
    (Status.LOST, "reopen"): Status.SENT,
    (Status.DECLINED, "reopen"): Status.SENT,
    (Status.NO_RESPONSE, "reopen"): Status.SENT,
}
"""The specification's arrows; superseded comes about by a late yes only (test_closing)."""


def quote_in(status: Status) -> Quote:
    if status is Status.DRAFT:
        return a_draft()
    outcome = None if status.is_open else Outcome(on=DAY, before=Status.SENT)
    return a_quote(status=status, outcome=outcome)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_quote_goes_where_the_status_machine_lets_it(status: Status, action: str) -> None:
    snapshot, command = a_snapshot(quote_in(status)), ACTIONS[action]
    if (status, action) in ALLOWED:
        assert (
            after(snapshot, command, today=DAY).quotes[QUOTE_ID].status is ALLOWED[status, action]
        )
        return
    with pytest.raises(Refused) as refused:
        after(snapshot, command, today=DAY)
    assert refused.value.exit_code == 5
    assert not refused.value.insist


@pytest.mark.parametrize(
    ("status", "action", "code"),
    [
        (Status.DRAFT, "close won", "draft_cannot_close"),
        (Status.DRAFT, "reopen", "not_closed"),
        (Status.SENT, "reopen", "not_closed"),
        (Status.SENT, "send", "not_a_draft"),
        (Status.WON, "close declined", "closed_already"),
        (Status.WON, "snooze", "closed_already"),
        (Status.SUPERSEDED, "reopen", "was_superseded"),
    ],
)
def test_a_refusal_says_which_rule_refuses(status: Status, action: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        after(a_snapshot(quote_in(status)), ACTIONS[action], today=DAY)
    assert refused.value.code == code
    assert refused.value.facts["ref"] == "D26-001"


def test_a_declined_draft_is_reopened_as_a_draft() -> None:
    declined = after(a_snapshot(a_draft()), ACTIONS["close declined"], today=DAY)
    assert after(declined, ACTIONS["reopen"]).quotes[QUOTE_ID] == a_draft()


@pytest.mark.parametrize("status", [Status.WON, Status.LOST, Status.DECLINED, Status.NO_RESPONSE])
def test_reopening_gives_back_the_quote_as_it_was(status: Status) -> None:
    before = a_quote(snoozed_until=date(2026, 3, 20), valid_until=date(2026, 3, 23))
    closed = after(a_snapshot(before), ACTIONS[f"close {status}"], today=DAY)
    assert closed.quotes[QUOTE_ID].status is status
    assert after(closed, ACTIONS["reopen"], today=DAY).quotes[QUOTE_ID] == before


def test_reopening_is_logged_as_such() -> None:
    edit = ACTIONS["reopen"].apply(a_snapshot(quote_in(Status.LOST)), circumstances(DAY))
    assert (edit.code, edit.subject) == ("reopened", "D26-001")
    assert edit.facts == {"was": "lost", "status": "sent"}
