"""Platforms (PRACTICES F): contact that stays on them, calls, cover, bans, dependence."""

import pytest

from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine

ON = "2026-03-04"


@pytest.fixture
def on_5euros(cli: CommandLine) -> CommandLine:
    """Quote Q's lead came through 5euros."""
    cli.ok("lead", "Atelier Lumen", "platform=5euros")
    return cli


def codes(cli: CommandLine) -> list[str]:
    return [each["code"] for each in cli.only_quote(ON)["advice"]]


def test_f1_off_platform_contact_is_refused_and_insisted_on_with_the_risk(
    on_5euros: CommandLine,
) -> None:
    before = on_5euros.file.read_bytes()
    refused = on_5euros("log", REF, "--channel", "phone", on=ON)
    assert (refused.code, refused.out) == (5, "")
    assert "5euros" in refused.err
    assert "--yes" in refused.err
    assert (on_5euros.file.read_bytes(), codes(on_5euros)) == (before, [])
    insisted = on_5euros("log", REF, "--channel", "phone", "--yes", on=ON)
    assert (insisted.code, "ban" in insisted.err) == (0, True)
    assert codes(on_5euros) == ["off_platform"]


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
    assert codes(cli) == ["off_platform"]


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
    assert codes(on_5euros) == []
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
    assert codes(on_5euros) == (["no_recourse"] if said else [])
