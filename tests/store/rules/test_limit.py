"""The limit of unanswered follow-ups, and what is advised at it (DESIGN: counting; B1, B2)."""

from datetime import date

import pytest

from store.records.quote import Quote
from store.records.settings import Settings
from store.records.words import Status
from store.rules.advice import Level
from store.rules.counting import LimitState, limit_state
from tests.builders import a_board, a_contact, a_draft, a_quote, standing_on

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("count", "limit", "state"),
    [
        (0, 3, LimitState.UNDER),
        (2, 3, LimitState.UNDER),
        (3, 3, LimitState.REACHED),
        (4, 3, LimitState.EXCEEDED),
        (0, 0, LimitState.REACHED),
        (1, 0, LimitState.EXCEEDED),
    ],
)
def test_a_count_is_under_at_or_past_its_limit(count: int, limit: int, state: LimitState) -> None:
    assert limit_state(count, limit) is state


@pytest.mark.parametrize(
    ("fields", "limit"),
    [
        ({}, 3),
        ({"cadence": "once"}, 1),
        ({"cadence": "patient"}, 5),
        ({"cadence": "standard"}, 3),
        ({"cadence": "nobody knows"}, 3),
        ({"limit": 7}, 7),
        ({"limit": 0}, 0),
        ({"limit": 7, "cadence": "once"}, 7),
        ({"limit": 2, "cadence": "patient"}, 2),
    ],
)
def test_a_quotes_own_limit_precedes_its_cadences_and_that_the_configured_one(
    fields: dict[str, object], limit: int
) -> None:
    assert standing_on(TODAY, a_quote(**fields)).limit == limit


def test_the_configured_limit_and_cadence_hold_where_a_quote_says_nothing() -> None:
    assert standing_on(TODAY, a_quote(), settings=Settings(limit=6)).limit == 6
    assert standing_on(TODAY, a_quote(), settings=Settings(cadence="patient")).limit == 5
    own = a_quote(cadence="once")
    assert standing_on(TODAY, own, settings=Settings(limit=6)).limit == 1


def test_a_lead_takes_the_lowest_limit_of_its_pending_quotes_and_each_shows_it() -> None:
    patient, once = a_quote(id=10, cadence="patient"), a_quote(id=11, cadence="once")
    board = a_board(TODAY, patient, once, a_contact(date(2026, 3, 4), quote_id=10))
    assert [board.of_quote(quote).limit for quote in (patient, once)] == [1, 1]
    assert board.of_quote(patient).limit_state is LimitState.REACHED
    assert board.leads()[0].tally.limit == 1


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.SENT])
def test_quotes_that_are_not_pending_do_not_lower_the_leads_limit(status: Status) -> None:
    pending, other = a_quote(id=10), a_quote(id=11, status=status, limit=1)
    board = a_board(TODAY, pending, other)
    assert board.of_quote(pending).limit == 3
    assert board.of_quote(other).limit == 1
    assert board.leads()[0].tally.limit == 3


def test_at_the_limit_it_is_time_to_decide_and_past_it_to_stop() -> None:
    contacts = [a_contact(date(2026, 3, day)) for day in (4, 5, 6, 9)]
    for chased, codes in ((2, []), (3, ["limit_reached"]), (4, ["limit_exceeded"])):
        standing = standing_on(TODAY, a_quote(), contacts[:chased])
        found = [advice for advice in standing.advice if advice.code.startswith("limit")]
        assert [advice.code for advice in found] == codes
        assert all(advice.level is Level.WARN for advice in found)
        assert all(advice.facts == {"count": chased, "limit": 3} for advice in found)


def test_a_lead_without_a_pending_quote_is_under_its_limit_and_gets_no_advice() -> None:
    board = a_board(TODAY, a_quote(status=Status.WON), a_contact(date(2026, 3, 4)))
    lead = board.leads()[0]
    assert (lead.limit_state, lead.advice) == (LimitState.UNDER, ())
    assert (lead.tally.count, lead.tally.total) == (0, 1)


def test_a_lead_at_its_limit_is_told_on_the_lead_too() -> None:
    board = a_board(TODAY, a_quote(limit=1), a_contact(date(2026, 3, 4)))
    assert [advice.code for advice in board.leads()[0].advice] == ["limit_reached"]


@pytest.mark.parametrize(
    ("quote", "today", "codes"),
    [
        (a_quote(), date(2026, 3, 23), []),
        (a_quote(), date(2026, 3, 24), ["close_as_no_response"]),
        (a_quote(cadence="patient"), date(2026, 3, 24), []),
        (a_quote(status=Status.LOST), date(2026, 3, 24), []),
        (a_draft(valid_until=date(2026, 3, 23)), date(2026, 3, 24), []),
    ],
)
def test_an_expired_quote_without_a_step_left_is_proposed_to_be_closed(
    quote: Quote, today: date, codes: list[str]
) -> None:
    standing = standing_on(today, quote)
    assert [advice.code for advice in standing.advice] == codes
    assert all(advice.facts == {"days": 1} for advice in standing.advice)
