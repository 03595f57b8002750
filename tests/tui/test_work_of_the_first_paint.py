"""How much is done before the first paint, in counts: it is the same at any number of quotes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Outcome, Quote
from store.records.words import Status
from store.rules.order import work_key
from store.rules.standing import standings
from tests.builders import a_contact, a_lead, a_quote, circumstances
from tests.tui.apps import TODAY, Put
from tests.tui.test_first_screen import SlowDisk, an_app, opened
from tests.tui.test_work_per_key import IN_SIGHT, Counts, counting
from tui.views.quote_views import QuoteView

OPEN = 50
"""Open quotes, of as many leads: more than are in sight."""

RECORDS: tuple[Any, ...] = (Lead.__post_init__, Quote.__post_init__, FollowUp.__post_init__)


@pytest.fixture
def disk() -> Iterator[SlowDisk]:
    """A disk that reads no data file while the first paint is looked at."""
    slow = SlowDisk()
    yield slow
    slow.may.set()


def a_tracker(folder: Path, quotes: int) -> Path:
    """An indexed file with so many quotes, as many of them open as in any other."""
    path, records = folder / f"{quotes}.json", list[Record]()
    won: dict[str, Any] = {"status": Status.WON, "outcome": Outcome(on=TODAY)}
    for n in range(1, quotes + 1):
        records.append(a_lead(id=n, name=f"Maison {n}"))
        records.append(a_quote(id=n, ref=f"D26-{n}", lead_id=n, **({} if n <= OPEN else won)))
        records += [a_contact(lead_id=n, quote_id=n) for _ in range(2)]
    repository = opened(path)
    repository.commit(Put(*records), circumstances(TODAY))
    repository.index_latest(TODAY)
    return path


async def work_of_the_first_paint(path: Path, disk: SlowDisk) -> Counts:
    """What is called until the list is painted, the file still being read."""
    with counting(*RECORDS, QuoteView.cells, standings, work_key) as counts:
        app = an_app(path, disk)
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            assert not app.desk.is_whole
            assert len(app.desk.board.work()) == OPEN
    return counts


async def test_closed_quotes_cost_nothing_before_the_first_paint(
    tmp_path: Path, disk: SlowDisk
) -> None:
    few = await work_of_the_first_paint(a_tracker(tmp_path, 200), disk)
    many = await work_of_the_first_paint(a_tracker(tmp_path, 2_000), disk)
    assert [few[each] for each in RECORDS] == [OPEN, OPEN, 2 * OPEN]
    assert few.of == many.of


async def test_one_screenful_is_painted_and_every_quote_is_worked_out_and_placed_once(
    tmp_path: Path, disk: SlowDisk
) -> None:
    counts = await work_of_the_first_paint(a_tracker(tmp_path, 200), disk)
    assert counts[QuoteView.cells] == IN_SIGHT
    assert (counts[standings], counts[work_key]) == (OPEN, OPEN)
