"""Lists of which only the order is kept show the same rows in the same order as if all were."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given

from store.file.snapshot_reading import read_snapshot
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.rules import ordered
from store.rules.all_leads import LeadGlance
from store.rules.board import Board
from store.rules.closed import QuoteGlance
from store.rules.journal import latest_first
from store.rules.order import work_key
from store.rules.rulebook import Rulebook
from tests.builders import a_board, a_contact, a_lead, a_quote
from tests.store.file.test_snapshot_reading import tables_of
from tests.store.strategies import near_days, snapshots

RULES = Rulebook.of(Settings())


def in_both_ways(snapshot: Snapshot, today: date) -> list[Board]:
    """Of records in memory, and of a file."""
    read = read_snapshot(tables_of(snapshot), are_sound=True)
    return [Board(snapshot, today, RULES), Board(read, today, RULES)]


@given(snapshots(), near_days)
def test_the_closed_quotes_are_those_that_stand_so_in_their_order(
    snapshot: Snapshot, today: date
) -> None:
    for board in in_both_ways(snapshot, today):
        closed = [each for each in board.quotes() if not each.quote.status.is_open]
        assert [*board.closed()] == sorted(closed, key=work_key)


@given(snapshots(), near_days)
def test_the_journal_has_every_contact_the_latest_first(snapshot: Snapshot, today: date) -> None:
    for board in in_both_ways(snapshot, today):
        contacts = [row.contact for row in board.journal()]
        keys = [(latest_first(each), each.id) for each in contacts]
        assert keys == sorted((latest_first(each), each.id) for each in contacts)
        assert {each.id: each for each in contacts} == dict(snapshot.follow_ups)


@given(snapshots(), near_days)
def test_what_finding_and_sorting_look_at_is_what_the_rows_say(
    snapshot: Snapshot, today: date
) -> None:
    for board in in_both_ways(snapshot, today):
        assert [closed_facts(each) for each in board.closed().glances()] == [
            closed_facts(each) for each in board.closed()
        ]
        assert [lead_facts(each) for each in board.leads().glances()] == [
            lead_facts(each) for each in board.leads()
        ]
        assert [each.found_by for each in board.journal().glances()] == [
            each.found_by for each in board.journal()
        ]


def closed_facts(row: QuoteGlance) -> object:
    return row.quote, row.lead.name, row.found_by


def lead_facts(row: LeadGlance) -> object:
    return row.lead, row.tally, [*row.pending], [*row.pending_sums], row.found_by


def test_a_part_of_a_list_is_such_a_list_again() -> None:
    contacts = [a_contact(date(2026, 3, day), id=day) for day in range(1, 9)]
    journal = a_board(date(2026, 3, 20), a_lead(), a_quote(), *contacts).journal()
    assert [row.contact.id for row in journal[2:5]] == [6, 5, 4]
    assert [row.contact.id for row in journal.picked([7, 0])] == [1, 8]
    assert journal[-1].contact.id == 1


def test_more_rows_than_are_sorted_at_once_come_in_one_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ordered, "RUN", 3)
    days: Sequence[int] = (5, 2, 9, 1, 8, 3, 7, 4)
    contacts = [a_contact(date(2026, 3, day), id=day) for day in days]
    journal = a_board(date(2026, 3, 20), a_lead(), a_quote(), *contacts).journal()
    assert [row.contact.id for row in journal] == sorted(days, reverse=True)
