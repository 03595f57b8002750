"""The records as JSON: whole, readable again, one a line."""

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given

from store.exchange.json_export import json_text
from store.exchange.selection import Filters
from store.records.day import FIRST_DAY
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Outcome, Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Status
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from store.rules.views import View
from tests.builders import a_board, a_contact, a_lead, a_quote
from tests.store.strategies import snapshots

TODAY = date(2026, 4, 30)


def a_year() -> Board:
    """Two leads with a quote each, one of them closed, and a lead without a quote."""
    lost = a_quote(id=20, ref="D26-002", lead_id=2, status=Status.LOST, outcome=Outcome())
    return a_board(
        TODAY,
        a_lead(notes="private"),
        a_lead(id=2, name="Cabinet Rey"),
        a_lead(id=3, name="Zoë"),
        a_quote(),
        lost,
        a_contact(None, id=100),
        a_contact(date(2026, 3, 4), id=101),
        a_contact(date(2026, 3, 9), id=102, lead_id=2, quote_id=20),
    )


def ids(board: Board, filters: Filters) -> tuple[list[int], ...]:
    tables: dict[str, Any] = json.loads(json_text(board, **filters))
    return tuple([row["id"] for row in tables[name]] for name in ("leads", "quotes", "follow_ups"))


@given(snapshots())
def test_every_record_reads_back_as_it_was(snapshot: Snapshot) -> None:
    tables = json.loads(json_text(Board(snapshot, FIRST_DAY, Rulebook.of(Settings()))))
    assert tables.pop("relance") == 1
    assert msgspec.convert(tables["leads"], list[Lead]) == list(snapshot.leads.values())
    assert msgspec.convert(tables["quotes"], list[Quote]) == list(snapshot.quotes.values())
    contacts = list(snapshot.follow_ups.values())
    assert msgspec.convert(tables["follow_ups"], list[FollowUp]) == contacts


def test_a_record_is_a_line() -> None:
    lines = json_text(a_year()).splitlines()
    assert sum(line.startswith('{"id":') for line in lines) == 8


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ([1, 2, 3], [10, 20], [100, 101, 102])),
        ({"lead": "rey"}, ([2], [20], [102])),
        ({"lead": "zoe"}, ([3], [], [])),
        ({"view": View.PENDING}, ([1], [10], [100, 101])),
        ({"view": View.CLOSED, "lead": "lumen"}, ([], [], [])),
        ({"since": date(2026, 3, 5)}, ([1, 2, 3], [10, 20], [102])),
        ({"until": date(2026, 3, 5)}, ([1, 2, 3], [10, 20], [100, 101])),
    ],
)
def test_filters_choose_quotes_their_leads_and_their_contacts(
    filters: Filters, expected: tuple[list[int], ...]
) -> None:
    assert ids(a_year(), filters) == expected


def test_a_view_takes_a_lead_without_those_of_its_quotes_that_it_does_not_show() -> None:
    lost = a_quote(id=11, ref="D26-002", status=Status.LOST, outcome=Outcome())
    board = a_board(TODAY, a_quote(), lost, a_contact(id=100), a_contact(id=101, quote_id=11))
    assert ids(board, {"view": View.CLOSED}) == ([1], [11], [101])


def test_an_empty_tracker_is_three_empty_lists() -> None:
    empty = json.loads(json_text(Board(Snapshot(), TODAY, Rulebook.of(Settings()))))
    assert empty == {"relance": 1, "leads": [], "quotes": [], "follow_ups": []}
