"""The board: a snapshot on a day, worked out once a lead and kept while nothing changed."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.edit import Edit
from store.records.quote import Outcome
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Status
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing
from store.rules.summary import Summary
from store.rules.sums import Money
from store.rules.views import View
from tests.builders import a_board, a_contact, a_draft, a_lead, a_quote, a_reply, a_snapshot
from tests.store.records.test_snapshot import edits, histories
from tests.store.strategies import near_days, snapshots

RULES = Rulebook.of(Settings())


def facts(standing: Standing) -> dict[str, Any]:
    """Everything that a standing knows."""
    names = [name for name, _ in vars(Standing).items() if not name.startswith("_")]
    known = {name: getattr(standing, name) for name in names}
    return known | {"dossier": standing.lead, "of_lead": standing.lead, "rulebook": None}


def everything(board: Board) -> object:
    """All that views are made of."""
    leads = [
        (each.lead, each.tally, each.pending_sums, each.limit_state, each.advice)
        for each in board.leads()
    ]
    closed = [each.quote for each in board.closed()]
    contacts = [each.contact for each in board.journal()]
    quotes = [facts(each) for each in board.quotes()]
    return (quotes, leads, board.summary(), closed, contacts, board.linked())


def a_busy_day() -> Board:
    """Six leads: each with something else to do."""
    today = date(2026, 3, 20)
    return a_board(
        today,
        *(a_lead(id=number, name=f"Lead {number}") for number in range(1, 7)),
        a_quote(id=1, lead_id=1, amount="4800"),
        a_quote(id=2, lead_id=1, amount="200", sent_on=today),
        a_quote(id=3, lead_id=2, amount="9000", limit=1, valid_until=date(2026, 3, 29)),
        a_contact(date(2026, 3, 18), lead_id=2, quote_id=3),
        a_quote(id=4, lead_id=3, amount="650", limit=0, valid_until=date(2026, 3, 19)),
        a_contact(date(2026, 3, 18), lead_id=3, quote_id=4),
        a_quote(id=5, lead_id=4, amount="100.50", currency="CHF"),
        a_contact(date(2026, 3, 18), lead_id=4, quote_id=5),
        a_draft(id=6, lead_id=5, amount="70000", send_by=today),
        a_quote(id=7, lead_id=5, amount="80000", status=Status.WON),
        a_quote(id=8, lead_id=6, amount="0.50", currency="CHF"),
        a_reply(today, lead_id=6, quote_id=8),
    )


def test_the_day_in_numbers() -> None:
    assert a_busy_day().summary() == Summary(
        owed=1,
        to_chase=1,
        to_send=1,
        to_decide=2,
        expiring=1,
        at_limit=1,
        past_limit=1,
        pending=(Money(Decimal("14650.00"), "EUR"), Money(Decimal("101.00"), "CHF")),
    )


def test_an_empty_file_is_a_day_of_zeroes() -> None:
    board = Board(Snapshot(), date(2026, 3, 20), RULES)
    assert board.summary() == Summary(0, 0, 0, 0, 0, 0, 0, ())
    assert ([*board.quotes()], [*board.leads()]) == ([], [])


def test_a_leads_limit_is_counted_once_whatever_the_number_of_its_quotes() -> None:
    quotes = [a_quote(id=number, limit=0) for number in (10, 11, 12)]
    assert a_board(date(2026, 3, 3), *quotes).summary().at_limit == 1


def test_leads_are_listed_by_what_is_pending_and_then_by_name() -> None:
    board = a_board(
        date(2026, 3, 3),
        a_lead(id=1, name="zoé"),
        a_lead(id=2, name="Anne"),
        a_lead(id=3, name="Rich"),
        a_lead(id=4, name="Many"),
        a_quote(id=10, lead_id=3, amount="900.10"),
        a_quote(id=11, lead_id=4, amount="500"),
        a_quote(id=12, lead_id=4, amount="400.11"),
        a_quote(id=13, lead_id=1, amount="9999", status=Status.LOST),
    )
    assert [each.lead.name for each in board.leads()] == ["Many", "Rich", "Anne", "zoé"]
    assert board.leads()[0].pending_sums == (Money(Decimal("900.11"), "EUR"),)


def test_amounts_of_two_currencies_are_never_added() -> None:
    quotes = [a_quote(id=10, amount="10"), a_quote(id=11, amount="10", currency="USD")]
    assert a_board(date(2026, 3, 3), *quotes).summary().pending == (
        Money(Decimal("10.00"), "EUR"),
        Money(Decimal("10.00"), "USD"),
    )


def test_a_lead_in_which_nothing_changed_is_not_worked_out_again() -> None:
    mine, other = a_quote(id=10, lead_id=1), a_quote(id=11, lead_id=2)
    board = Board(a_snapshot(a_lead(id=1), a_lead(id=2), mine, other), date(2026, 3, 4), RULES)
    before = board.of_quote(mine), board.of_quote(other)
    edit = Edit("logged", "", puts=(a_contact(date(2026, 3, 4), quote_id=10),))
    after = board.with_snapshot(board.snapshot.after(edit))
    assert after.of_quote(other) is before[1]
    assert after.of_quote(mine) is not before[0]
    assert (before[0].follow_ups, after.of_quote(mine).follow_ups) == (0, 1)
    assert board.of_quote(mine).follow_ups == 0


@given(histories(), near_days)
def test_what_is_kept_equals_what_is_worked_out_afresh(
    history: tuple[Snapshot, Edit], today: date
) -> None:
    before, edit = history
    board = Board(before, today, RULES)
    first = everything(board)
    after = board.with_snapshot(before.after(edit))
    assert everything(after) == everything(Board(before.after(edit), today, RULES))
    assert everything(board) == first


def lists(board: Board) -> object:
    """Every list, by what its rows are about; and the day in numbers."""
    return (
        {view: [each.quote.id for each in board.quotes(view)] for view in View},
        [each.quote.id for each in board.open_quotes()],
        [each.quote.id if isinstance(each, Standing) else each.lead for each in board.work()],
        [each.lead for each in board.leads()],
        [(each.contact, each.lead, each.quote) for each in board.journal()],
        [*board.linked()],
        board.summary(),
    )


@given(histories(), near_days, st.data(), st.booleans())
def test_lists_that_are_taken_over_equal_those_made_afresh(
    history: tuple[Snapshot, Edit], today: date, data: st.DataObject, is_looked_at: bool
) -> None:
    """Also over a change after which nobody looked."""
    board = Board(history[0], today, RULES)
    lists(board)
    board = board.with_snapshot(history[0].after(history[1]))
    if is_looked_at:
        lists(board)
    board = board.with_snapshot(board.snapshot.after(data.draw(edits(board.snapshot))))
    assert lists(board.at(time(9, 0))) == lists(Board(board.snapshot, today, RULES, time(9, 0)))


def test_a_sum_that_comes_to_nothing_is_not_taken_for_quotes_without_an_amount() -> None:
    board = a_board(date(2026, 3, 4), a_lead(), a_quote(id=10, amount="5", currency="CHF"))
    assert board.summary().pending == (Money(Decimal("5.00"), "CHF"),)
    for_nothing = a_quote(id=10, amount="0", currency="CHF")
    after = board.with_snapshot(board.snapshot.after(Edit("", "", puts=(for_nothing,))))
    assert after.summary().pending == (Money(Decimal("0.00"), "CHF"),)
    gone = after.with_snapshot(after.snapshot.after(Edit("", "", deletes=(for_nothing,))))
    assert gone.summary().pending == ()


@pytest.mark.parametrize("today", [date.min, date(1970, 1, 1), date(2199, 12, 31), date.max])
@given(snapshot=snapshots())
def test_no_day_makes_the_board_overflow(today: date, snapshot: Snapshot) -> None:
    board = Board(snapshot, today, RULES)
    assert len([everything(board)]) == 1
    assert len(board.quotes()) == len(snapshot.quotes)


@given(snapshots(), near_days)
def test_what_lies_after_today_is_ignored(snapshot: Snapshot, today: date) -> None:
    known = {
        key: contact
        for key, contact in snapshot.follow_ups.items()
        if contact.on is None or contact.on <= today
    }
    until_today = Snapshot(snapshot.leads, snapshot.quotes, known)
    seen = Board(snapshot, today, RULES), Board(until_today, today, RULES)
    ids = [[each.quote.id for each in board.quotes()] for board in seen]
    groups = [[each.group for each in board.quotes()] for board in seen]
    nexts = [[each.next_on for each in board.quotes()] for board in seen]
    tallies = [[each.tally for each in board.quotes()] for board in seen]
    for pair in (ids, groups, nexts, tallies):
        assert pair[0] == pair[1]


def test_a_quote_that_is_closed_later_is_open_on_an_earlier_day() -> None:
    closed = a_quote(status=Status.WON, outcome=Outcome(on=date(2026, 4, 1)))
    snapshot = a_snapshot(a_lead(id=1), closed)
    open_on = {
        day: [each.quote.id for each in Board(snapshot, day, RULES).open_quotes()]
        for day in (date(2026, 3, 31), date(2026, 4, 1))
    }
    assert open_on == {date(2026, 3, 31): [closed.id], date(2026, 4, 1): []}
    assert Board(snapshot, date(2026, 3, 31), RULES).summary().to_decide == 1
