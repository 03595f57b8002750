"""The specification's examples of dates and limits, as a script sees them in `list --json`."""

from typing import Any

import pytest

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"


def codes(quote: Any) -> list[str]:
    return [each["code"] for each in quote["advice"] if each["code"].startswith("limit")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-23", {"status": "sent", "days_left": 0}),
        ("2026-03-24", {"status": "sent", "days_left": -1, "group": "decide"}),
    ],
)
def test_a_quote_is_valid_for_21_days_with_the_last_day(
    quoted: CommandLine, day: str, expected: dict[str, Any]
) -> None:
    quote = quoted.only_quote(day)
    assert quote["valid_until"] == "2026-03-23"
    assert quote | expected == quote
    expired = quoted("list", "--view", "expired", "--json", on=day).json
    assert bool(expired) is (quote["days_left"] < 0)


def test_the_standard_cadence_has_a_step_after_sending_and_one_before_the_deadline(
    quoted: CommandLine,
) -> None:
    assert quoted.only_quote("2026-03-03")["next_follow_up_on"] == "2026-03-04"
    quoted.ok("log", Q, "--on", "2026-03-04", on="2026-03-04")
    assert quoted.only_quote("2026-03-04")["next_follow_up_on"] == "2026-03-20"


def test_steps_move_to_working_days(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Redesign", "1200", on="2026-05-07")
    quote = cli.only_quote("2026-05-07")
    assert (quote["valid_until"], quote["next_follow_up_on"]) == ("2026-05-28", "2026-05-11")
    cli.ok("log", Q, on="2026-05-11")
    assert cli.only_quote("2026-05-11")["next_follow_up_on"] == "2026-05-22"


def test_a_late_step_stays_due(quoted: CommandLine) -> None:
    quote = quoted.only_quote("2026-03-12")
    assert (quote["group"], quote["next_follow_up_on"]) == ("follow_up", "2026-03-04")


def test_nothing_is_due_before_the_day_of_the_decision(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Redesign", "1200", "--validity", "60")
    cli.ok("edit", Q, "decision_expected=2026-04-02")
    quote = cli.only_quote("2026-03-20")
    assert (quote["group"], quote["next_follow_up_on"]) == ("later", "2026-04-02")
    assert cli.only_quote("2026-04-02")["group"] == "follow_up"


def test_a_draft_becomes_work_on_its_send_by_day(cli: CommandLine) -> None:
    options = ("--draft", "--asked", "2026-03-02", "--send-by", "2026-03-04")
    cli.ok("add", "Atelier Lumen", "Redesign", "1200", *options)
    assert cli.only_quote("2026-03-03")["group"] == "later"
    assert cli.only_quote("2026-03-04")["group"] == "to_send"


def test_calls_and_mails_count_alike_against_the_limit(quoted: CommandLine) -> None:
    for day, channel in (("04", "phone"), ("09", "phone"), ("16", "email")):
        quoted.ok("log", Q, "--channel", channel, "--on", f"2026-03-{day}", on="2026-03-16")
    quote = quoted.only_quote("2026-03-16")
    assert (quote["count"], quote["limit"], quote["limit_state"]) == (3, 3, "reached")
    assert (quote["group"], quote["next_follow_up_on"]) == ("decide", None)
    assert codes(quote) == ["limit_reached"]
    quoted.ok("log", Q, on="2026-03-17")
    quote = quoted.only_quote("2026-03-17")
    assert (quote["count"], quote["limit_state"]) == (4, "exceeded")
    assert codes(quote) == ["limit_exceeded"]


def test_once_is_one_reminder_and_then_the_end(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Redesign", "1200", "--cadence", "once")
    cli.ok("log", Q, "--channel", "phone", "--outcome", "voicemail", on="2026-03-04")
    quote = cli.only_quote("2026-03-04")
    assert (quote["next_follow_up_on"], quote["limit"]) == (None, 1)
    assert codes(quote) == ["limit_reached"]


def test_the_lead_is_chased_not_the_paper(quoted: CommandLine) -> None:
    quoted.ok("add", "Atelier Lumen", "Poster", "300", "--limit", "2")
    quoted.ok("log", Q, on="2026-03-04")
    quotes = quoted("list", "--json", on="2026-03-04").json
    shared = [(quote["count"], quote["limit"], quote["follow_ups"]) for quote in quotes]
    assert sorted(shared) == [(1, 2, 0), (1, 2, 1)]


def test_a_reply_sets_the_count_back_and_is_owed_an_answer(quoted: CommandLine) -> None:
    quoted.ok("log", Q, on="2026-03-04")
    quoted.ok("reply", Q, on="2026-03-05")
    quote = quoted.only_quote("2026-03-05")
    assert (quote["count"], quote["follow_ups"], quote["group"]) == (0, 1, "owed")
    quoted.ok("log", Q, on="2026-03-05")
    assert quoted.only_quote("2026-03-05")["count"] == 0, "an answer is no follow-up"


def test_a_snoozed_quote_is_for_later_until_its_day(quoted: CommandLine) -> None:
    quoted.ok("snooze", Q, "2026-03-10")
    quote = quoted.only_quote("2026-03-09")
    assert (quote["group"], quote["snoozed_until"]) == ("later", "2026-03-10")
    assert quoted.only_quote("2026-03-10")["group"] == "follow_up"
