"""Saying no (PRACTICES H, G7, G9): the ways of it, its reasons, and who got the work."""

from typing import Any

import pytest

from store.records.practice_words import DeclineReason
from store.records.quote import Outcome
from store.records.words import Status
from store.rules.refusal import declined_for
from tests.builders import a_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine

ON = "2026-03-04"
OTHER = "D26-002"


def record(cli: CommandLine, ref: str = REF) -> Any:
    return cli("show", ref, "--json", on=ON).json["quote_record"]


def modes(cli: CommandLine) -> tuple[str | None, str]:
    """The way of the offer, and that of its end."""
    quote = record(cli)
    return quote["mode"], quote["outcome"]["mode"]


@pytest.mark.parametrize(
    ("typed", "mode"),
    [
        (["declined"], "no_time"),
        (["declined", "--mode", "referral"], "referral"),
        (["declined", "--to", "Ana Roux"], "referral"),
        (["lost", "--mode", "deterrent"], "deterrent"),
        (["won", "--mode", "bounded"], "bounded"),
    ],
)
def test_h1_h3_a_quote_is_closed_in_a_way(cli: CommandLine, typed: list[str], mode: str) -> None:
    cli.ok("close", REF, *typed, on=ON)
    assert modes(cli) == (mode, mode)
    assert cli.only_quote(ON)["status"] == typed[0]


@pytest.mark.parametrize("typed", [["declined"], ["won", "--mode", "bounded"]])
def test_h1_h3_the_way_is_told_once(cli: CommandLine, typed: list[str]) -> None:
    cli.ok("close", REF, *typed, on=ON)
    assert cli.ok("show", REF, on=ON).count("Mode: ") == 1


def test_h1_a_quote_that_is_simply_won_has_no_way(cli: CommandLine) -> None:
    cli.ok("close", REF, "won", on=ON)
    assert modes(cli) == (None, "")


@pytest.mark.parametrize("typed", [["won", "--mode", "referral"], ["lost", "--to", "Ana"]])
def test_h1_only_what_is_declined_has_a_way_of_refusing(cli: CommandLine, typed: list[str]) -> None:
    answer = cli("close", REF, *typed, on=ON)
    assert (answer.code, "bounded, deterrent" in answer.err) == (2, True)


@pytest.mark.parametrize("mode", ["bounded", "deterrent"])
def test_h1_what_is_declined_has_no_way_of_an_offer(cli: CommandLine, mode: str) -> None:
    answer = cli("close", REF, "declined", "--mode", mode, on=ON)
    assert (answer.code, "no_time, referral" in answer.err) == (2, True)
    cli.ok("edit", REF, f"mode={mode}")
    cli.ok("close", REF, "declined", on=ON)
    assert modes(cli) == ("no_time", "no_time")


def test_h1_what_is_won_takes_over_no_way_of_refusing(cli: CommandLine) -> None:
    cli.ok("edit", REF, "mode=no_time")
    cli.ok("close", REF, "won", on=ON)
    assert modes(cli) == (None, "")


def test_h3_a_yes_within_bounds_that_is_taken_back_is_unbounded_again(cli: CommandLine) -> None:
    cli.ok("close", REF, "won", "--mode", "bounded", on=ON)
    cli.ok("reopen", REF, on=ON)
    assert record(cli)["mode"] is None


def test_h4_a_referral_that_is_taken_back_is_none_any_more(cli: CommandLine) -> None:
    cli.ok("close", REF, "declined", "--to", "Ana Roux", on=ON)
    cli.ok("reopen", REF, on=ON)
    assert record(cli)["referred_to"] == ""
    cli.ok("close", REF, "won", on=ON)
    assert cli("stats", "--json", on=ON).json["referrals"] == []


def test_h4_whom_i_mean_to_recommend_has_it_only_when_i_decline(cli: CommandLine) -> None:
    cli.ok("edit", REF, "referred_to=Ana Roux")
    assert cli("stats", "--json", on=ON).json["referrals"] == []
    cli.ok("close", REF, "declined", on=ON)
    assert modes(cli) == ("referral", "referral")
    (got,) = cli("stats", "--json", on=ON).json["referrals"]
    assert got["colleague"] == "Ana Roux"


