"""What is worked out ahead of the keys that ask for it."""

import gc
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.file.lazy_table import LazyTable
from store.file.snapshot_reading import read_snapshot
from store.records.edit import Record
from store.records.quote import Outcome, Quote
from store.records.settings import Settings
from store.records.words import Status
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from tests.builders import a_board, a_contact, a_lead, a_quote, a_snapshot
from tests.store.file.test_snapshot_reading import tables_of
from tests.tui.apps import Put, an_app, settled
from tests.tui.test_app import browser, main, until
from tests.tui.test_work_per_key import detail_shown
from tui.warming import Warming
from tui.widgets.detail import Detail

TODAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_a_board_is_worked_out_to_the_order_of_every_list() -> None:
    board = a_board(TODAY, a_lead(), a_quote(), a_contact())
    assert Warming().warm(board, lambda: True)
    assert board.knows("linked")
    assert board.journal() is board.journal()


def test_what_is_not_wanted_any_more_is_left_off() -> None:
    board = a_board(TODAY, a_lead(), a_quote())
    assert not Warming().warm(board, lambda: False)
    assert not board.knows("linked")


def test_of_what_is_closed_no_record_is_kept() -> None:
    """Ten years of closed quotes take no more room than their places in the lists."""
    closed = [closed_quote(number) for number in range(10, 40)]
    records: list[Record] = [
        a_lead(id=1),
        a_lead(id=2, name="Maison Nay"),
        a_quote(id=1, lead_id=2),
        *closed,
    ]
    records += [a_contact(id=each.id, lead_id=1, quote_id=each.id) for each in closed]
    snapshot = read_snapshot(tables_of(a_snapshot(*records)))
    board = Board(snapshot, TODAY, Rulebook.of(Settings()))
    assert Warming().warm(board, lambda: True)
    assert [*map(len, (board.closed(), board.journal(), board.leads()))] == [30, 30, 2]
    assert [*snapshot.dossiers.made] == [2]
    tables = (snapshot.leads, snapshot.quotes, snapshot.follow_ups)
    assert [len(table._read) for table in tables if isinstance(table, LazyTable)] == [1, 1, 0]


def closed_quote(number: int) -> Quote:
    outcome = Outcome(on=date(2026, 3, 2))
    return a_quote(id=number, lead_id=1, status=Status.WON, outcome=outcome)


def test_it_rests_while_keys_are_pressed() -> None:
    """And asks meanwhile whether it is still wanted: the board may be another after the key."""
    board = a_board(TODAY, a_lead(), a_quote())
    warm, asked = Warming(), 0

    def is_wanted() -> bool:
        nonlocal asked
        asked += 1
        if asked == 1:
            warm.give_way()
        return asked < 10

    assert not warm.warm(board, is_wanted)
    assert not board.knows("linked")  # it went no further


async def test_the_detail_says_which_quote_names_its_own_once_that_is_known(
    tmp_path: Path,
) -> None:
    other = a_quote(id=2, ref="D26-002", lead_id=9, similar_to=("D26-001",))
    app = an_app(tmp_path, a_quote(), a_lead(id=9, name="Maison Nay"), other)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        browser(app).lines.go_to(1)
        detail = app.screen.query_one(Detail)
        await until(pilot, lambda: "D26-002" in detail.text.plain)


async def test_nothing_is_held_of_a_board_that_was_replaced(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        before = weakref.ref(app.desk.board)
        await app.desk.commit(Put(a_quote(title="Leaflet")))
        main(app).show()
        await settled(pilot)
        await detail_shown(pilot, app)

        def is_gone() -> bool:
            gc.unfreeze()
            gc.collect()
            return before() is None

        await until(pilot, is_gone)
