"""The follow-up log: a line for every contact, with the count as it stood after it."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from msgspec.structs import replace

from store.exchange.log import LogLine, follow_up_log, log_entries
from store.records.day import FIRST_DAY, LAST_DAY
from store.records.lead import Person
from store.records.quote import Outcome
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import CallOutcome, Channel, Direction, Kind, Status
from store.rules.board import Board
from store.rules.counting import LimitState, tally
from store.rules.rulebook import Rulebook
from tests.builders import a_board, a_contact, a_draft, a_lead, a_quote, a_reply
from tests.store.strategies import snapshots

TODAY = date(2026, 4, 30)
OTHER_LEAD, OTHER_QUOTE = 2, 20


def march(day: int) -> date:
    return date(2026, 3, day)


def counts(board: Board) -> list[int]:
    return [line.count for line in follow_up_log(board)]


def test_a_line_says_what_is_known_of_a_contact_its_quote_and_its_lead() -> None:
    lead = a_lead(contacts=(Person(name="Ana Roux", email="ana@lumen.example"),), notes="private")
    quote = a_quote(notes="private too")
    contact = a_contact(
        march(4),
        time=time(10, 30),
        channel=Channel.PHONE,
        outcome=CallOutcome.VOICEMAIL,
        minutes=5,
        note="call back",
    )
    assert follow_up_log(a_board(TODAY, lead, quote, contact)) == [
        LogLine(
            date=march(4),
            time=time(10, 30),
            lead="Atelier Lumen",
            contact="Ana Roux",
            ref="D26-001",
            title="Website redesign",
            amount=Decimal("1200.00"),
            currency="EUR",
            direction=Direction.OUT,
            channel=Channel.PHONE,
            outcome=CallOutcome.VOICEMAIL,
            minutes=5,
            count=1,
            limit=3,
            limit_state=LimitState.UNDER,
            valid_until=march(23),
            status=Status.SENT,
            note="call back",
        )
    ]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_contact_has_a_line(kind: Kind) -> None:
    log = follow_up_log(a_board(TODAY, a_quote(), a_contact(march(4), kind=kind)))
    assert [line.direction for line in log] == [kind.direction]


def test_the_count_runs_to_the_limit_and_past_it() -> None:
    contacts = [a_contact(march(day)) for day in (4, 9, 13, 20)]
    log = follow_up_log(a_board(TODAY, a_quote(), *contacts))
    assert [(line.count, line.limit_state) for line in log] == [
        (1, LimitState.UNDER),
        (2, LimitState.UNDER),
        (3, LimitState.REACHED),
        (4, LimitState.EXCEEDED),
    ]


def test_a_reply_sets_the_count_back() -> None:
    contacts = [a_contact(march(4)), a_contact(march(6)), a_reply(march(9)), a_contact(march(16))]
    assert counts(a_board(TODAY, a_quote(), *contacts)) == [1, 2, 0, 1]


def test_all_pending_quotes_of_a_lead_count_together_and_the_lowest_limit_holds() -> None:
    second = a_quote(id=11, ref="D26-002", sent_on=march(5), limit=2)
    contacts = [a_contact(march(4)), a_contact(march(9), quote_id=11)]
    log = follow_up_log(a_board(TODAY, a_quote(), second, *contacts))
    assert [(line.count, line.limit) for line in log] == [(1, 3), (2, 2)]


def test_a_follow_up_counts_as_it_did_before_its_quote_was_closed() -> None:
    won = a_quote(status=Status.WON, outcome=Outcome(on=march(10)))
    second = a_quote(id=11, ref="D26-002", sent_on=march(5))
    contacts = [a_contact(march(4)), a_contact(march(9)), a_contact(march(12), quote_id=11)]
    log = follow_up_log(a_board(TODAY, won, second, *contacts))
    assert [(line.count, line.status) for line in log] == [
        (1, Status.WON),
        (2, Status.WON),
        (1, Status.SENT),
    ]


def test_a_quote_closed_on_an_unknown_day_counts_until_its_last_contact() -> None:
    lost = a_quote(status=Status.LOST, outcome=Outcome(on=None))
    second = a_quote(id=11, ref="D26-002")
    contacts = [a_contact(None), a_contact(march(9)), a_contact(march(12), quote_id=11)]
    assert counts(a_board(TODAY, lost, second, *contacts)) == [1, 2, 1]


def test_a_quote_that_was_never_sent_never_counts() -> None:
    declined = a_draft(status=Status.DECLINED, outcome=Outcome(before=Status.DRAFT))
    board = a_board(TODAY, declined, a_draft(id=11), a_contact(march(4)), a_contact(quote_id=11))
    assert counts(board) == [0, 0]


@given(snapshots())
def test_the_last_count_of_a_lead_is_the_one_that_the_board_shows(snapshot: Snapshot) -> None:
    pending = {
        key: replace(quote, status=Status.SENT, sent_on=FIRST_DAY, outcome=None)
        for key, quote in snapshot.quotes.items()
    }
    board = Board(
        Snapshot(snapshot.leads, pending, snapshot.follow_ups), LAST_DAY, Rulebook.of(Settings())
    )
    last = {entry.contact.lead_id: entry.tally for entry in log_entries(board)}
    for lead_id, after in last.items():
        assert after == tally(board.snapshot.dossiers[lead_id], LAST_DAY, board.rulebook)


def test_contacts_after_today_are_left_out() -> None:
    board = a_board(march(5), a_quote(), a_contact(march(5)), a_contact(march(6)))
    assert [line.date for line in follow_up_log(board)] == [march(5)]


def test_the_oldest_come_first_over_all_leads_and_unknown_days_before_them() -> None:
    other = a_lead(id=OTHER_LEAD, name="Cabinet Rey")
    quotes = [a_quote(), a_quote(id=OTHER_QUOTE, ref="D26-002", lead_id=OTHER_LEAD)]
    theirs = {"lead_id": OTHER_LEAD, "quote_id": OTHER_QUOTE}
    contacts = [
        a_contact(march(9)),
        a_contact(march(4), **theirs),
        a_contact(None, **theirs),
        a_contact(march(3)),
    ]
    log = follow_up_log(a_board(TODAY, a_lead(), other, *quotes, *contacts))
    assert [(line.date, line.lead) for line in log] == [
        (None, "Cabinet Rey"),
        (march(3), "Atelier Lumen"),
        (march(4), "Cabinet Rey"),
        (march(9), "Atelier Lumen"),
    ]


def test_another_leads_contact_without_a_time_does_not_upset_a_leads_own_order() -> None:
    quotes = [a_quote(), a_quote(id=OTHER_QUOTE, ref="D26-002", lead_id=OTHER_LEAD)]
    contacts = [
        a_contact(march(4), time=time(15)),
        a_contact(march(4), time=time(9)),
        a_contact(march(4), lead_id=OTHER_LEAD, quote_id=OTHER_QUOTE),
    ]
    board = a_board(TODAY, a_lead(), a_lead(id=OTHER_LEAD, name="Rey"), *quotes, *contacts)
    ours = follow_up_log(board, lead="lumen")
    assert [(line.time, line.count) for line in ours] == [(time(9), 1), (time(15), 2)]
    of_all = [line for line in follow_up_log(board) if line.lead == "Atelier Lumen"]
    assert of_all == ours


@pytest.mark.parametrize(
    ("people", "name"),
    [
        ((), ""),
        ((Person(name="Ana"), Person(name="Bea")), "Ana"),
        ((Person(name="Ana", left_on=march(1)), Person(name="Bea")), "Bea"),
        ((Person(name="Ana", left_on=date(2026, 5, 1)), Person(name="Bea")), "Ana"),
        ((Person(name="Ana", left_on=march(1)),), ""),
    ],
)
def test_the_contact_is_the_first_person_who_is_still_there(
    people: tuple[Person, ...], name: str
) -> None:
    log = follow_up_log(a_board(TODAY, a_lead(contacts=people), a_quote(), a_contact()))
    assert [line.contact for line in log] == [name]


def test_a_contact_without_its_quote_or_lead_has_a_line_all_the_same() -> None:
    [line] = follow_up_log(a_board(TODAY, a_contact(march(4), lead_id=77, quote_id=88)))
    assert (line.lead, line.ref, line.amount, line.status) == ("", "", None, None)
