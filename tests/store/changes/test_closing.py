"""Closing a quote, and a yes that comes too late (DESIGN: words; PRACTICES A6, H)."""

from datetime import date, datetime
from typing import Any

import pytest

from store.changes.closing import CloseQuote, ReopenQuote
from store.changes.quotes import SendQuote
from store.errors import Refused
from store.records.practice_words import Brief, Silence, Went
from store.records.quote import Outcome, Quote
from store.records.snapshot import Snapshot
from store.records.words import RefusalMode, Status
from tests.builders import QUOTE_ID, a_draft, a_quote, a_snapshot, after, circumstances

LAST_DAY, DAY_AFTER = date(2026, 3, 23), date(2026, 3, 24)
DRAFT_ID = 77


def a_closing(status: Status = Status.WON, on: date = LAST_DAY, **fields: Any) -> CloseQuote:
    return CloseQuote(quote_id=QUOTE_ID, status=status, on=on, draft_id=DRAFT_ID, **fields)


def late_yes(quote: Quote, today: date = date(2026, 3, 25)) -> Snapshot:
    """The snapshot after a yes on 2026-03-25 on which the person insisted."""
    return after(a_snapshot(quote), a_closing(on=date(2026, 3, 25), insist=True), today=today)


def test_closing_keeps_the_day_the_reason_and_the_mode() -> None:
    closing = a_closing(Status.DECLINED, reason="diary_full", mode="referral")
    closed = after(a_snapshot(a_quote()), closing).quotes[QUOTE_ID]
    assert closed.outcome == Outcome(
        on=LAST_DAY, reason="diary_full", mode="referral", before=Status.SENT
    )


def test_a_verbal_yes_can_still_be_declined_until_it_is_won() -> None:
    declined = after(a_snapshot(a_quote()), a_closing(Status.DECLINED))
    assert declined.quotes[QUOTE_ID].status is Status.DECLINED
    won = after(a_snapshot(a_quote()), a_closing(Status.WON))
    with pytest.raises(Refused, match="closed_already"):
        after(won, a_closing(Status.DECLINED))


def test_a_yes_on_the_last_valid_day_wins() -> None:
    assert after(a_snapshot(a_quote()), a_closing()).quotes[QUOTE_ID].status is Status.WON


def test_a_yes_given_in_time_wins_even_where_it_is_logged_late() -> None:
    won = after(a_snapshot(a_quote()), a_closing(on=LAST_DAY), today=date(2026, 5, 1))
    assert won.quotes[QUOTE_ID].status is Status.WON


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"valid_until": LAST_DAY},
        {"validity_days": 21},
        {"validity_days": 0},
        {"valid_until": date(2026, 3, 22)},
    ],
)
def test_a_yes_after_the_last_valid_day_is_refused_unless_insisted(fields: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        after(a_snapshot(a_quote(**fields)), a_closing(on=DAY_AFTER), today=DAY_AFTER)
    assert (refused.value.code, refused.value.exit_code) == ("late_acceptance", 5)
    assert refused.value.insist
    assert refused.value.facts["ref"] == "D26-001"


@pytest.mark.parametrize("status", [Status.LOST, Status.NO_RESPONSE, Status.DECLINED])
def test_an_expired_quote_can_be_closed_otherwise(status: Status) -> None:
    closed = after(a_snapshot(a_quote()), a_closing(status, on=DAY_AFTER), today=DAY_AFTER)
    assert closed.quotes[QUOTE_ID].status is status


FULL = a_quote(
    validity_days=21,
    valid_until=LAST_DAY,
    limit=2,
    cadence="patient",
    notes="two prices",
    urgent=True,
    snoozed_until=date(2026, 4, 1),
    decision_expected=date(2026, 4, 2),
    send_by=date(2026, 3, 2),
    outcome=Outcome(reason="left over"),
    silence=(Silence.PRICE,),
    call_at=datetime(2026, 3, 20, 14),
    referred_to="Ana Roux",
    stated_reason="no time",
    private_reason="a bore",
    went=Went.BADLY,
    could_have_known=True,
    brief=Brief.VAGUE,
    mode=RefusalMode.DETERRENT,
    seq=5,
)
"""A quote of which much is known."""


def test_an_insisted_late_yes_supersedes_the_quote_with_a_new_draft_that_copies_it() -> None:
    snapshot = late_yes(FULL)
    old, draft = snapshot.quotes[QUOTE_ID], snapshot.quotes[DRAFT_ID]
    assert old.status is Status.SUPERSEDED
    assert old.outcome == Outcome(
        on=date(2026, 3, 25), mode="deterrent", before=Status.SENT, became=DRAFT_ID
    )
    assert (old.private_reason, old.went) == ("a bore", Went.BADLY)
    assert draft == Quote(
        id=DRAFT_ID,
        ref="D26-002",
        lead_id=FULL.lead_id,
        title=FULL.title,
        amount=FULL.amount,
        asked_on=date(2026, 3, 25),
        validity_days=21,
        limit=2,
        cadence="patient",
        notes="two prices",
        urgent=True,
        brief=Brief.VAGUE,
        mode=RefusalMode.DETERRENT,
    )


def test_the_bounds_of_an_insisted_late_yes_are_those_of_the_new_draft() -> None:
    yes = a_closing(on=DAY_AFTER, mode="bounded", insist=True)
    snapshot = after(a_snapshot(a_quote()), yes, today=DAY_AFTER)
    assert snapshot.quotes[DRAFT_ID].mode is RefusalMode.BOUNDED


def test_the_new_draft_is_sent_for_as_long_as_the_old_quote_held() -> None:
    snapshot = late_yes(a_quote(validity_days=10))
    sent = after(snapshot, SendQuote(quote_id=DRAFT_ID, on=date(2026, 3, 26)))
    assert sent.quotes[DRAFT_ID].valid_until == date(2026, 4, 5)


def test_insisting_where_nothing_is_refused_changes_nothing() -> None:
    snapshot = after(a_snapshot(a_quote()), a_closing(on=LAST_DAY, insist=True))
    assert [*snapshot.quotes] == [QUOTE_ID]
    assert snapshot.quotes[QUOTE_ID].status is Status.WON


def test_a_superseded_quote_is_not_reopened_and_names_its_draft() -> None:
    with pytest.raises(Refused) as refused:
        after(late_yes(a_quote()), ReopenQuote(quote_id=QUOTE_ID))
    assert (refused.value.code, refused.value.facts["draft"]) == ("was_superseded", "D26-002")


def test_what_was_done_is_told_in_facts() -> None:
    edit = a_closing().apply(a_snapshot(a_quote()), circumstances(LAST_DAY))
    assert (edit.code, edit.subject) == ("closed", "D26-001")
    assert edit.facts == {"status": "won", "on": LAST_DAY}
    late = a_closing(on=DAY_AFTER, insist=True)
    edit = late.apply(a_snapshot(a_quote()), circumstances(DAY_AFTER))
    assert edit.code == "superseded"
    assert edit.facts == {"draft": "D26-002", "valid_until": LAST_DAY}


def test_a_declined_draft_says_it_was_a_draft() -> None:
    declined = after(a_snapshot(a_draft()), a_closing(Status.DECLINED)).quotes[QUOTE_ID]
    assert declined.outcome == Outcome(on=LAST_DAY, mode="no_time", before=Status.DRAFT)
