"""A refused or resting lead comes back on its day (PRACTICES G6, H8)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.records.edit import Record
from store.records.practice_words import Flag
from store.records.words import Status
from tests.builders import a_board, a_contact, a_draft, a_lead, a_quote
from tests.practices.conftest import REF
from tests.tui.apps import an_app, standing_of
from tests.tui.cli.command_line import CommandLine
from tests.tui.screens.test_message import preview
from tests.tui.test_app import until
from tui.app import RelanceApp
from tui.forms.contact_forms import follow_up_form
from tui.screens.form import FormScreen
from tui.screens.message import MessageScreen
from tui.widgets.detail_text import lead_text
from tui.widgets.field_line import FieldLine

BACK = date(2026, 9, 1)


@pytest.fixture
def resting(cli: CommandLine) -> CommandLine:
    """Quote Q was declined, and its lead rests until September."""
    cli.ok("close", REF, "declined", "--mode", "referral")
    cli.ok("lead", "Atelier Lumen", "mismatch=skill", "recontact_on=2026-09-01")
    return cli


def work(cli: CommandLine, on: str) -> list[Any]:
    found: list[Any] = cli("today", "--json", on=on).json
    return found


@pytest.mark.parametrize(("on", "count"), [("2026-08-31", 0), ("2026-09-01", 1), ("2026-12-24", 1)])
def test_h8_a_resting_lead_is_in_todays_list_from_its_day_on(
    resting: CommandLine, on: str, count: int
) -> None:
    assert len(work(resting, on)) == count
    assert resting("today", "--count", on=on).out == f"{count}\n"
    assert resting("today", "--exit-code", on=on).code == count
    assert ("Atelier Lumen" in resting.ok("today", on=on)) == bool(count)


def test_g6_the_lead_of_work_that_i_cannot_do_returns_on_its_day(cli: CommandLine) -> None:
    cli.ok("lead", "Atelier Lumen", "mismatch=skill", "recontact_on=2026-09-01")
    cli.ok("close", REF, "declined", "--to", "Ana Roux")
    assert [len(work(cli, day)) for day in ("2026-08-31", "2026-09-01")] == [0, 1]
    assert "Ana Roux" in cli.ok("message", REF)
    cli.ok("lead", "Atelier Lumen", "recontact_on=2026-09-02")
    assert [len(work(cli, day)) for day in ("2026-09-01", "2026-09-02")] == [0, 1]


def test_g4_the_lead_rests_until_the_other_work_is_done(cli: CommandLine) -> None:
    cli.ok("edit", REF, "prerequisite=SEO audit", "redirect_to=Ana Roux")
    assert "First they need: SEO audit" in cli.ok("show", REF)
    cli.ok("close", REF, "declined", "--reason", "SEO audit first")
    cli.ok("lead", "Atelier Lumen", "recontact_on=2026-06-01")
    assert [len(work(cli, day)) for day in ("2026-05-31", "2026-06-01")] == [0, 1]


def test_h8_it_is_a_lead_in_the_group_owed_and_all_else_is_null(resting: CommandLine) -> None:
    (lead,) = work(resting, "2026-09-01")
    given = {"kind": "lead", "lead": "Atelier Lumen", "group": "owed"}
    assert {name: value for name, value in lead.items() if value is not None} == given
    resting.ok("add", "Cabinet Rey", "Leaflet", "650", on="2026-08-28")
    quote = next(each for each in work(resting, "2026-09-01") if each["kind"] == "quote")
    assert [*lead] == [*quote]


def test_h8_it_stands_after_what_is_owed_and_before_all_else(resting: CommandLine) -> None:
    resting.ok("add", "Cabinet Rey", "Leaflet", "650", on="2026-08-28")
    resting.ok("add", "Ville de Nay", "Report", "90", on="2026-08-28")
    resting.ok("reply", "D26-003", on="2026-08-31")
    leads = [(each["group"], each["lead"]) for each in work(resting, "2026-09-01")]
    names = ["Ville de Nay", "Atelier Lumen", "Cabinet Rey"]
    assert leads == [*zip(("owed", "owed", "follow_up"), names, strict=True)]
    lines = resting.ok("today", on="2026-09-01").splitlines()
    assert "1 owed · 1 back · 1 to chase" in lines[0]
    assert lines.index("Owed / Back") < lines.index("Follow-up")


def test_h8_the_text_says_that_it_is_back_and_how_it_leaves_the_list(
    resting: CommandLine,
) -> None:
    text = resting.ok("today", on="2026-09-01")
    assert "\nBack\n" in text
    assert "a new quote or a contact takes it off this list" in " ".join(text.split())


def test_h8_a_lead_with_an_open_quote_is_shown_too(resting: CommandLine) -> None:
    resting.ok("add", "Atelier Lumen", "Leaflet", "650", "--draft", on="2026-05-04")
    assert [each["kind"] for each in work(resting, "2026-09-01")] == ["lead"]


@pytest.mark.parametrize(
    ("records", "is_back"),
    [
        ([a_contact(date(2026, 8, 31))], True),
        ([a_contact(BACK)], False),
        ([a_contact(date(2026, 9, 20))], True),
        ([a_contact(None)], True),
        ([a_quote(sent_on=date(2026, 9, 1))], False),
        ([a_draft(asked_on=date(2026, 9, 2))], False),
        ([a_draft(asked_on=date(2026, 8, 31))], True),
    ],
)
def test_h8_a_contact_or_a_quote_since_that_day_ends_it(records: list[Any], is_back: bool) -> None:
    board = a_board(date(2026, 9, 2), a_lead(recontact_on=BACK), *records)
    assert bool(board.back()) == is_back == bool(board.summary().back)


def test_h8_a_draft_that_is_begun_since_that_day_ends_it(resting: CommandLine) -> None:
    resting.ok("add", "atelier lumen", "Leaflet", "650", "--draft", on="2026-09-02")
    assert work(resting, "2026-09-02") == []
    resting.ok("undo", on="2026-09-02")
    assert [each["kind"] for each in work(resting, "2026-09-02")] == ["lead"]


def test_h8_taking_the_day_away_ends_it(resting: CommandLine) -> None:
    resting.ok("lead", "Atelier Lumen", "recontact_on=")
    assert work(resting, "2026-09-01") == []


async def test_h8_the_app_shows_it_in_today_where_keys_concern_its_quote(tmp_path: Path) -> None:
    records: list[Record] = [a_lead(recontact_on=BACK), a_quote(status=Status.DECLINED)]
    app = an_app(tmp_path, *records, today=date(2026, 9, 2))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        screen: Any = app.screen
        (row,) = screen.browser.lines.rows
        assert row.lead.name == "Atelier Lumen"
        assert screen.standing.quote.ref == REF
        cells = screen.browser.view.cells(row, screen.look)
        assert (cells["quote"].plain, cells["deadline"].plain) == ("n new, m mail", "1 d ago")
        detail = lead_text(row, app.desk.board, screen.look).plain
        assert "Back since Tue 1 Sep 2026 (yesterday): n adds a new quote" in detail
        for _column in range(8):
            await pilot.press("greater_than_sign")
        await pilot.press("slash", *"lumen", "enter")
        assert len(screen.browser.lines.rows) == 1


def a_lead_that_is_back(folder: Path) -> RelanceApp:
    records: list[Record] = [a_lead(recontact_on=BACK), a_quote(status=Status.DECLINED)]
    return an_app(folder, *records, today=date(2026, 9, 2))


async def test_h8_no_refusal_is_written_twice(tmp_path: Path) -> None:
    app = a_lead_that_is_back(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MessageScreen))
        await until(pilot, lambda: "No prepared message fits now" in preview(app))
        await pilot.press("c")
        assert isinstance(app.screen, MessageScreen)
        await pilot.press("down")
        await until(pilot, lambda: "No prepared" not in preview(app))
        await pilot.press("up")
        await until(pilot, lambda: "No prepared message fits now" in preview(app))
        await pilot.press("c")
        assert isinstance(app.screen, MessageScreen)


async def test_h8_what_is_declined_already_cannot_be_but_the_lead_can_rest_again(
    tmp_path: Path,
) -> None:
    app = a_lead_that_is_back(tmp_path)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: bool(app._notifications))
        (told,) = app._notifications
        assert "To let Atelier Lumen rest again, move Back on with i." in told.message


async def test_h8_a_follow_up_about_a_closed_quote_says_that_it_does_not_count(
    tmp_path: Path,
) -> None:
    app = a_lead_that_is_back(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        screen: Any = app.screen
        form = follow_up_form(standing_of(app, REF), screen.clerk.reading, screen.look.palette)
        said = [
            line.plain for line in form.remarks({each.name: each.initial for each in form.fields})
        ]
        assert said == ["The quote is closed: a follow-up about it does not count."]


async def test_h8_the_day_the_flags_and_regular_are_set_in_the_leads_form(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(status=Status.DECLINED))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        names = [line.field.name for line in app.screen.query(FieldLine)]
        keys = {"regular": "y", "flags": "2", "recontact_on": "2026-12-01"}
        for name in names:
            await pilot.press(*keys.get(name, ""), "tab")
        await pilot.press("enter")
        await until(pilot, lambda: standing_of(app, REF).lead.recontact_on == date(2026, 12, 1))
        lead = standing_of(app, REF).lead
        assert lead.regular
        assert lead.flags == (Flag.KNOWS_EVERYTHING,)
