"""How much is done for a key, in counts: what makes keys fast at any number of quotes.

Counted are the calls on the screen's own thread, which is the one that keys wait for.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.pilot import Pilot

from store.records.edit import Record
from store.records.quote import Outcome
from store.records.words import Status
from store.rules.find import text_of_quote
from store.rules.journal import latest_first, moment
from store.rules.order import work_key
from store.rules.standing import standings
from tests.builders import a_contact, a_lead, a_quote
from tests.tui.apps import an_app, settled
from tests.tui.test_app import browser, main, until
from tui.app import RelanceApp
from tui.views.log_view import LogView
from tui.views.quote_views import QuoteView
from tui.warming import Warming
from tui.widgets import arrangement
from tui.widgets.browser import WAIT
from tui.widgets.detail import Detail
from tui.widgets.detail_text import quote_text
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.summary_line import SummaryLine

QUOTES = 300
LEADS = 60
IN_SIGHT = 31
"""Rows of a list at 120x36."""

ROW_LINE = LineView._row_line


class Counts:
    """How often functions were called."""

    def __init__(self, *functions: Any) -> None:
        self.of = {function.__code__: 0 for function in functions}

    def __getitem__(self, function: Any) -> int:
        code: CodeType = function.__code__
        return self.of[code]

    def note(self, frame: FrameType, event: str, _what: object) -> None:
        """Counts a call, as `sys.setprofile` tells it."""
        if event == "call" and frame.f_code in self.of:
            self.of[frame.f_code] += 1


@contextmanager
def counting(*functions: Any) -> Iterator[Counts]:
    counts = Counts(*functions)
    sys.setprofile(counts.note)
    try:
        yield counts
    finally:
        sys.setprofile(None)


def many_records() -> list[Record]:
    """Quotes of many leads, every second one closed, with two contacts each."""
    records: list[Record] = [a_lead(id=n, name=f"Maison {n}") for n in range(2, LEADS + 2)]
    for n in range(1, QUOTES + 1):
        lead_id = 2 + n % LEADS
        closed = {"status": Status.WON, "outcome": Outcome(before=Status.SENT)} if n % 2 else {}
        records.append(
            a_quote(id=n, ref=f"D26-{n:03}", lead_id=lead_id, title=f"Été {n}", **closed)
        )
        records += [a_contact(lead_id=lead_id, quote_id=n, note="Rappelé") for _ in range(2)]
    return records


async def in_view(pilot: Pilot[None], app: RelanceApp, key: str) -> None:
    """The view of that key, with everything worked out and shown."""
    await settled(pilot)
    await pilot.press(key)
    await detail_shown(pilot, app)


async def detail_shown(pilot: Pilot[None], app: RelanceApp) -> None:
    """Waits for the detail of the row under the cursor."""
    standing = main(app).standing
    title = standing.quote.ref if standing else ""
    await until(pilot, lambda: title in app.screen.query_one(Detail).text.plain)
    await pilot.pause()


async def test_a_cursor_key_paints_two_rows_and_one_detail(tmp_path: Path) -> None:
    app = an_app(tmp_path, *many_records())
    async with app.run_test(size=(120, 36)) as pilot:
        await in_view(pilot, app, "2")
        with counting(ROW_LINE, quote_text, QuoteView.cells) as counts:
            await pilot.press("j")
            await detail_shown(pilot, app)
        assert counts[ROW_LINE] == 2
        assert counts[QuoteView.cells] == 0
        assert counts[quote_text] == 1


async def test_a_cursor_key_leaves_all_else_as_it_is(tmp_path: Path) -> None:
    app = an_app(tmp_path, *many_records())
    async with app.run_test(size=(120, 36)) as pilot:
        await in_view(pilot, app, "2")
        with counting(KeyLine.render, SummaryLine.render, Compositor.reflow) as counts:
            await pilot.press("j")
            await detail_shown(pilot, app)
        assert set(counts.of.values()) == {0}


async def test_a_page_paints_one_screenful(tmp_path: Path) -> None:
    app = an_app(tmp_path, *many_records())
    async with app.run_test(size=(120, 36)) as pilot:
        await in_view(pilot, app, "2")
        await pilot.press("pagedown")
        await detail_shown(pilot, app)
        with counting(ROW_LINE, QuoteView.cells) as counts:
            await pilot.press("pagedown")
            await detail_shown(pilot, app)
        assert counts[ROW_LINE] == IN_SIGHT
        assert counts[QuoteView.cells] == IN_SIGHT


async def test_a_change_of_view_makes_the_cells_in_sight_and_nothing_else(tmp_path: Path) -> None:
    app = an_app(tmp_path, *many_records())
    async with app.run_test(size=(120, 36)) as pilot:
        await in_view(pilot, app, "2")
        works = (ROW_LINE, QuoteView.cells, LogView.cells, standings, work_key, latest_first)
        with counting(*works) as counts:
            for key in "54":
                await pilot.press(key)
                await detail_shown(pilot, app)
        assert counts[QuoteView.cells] == IN_SIGHT
        assert counts[LogView.cells] == IN_SIGHT
        assert counts[ROW_LINE] == 2 * IN_SIGHT
        assert counts[latest_first] == 0
        assert counts[standings] <= IN_SIGHT  # leads whose quotes are all closed
        assert counts[work_key] <= 2 * QUOTES // LEADS  # the detail's other quotes of the lead


async def test_finding_folds_no_quote_while_letters_are_typed(tmp_path: Path) -> None:
    app = an_app(tmp_path, *many_records())
    async with app.run_test(size=(120, 36)) as pilot:
        await in_view(pilot, app, "5")
        await pilot.press("slash")
        await pilot.pause()
        with counting(text_of_quote, QuoteView.found_by) as counts:
            await pilot.press(*"ete")
            await pilot.pause()
        assert len(browser(app).lines.rows) == QUOTES // 2
        assert counts[text_of_quote] == counts[QuoteView.found_by] == 0


async def test_what_takes_long_is_arranged_aside_and_shown_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list not listed yet, one sorted otherwise, and what there is to find in."""
    monkeypatch.setattr(arrangement, "FEW", 0)
    app = an_app(tmp_path, *many_records())
    async with app.run_test(size=(120, 36)) as pilot:
        await in_view(pilot, app, "4")
        lines = browser(app).lines
        with counting(moment, text_of_quote) as counts:
            await pilot.press("greater_than_sign")
            await until(pilot, lambda: lines.sorted_by == ("day", False) and shows_count(app))
            await pilot.press("5", "slash", *"ete")
            await until(pilot, lambda: "“ete”" in str(browser(app).border_subtitle))
        assert len(lines.rows) == QUOTES // 2
        assert counts[moment] == counts[text_of_quote] == 0


async def test_a_view_opened_before_its_list_is_known_says_so_and_takes_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrangement, "FEW", 0)
    monkeypatch.setattr(Warming, "warm", lambda *_: False)
    app = an_app(tmp_path, *many_records())
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("4")
        assert browser(app).border_subtitle in (WAIT, str(2 * QUOTES))
        await until(pilot, lambda: len(browser(app).lines.rows) == 2 * QUOTES)
        await pilot.press("1", "4")
        assert len(browser(app).lines.rows) == 2 * QUOTES


def shows_count(app: RelanceApp) -> bool:
    return str(browser(app).border_subtitle) == str(len(browser(app).lines.rows))
