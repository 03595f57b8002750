"""What is worked out ahead of the keys that ask for it."""

import gc
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.rules.standing import Standing
from tests.builders import a_board, a_contact, a_lead, a_quote
from tests.tui.apps import Put, an_app, settled
from tests.tui.test_app import browser, main, until
from tests.tui.test_work_per_key import detail_shown
from tui import warming
from tui.warming import Warming
from tui.widgets.detail import Detail

TODAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def found_by_known(standing: Standing) -> bool:
    return "found_by" in standing.__dict__


def test_a_board_is_worked_out_to_what_its_rows_are_found_by() -> None:
    board = a_board(TODAY, a_lead(), a_quote(), a_contact())
    assert Warming().warm(board, lambda: True)
    assert board.knows_linked
    assert all(found_by_known(each) for each in board.quotes())
    assert "found_by" in board.journal()[0].__dict__


def test_what_is_not_wanted_any_more_is_left_off() -> None:
    board = a_board(TODAY, a_lead(), a_quote())
    assert not Warming().warm(board, lambda: False)
    assert not board.knows_linked


def test_it_rests_while_keys_are_pressed() -> None:
    """And asks meanwhile whether it is still wanted: the board may be another after the key."""
    leads = [a_lead(id=n, name=f"Maison {n}") for n in range(2, 2 * warming.STEPS_AT_ONCE)]
    board = a_board(TODAY, *leads)
    warm, asked = Warming(), 0

    def is_wanted() -> bool:
        nonlocal asked
        asked += 1
        if asked == 1:
            warm.give_way()
        return asked < warming.STEPS_AT_ONCE + 10

    assert not warm.warm(board, is_wanted)
    assert len(board._worked_out) == warming.STEPS_AT_ONCE + 2  # and it went no further


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
