"""Closing, the late yes, and reopening."""

import pytest

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"


@pytest.mark.parametrize("status", ["won", "lost", "no_response", "declined"])
def test_a_closed_quote_has_no_group_and_comes_back_when_reopened(
    quoted: CommandLine, status: str
) -> None:
    line = quoted.ok("close", Q, status, "--reason", "because")
    assert line.startswith(f"{Q} closed as")
    closed = quoted.only_quote("2026-03-02")
    assert (closed["status"], closed["group"], closed["days_left"]) == (status, None, None)
    quoted.ok("reopen", Q)
    assert quoted.only_quote("2026-03-02")["status"] == "sent"


@pytest.mark.parametrize(("day", "warns"), [("2026-03-01", True), ("2026-03-02", False)])
def test_a_day_before_the_sending_is_doubted(quoted: CommandLine, day: str, warns: bool) -> None:
    answer = quoted("close", Q, "lost", "--on", day)
    assert answer.code == 0
    doubt = "Sun 1 Mar 2026 lies before the day of sending, Mon 2 Mar 2026"
    assert (doubt in answer.err) == warns
    assert quoted.only_quote("2026-03-02")["status"] == "lost"


def test_a_draft_is_declined_on_any_day(quoted: CommandLine) -> None:
    quoted.ok("add", "Cabinet Rey", "Leaflet", "650", "--draft")
    answer = quoted("close", "D26-002", "declined", "--on", "2026-02-01")
    assert (answer.code, "before the day" in answer.err) == (0, False)


def test_a_yes_on_the_last_valid_day_is_a_yes(quoted: CommandLine) -> None:
    quoted.ok("close", Q, "won", on="2026-03-23")
    assert quoted.only_quote("2026-03-23")["status"] == "won"


def test_a_late_yes_is_refused_with_a_way_to_insist(quoted: CommandLine) -> None:
    answer = quoted("close", Q, "won", "--on", "25/03/2026", on="2026-03-25")
    assert (answer.code, answer.out) == (5, "")
    assert "--yes" in answer.err
    assert quoted.only_quote("2026-03-25")["status"] == "sent"


def test_an_insisted_late_yes_makes_a_draft_of_the_same_terms(quoted: CommandLine) -> None:
    line = quoted.ok("close", Q, "won", "--yes", on="2026-03-25")
    assert "D26-002" in line
    assert "send it" in line
    listed = quoted("list", "--view", "all", "--json", on="2026-03-25").json
    quotes = {each["ref"]: each for each in listed}
    assert quotes[Q]["status"] == "superseded"
    draft = quotes["D26-002"]
    assert (draft["status"], draft["amount"], draft["title"]) == (
        "draft",
        "1200.00",
        "Website redesign",
    )


def test_a_closed_quote_is_not_closed_again(quoted: CommandLine) -> None:
    quoted.ok("close", Q, "lost")
    assert quoted("close", Q, "won").code == 5


def test_an_open_quote_is_not_reopened(quoted: CommandLine) -> None:
    assert quoted("reopen", Q).code == 5


def test_a_draft_can_only_be_declined(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Redesign", "1200", "--draft")
    assert cli("close", Q, "won").code == 5
    assert cli("close", Q, "declined", "--mode", "no_time").code == 0