def test_h1_a_refusal_that_is_taken_back_has_no_way_any_more(cli: CommandLine) -> None:
    cli.ok("close", REF, "declined", on=ON)
    cli.ok("reopen", REF, on=ON)
    assert record(cli)["mode"] is None


def test_h2_a_deterrent_offer_is_discouraged_and_stays_one_when_it_is_lost(
    cli: CommandLine,
) -> None:
    cli.ok("edit", REF, "mode=deterrent", "amount=9000")
    (advice,) = cli.only_quote(ON)["advice"]
    assert (advice["code"], advice["level"]) == ("deterrent", "warn")
    cli.ok("close", REF, "lost", on=ON)
    assert modes(cli) == ("deterrent", "deterrent")


def test_h4_referrals_are_listed_by_colleague_in_the_export(cli: CommandLine) -> None:
    cli.ok("add", "Cabinet Rey", "Leaflet", "650", "--sent", "2026-03-02")
    cli.ok("add", "Ville de Nay", "Report", "9000", "--sent", "2026-03-02")
    cli.ok("close", REF, "declined", "--to", "Zoé", on=ON)
    cli.ok("close", OTHER, "declined", "--to", "Ana Roux", on=ON)
    page = cli.ok("export", "--format", "md", on=ON)
    referrals = page[page.index("Referrals") :]
    assert referrals.index("Ana Roux") < referrals.index("Zoé")
    assert "Leaflet" in referrals
    assert "Ville de Nay" not in referrals
    assert "Referrals" not in cli.ok("export", "--format", "md", "--lead", "nay", on=ON)


def test_h7_a_verbal_yes_can_be_declined_until_it_is_won(cli: CommandLine) -> None:
    cli.ok("add", "Cabinet Rey", "Leaflet", "650", "--sent", "2026-03-02")
    cli.ok("reply", REF, "--note", "yes, go ahead", on=ON)
    cli.ok("close", REF, "declined", on=ON)
    cli.ok("close", OTHER, "won", on=ON)
    assert cli("close", OTHER, "declined", "--yes", on=ON).code == 5


def test_g7_who_takes_me_for_an_employee_is_talked_to_before_i_decline(cli: CommandLine) -> None:
    cli.ok("lead", "Atelier Lumen", "mismatch=authority")
    refused = cli("close", REF, "declined", on=ON)
    assert (refused.code, "talk first" in refused.err) == (5, True)
    assert cli("close", REF, "lost", on=ON).code == 0
    cli.ok("reopen", REF, on=ON)
    cli.ok("close", REF, "declined", "--yes", on=ON)
    cli.ok("reopen", REF, on=ON)
    cli.ok("lead", "Atelier Lumen", "remedy=said how I work")
    cli.ok("close", REF, "declined", on=ON)


def test_g7_a_mismatch_of_skill_needs_no_conversation(cli: CommandLine) -> None:
    cli.ok("lead", "Atelier Lumen", "mismatch=skill")
    cli.ok("close", REF, "declined", on=ON)


@pytest.mark.parametrize(
    ("status", "typed", "kept"),
    [
        ("declined", "diary_full", DeclineReason.DIARY_FULL),
        ("declined", "Diary full", DeclineReason.DIARY_FULL),
        ("declined", "unrealistic", DeclineReason.UNREALISTIC),
        ("declined", "a bad feeling", None),
        ("lost", "unrealistic", None),
    ],
)
def test_g9_a_full_diary_is_counted_apart_and_is_no_red_flag(
    cli: CommandLine, status: str, typed: str, kept: DeclineReason | None
) -> None:
    cli.ok("close", REF, status, "--reason", typed, on=ON)
    outcome = record(cli)["outcome"]
    assert outcome["reason"] == (kept or typed)
    (lead,) = cli("leads", "--json", on=ON).json
    assert lead["advice"] == []


@pytest.mark.parametrize(
    ("status", "reason"), [(Status.DECLINED, DeclineReason.DIARY_FULL), (Status.LOST, None)]
)
def test_g9_only_a_declined_quote_was_declined_for_something(
    status: Status, reason: DeclineReason | None
) -> None:
    outcome = Outcome(reason="diary_full")
    assert declined_for(a_quote(status=status, outcome=outcome)) is reason
