"""Small things that are said where a person looks for them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.records.quote import Outcome
from store.records.words import CallOutcome, Channel, Status
from tests.builders import a_contact, a_draft, a_lead, a_quote
from tests.tui.apps import TODAY, an_app, settled, standing_of
from tests.tui.test_app import REF, browser, main
from tui.widgets.detail_text import quote_text
from tui.widgets.summary_line import SummaryLine


async def test_closed_quotes_say_to_whom_they_were_passed_on(tmp_path: Path) -> None:
    declined = {"status": Status.DECLINED, "outcome": Outcome(on=TODAY)}
    app = an_app(tmp_path, a_quote(**declined, referred_to="Nora Petit"))
    async with app.run_test() as pilot:
        await pilot.press("5")
        (row,) = browser(app).lines.rows
        assert browser(app).view.cells(row, main(app).look)["status"].plain == "to Nora Petit"


async def test_the_detail_has_the_platform_and_no_send_by_day_of_a_declined_draft(
    tmp_path: Path,
) -> None:
    declined = a_draft(send_by=TODAY, status=Status.DECLINED, outcome=Outcome(on=TODAY))
    for quote, says in ((a_draft(send_by=TODAY), True), (declined, False)):
        app = an_app(tmp_path / quote.status, a_lead(platform="malt"), quote)
        async with app.run_test():
            look = main(app).look
            text = quote_text(standing_of(app, REF), app.desk.board, look, 60).plain
            assert ("send by 20 Mar" in text) == says
            assert " · malt" in text


async def test_the_key_for_a_summary_says_that_it_was_sent(tmp_path: Path) -> None:
    call = a_contact(TODAY, channel=Channel.PHONE, outcome=CallOutcome.ANSWERED)
    app = an_app(tmp_path, a_quote(), call)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("S")
        await settled(pilot)
        (told,) = app._notifications
        assert told.message.startswith("D26-001: summary of the call sent")


@pytest.mark.parametrize("width", [80, 120])
async def test_a_demo_says_so_at_every_width(tmp_path: Path, width: int) -> None:
    for demo in (True, False):
        app = an_app(tmp_path / str(demo), a_quote())
        app.desk.session = replace(app.desk.session, demo=demo)
        async with app.run_test(size=(width, 24)) as pilot:
            await pilot.pause()
            line = app.screen.query_one(SummaryLine).render().plain
            assert ("demo" in line.split()) == demo
