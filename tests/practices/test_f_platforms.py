"""Platforms (PRACTICES F1, F4, F5): contact that stays on them, calls, cover."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.changes.contacts import LogContact
from store.records.words import Channel
from tests.builders import QUOTE_ID, a_lead, a_quote
from tests.practices.advice import codes
from tests.practices.conftest import REF
from tests.tui.apps import an_app
from tests.tui.cli.command_line import CommandLine
from tui.screens.form import FormScreen
from tui.screens.main import MainScreen

ON = "2026-03-04"


def test_f1_off_platform_contact_is_refused_and_insisted_on_with_the_risk(
    on_5euros: CommandLine,
) -> None:
    before = on_5euros.file.read_bytes()
    refused = on_5euros("log", REF, "--channel", "phone", on=ON)
    assert (refused.code, refused.out) == (5, "")
    assert "5euros" in refused.err
    assert "--yes" in refused.err
    assert (on_5euros.file.read_bytes(), codes(on_5euros, ON)) == (before, [])
    insisted = on_5euros("log", REF, "--channel", "phone", "--yes", on=ON)
    assert (insisted.code, "ban" in insisted.err) == (0, True)
    assert codes(on_5euros, ON) == ["off_platform"]


@pytest.mark.parametrize(("answer", "logged"), [("n", 0), ("y", 1)])
async def test_f1_the_app_asks_before_contact_past_the_platform(
    tmp_path: Path, answer: str, logged: int
) -> None:
    app = an_app(tmp_path, a_lead(platform="malt"), a_quote(), today=date(2026, 3, 4))
    command = LogContact(quote_id=QUOTE_ID, on=date(2026, 3, 4), channel=Channel.PHONE)
    async with app.run_test() as pilot:
        screen: Any = app.screen
        giving = screen.run_worker(screen.clerk.give(command))
        while isinstance(app.screen, MainScreen):
            await pilot.pause(0.01)
        await pilot.press(answer)
        await giving.wait()
    assert len(app.desk.board.snapshot.follow_ups) == logged


async def test_f1_the_apps_form_begins_with_the_platforms_own_channel(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_lead(platform="malt"), a_quote(), today=date(2026, 3, 4))
    async with app.run_test() as pilot:
        await pilot.press("f")
        while not isinstance(app.screen, FormScreen):
            await pilot.pause(0.01)
        await pilot.press("enter")
        while not app.desk.board.snapshot.follow_ups:
            await pilot.pause(0.01)
    (contact,) = app.desk.board.snapshot.follow_ups.values()
    assert contact.channel is Channel.PLATFORM


@pytest.mark.parametrize(
    ("platform", "args", "code"),
    [
        ("Malt", ["log", REF, "--channel", "phone"], 5),
        ("FIVERR", ["log", REF], 5),
        ("5euros", ["log", REF, "--kind", "answer", "--channel", "video"], 5),
        ("5euros", ["log", REF, "--channel", "platform"], 0),
        ("5euros", ["reply", REF, "--channel", "phone"], 0),
        ("upwork", ["log", REF, "--channel", "phone"], 0),
        ("", ["log", REF, "--channel", "phone"], 0),
    ],
)
def test_f1_off_platform_is_what_goes_out_past_a_known_platform(
    cli: CommandLine, platform: str, args: list[str], code: int
) -> None:
    cli.ok("lead", "Atelier Lumen", f"platform={platform}", "notes=x")
    assert cli(*args, on=ON).code == code


def test_f1_off_platform_refuses_nothing_that_was_logged_before_the_platform_was_noted(
    cli: CommandLine,
) -> None:
    cli.ok("log", REF, "--channel", "phone", on=ON)
    cli.ok("lead", "Atelier Lumen", "platform=malt")
    cli.ok("amend", REF, "1", "note=called back")
    assert codes(cli, ON) == ["off_platform"]


@pytest.mark.parametrize(
    ("correction", "code"),
    [
        ("channel=phone", 5),
        ("channel=email", 5),
        ("minutes=30", 5),
        ("outcome=answered", 5),
        ("kind=reply", 0),
        ("note=called back", 0),
        ("summary_sent=yes", 0),
    ],
)
def test_f1_f4_a_correction_is_refused_as_logging_is_and_insisted_on_with_the_risk(
    on_5euros: CommandLine, correction: str, code: int
) -> None:
    on_5euros.ok("log", REF, "--channel", "platform", on=ON)
    before = on_5euros.file.read_bytes()
    refused = on_5euros("amend", REF, "1", correction, on=ON)
    assert refused.code == code, refused
    if code:
        assert on_5euros.file.read_bytes() == before
        insisted = on_5euros("amend", REF, "1", correction, "--yes", on=ON)
        assert (insisted.code, "it may ban you" in insisted.err) == (0, "channel" in correction)


def test_f1_a_reply_corrected_into_a_contact_of_ours_is_refused(on_5euros: CommandLine) -> None:
    on_5euros.ok("reply", REF, "--channel", "phone", on=ON)
    assert on_5euros("amend", REF, "1", "direction=out", on=ON).code == 5


def test_f1_a_message_written_as_a_mail_says_the_risk(
    on_5euros: CommandLine, tmp_path: Path
) -> None:
    assert "may ban you" not in on_5euros("message", REF, on=ON).err
    draft = on_5euros("message", REF, "--output", str(tmp_path / "draft.eml"), on=ON)
    assert (draft.code, "may ban you" in draft.err) == (0, True)


@pytest.mark.parametrize(
    ("service", "call", "code"),
    [
        ("coaching", ["--minutes", "30"], 0),
        ("Coaching", ["--outcome", "no_answer"], 0),
        ("website", ["--minutes", "30"], 5),
        ("website", ["--outcome", "answered"], 5),
        ("", ["--minutes", "30"], 5),
        ("website", [], 0),
        ("website", ["--minutes", "30", "--yes"], 0),
    ],
)
def test_f4_a_platform_allows_calls_for_some_services_only(
    on_5euros: CommandLine, service: str, call: list[str], code: int
) -> None:
    on_5euros.ok("edit", REF, f"service={service}", "notes=x")
    answer = on_5euros("log", REF, "--channel", "platform", *call, on=ON)
    assert (answer.code, "coaching" in answer.err) == (code, code == 5)


def test_f4_a_platform_without_exceptions_allows_calls_for_all(cli: CommandLine) -> None:
    cli.ok("lead", "Atelier Lumen", "platform=malt")
    cli.ok("log", REF, "--channel", "platform", "--minutes", "30", on=ON)


@pytest.mark.parametrize(("amount", "said"), [("300", True), ("300.01", False), ("301", False)])
def test_f5_no_recourse_for_a_small_quote_that_was_taken_off(
    on_5euros: CommandLine, amount: str, said: bool
) -> None:
    on_5euros.ok("edit", REF, f"amount={amount}")
    assert codes(on_5euros, ON) == []
    on_5euros.ok("log", REF, "--channel", "phone", "--yes", on=ON)
    found = {each["code"]: each["level"] for each in on_5euros.only_quote(ON)["advice"]}
    assert found.get("no_recourse") == ("info" if said else None)


@pytest.mark.parametrize(("status", "said"), [("won", True), ("lost", False)])
def test_f5_no_recourse_stays_where_it_was_signed(
    on_5euros: CommandLine, status: str, said: bool
) -> None:
    on_5euros.ok("edit", REF, "amount=300")
    on_5euros.ok("log", REF, "--channel", "phone", "--yes", on=ON)
    on_5euros.ok("close", REF, status, on=ON)
    assert codes(on_5euros, ON) == (["no_recourse"] if said else [])


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_f1_the_whole_risk_can_be_read_before_it_is_taken(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, a_lead(platform="malt"), a_quote(), today=date(2026, 3, 4))
    command = LogContact(quote_id=QUOTE_ID, on=date(2026, 3, 4), channel=Channel.PHONE)
    async with app.run_test(size=size) as pilot:
        screen: Any = app.screen
        giving = screen.run_worker(screen.clerk.give(command))
        while isinstance(app.screen, MainScreen):
            await pilot.pause(0.01)
        await pilot.pause()
        box, words = app.screen.query_one("Vertical"), app.screen.query_one("Static")
        assert box.content_region.contains_region(words.region)
        await pilot.press("n")
        await giving.wait()
