"""`relance log`, `reply` and `amend`."""

from typing import Any

import pytest

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"


def log_of(cli: CommandLine, on: str = "2026-04-01") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli("show", Q, "--json", on=on).json["follow_ups_log"]
    return found


def test_log_prints_one_line_with_the_count_and_the_next_step(quoted: CommandLine) -> None:
    answer = quoted("log", Q, on="2026-03-04")
    assert answer.code == 0
    assert answer.out == (
        "D26-001: follow-up by e-mail logged, Wed 4 Mar 2026 · 1/3 · "
        "next: Fri 20 Mar 2026, in 16 days\n"
    )
    assert answer.err == "quote: Website redesign, Atelier Lumen\n"


def test_log_keeps_all_that_was_said(quoted: CommandLine) -> None:
    options = ("--channel", "phone", "--outcome", "answered", "--minutes", "12", "--note", "Soon")
    quoted.ok("log", Q, "--on", "2026-03-04 10:05", *options)
    (contact,) = log_of(quoted)
    expected = {
        "number": 1,
        "kind": "follow_up",
        "direction": "out",
        "on": "2026-03-04",
        "time": "10:05:00",
        "channel": "phone",
        "outcome": "answered",
        "minutes": 12,
        "note": "Soon",
    }
    assert contact | expected == contact


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        (("--outcome", "answered"), True),
        (("--outcome", "voicemail"), False),
        (("--outcome", "answered", "--kind", "meeting"), False),
    ],
)
def test_a_follow_up_that_was_answered_asks_for_their_reply(
    quoted: CommandLine, options: tuple[str, ...], asked: bool
) -> None:
    answer = quoted("log", Q, "--channel", "phone", *options, on="2026-03-04")
    assert ("log their answer with r (relance reply D26-001)" in answer.err) == asked


@pytest.mark.parametrize(
    ("day", "options", "expected"),
    [
        ("2026-03-04", (), ("2026-03-04", None)),
        ("2026-03-04 10:00", (), ("2026-03-04", "10:00:00")),
        ("2026-03-04 10:00", ("--on", "today"), ("2026-03-04", None)),
        ("2026-03-04", ("--on", "today 9h30"), ("2026-03-04", "09:30:00")),
    ],
)
def test_the_time_is_the_one_that_somebody_gave(
    quoted: CommandLine, day: str, options: tuple[str, ...], expected: tuple[str, str | None]
) -> None:
    quoted.ok("reply", Q, *options, on=day)
    (contact,) = log_of(quoted)
    assert (contact["on"], contact["time"]) == expected


def test_days_that_were_typed_are_said_as_they_were_understood(quoted: CommandLine) -> None:
    answer = quoted("log", Q, "--on", "04/03/2026", on="2026-03-06")
    assert "on: Wed 4 Mar 2026, 2 days ago\n" in answer.err


def test_a_second_follow_up_within_three_days_warns_and_is_saved(quoted: CommandLine) -> None:
    quoted.ok("log", Q, on="2026-03-04")
    answer = quoted("log", Q, on="2026-03-06")
    assert answer.code == 0
    assert "three days" in answer.err
    assert "three days" not in quoted("log", Q, on="2026-03-10").err


def test_passing_the_limit_warns_and_is_saved(quoted: CommandLine) -> None:
    for day in ("04", "09", "13"):
        assert "past the limit" not in quoted("log", Q, on=f"2026-03-{day}").err
    answer = quoted("log", Q, on="2026-03-18")
    assert answer.code == 0
    assert "4/3" in answer.out
    assert "warning: Chased 4 times, past the limit of 3" in answer.err


def test_a_day_ahead_counts_from_that_day_on(quoted: CommandLine) -> None:
    answer = quoted("log", Q, "--on", "tomorrow")
    assert "counts from that day on" in answer.err
    assert quoted.only_quote("2026-03-02")["count"] == 0
    assert quoted.only_quote("2026-03-03")["count"] == 1


def test_what_goes_out_after_a_reply_is_its_answer(quoted: CommandLine) -> None:
    quoted.ok("reply", Q, on="2026-03-04")
    assert "answer by e-mail" in quoted.ok("log", Q, on="2026-03-05")


def test_kind_insists_on_a_follow_up(quoted: CommandLine) -> None:
    quoted.ok("reply", Q, on="2026-03-04")
    quoted.ok("log", Q, "--kind", "follow_up", on="2026-03-05")
    assert quoted.only_quote("2026-03-05")["count"] == 1


def test_a_reply_may_need_no_answer(quoted: CommandLine) -> None:
    assert "answer their reply" in quoted.ok("reply", Q, on="2026-03-04")
    quoted.ok("undo")
    quoted.ok("reply", Q, "--no-answer-needed", on="2026-03-04")
    assert quoted.only_quote("2026-03-04")["group"] == "later"


def test_a_draft_cannot_be_chased(cli: CommandLine) -> None:
    cli.ok("add", "Lead", "Title", "5", "--draft")
    assert cli("log", Q).code == 5


def test_a_contact_is_amended_by_its_number_in_show(quoted: CommandLine) -> None:
    quoted.ok("log", Q, "--on", "2026-03-09", "--note", "later one", on="2026-03-09")
    quoted.ok("log", Q, "--on", "2026-03-04", "--note", "earlier one", on="2026-03-09")
    assert [each["note"] for each in log_of(quoted)] == ["earlier one", "later one"]
    quoted.ok("amend", Q, "2", "channel=phone", "minutes=3", "on=10/03/2026 9:00")
    changed = log_of(quoted)[1]
    assert (changed["note"], changed["channel"], changed["minutes"]) == ("later one", "phone", 3)
    assert (changed["on"], changed["time"]) == ("2026-03-10", "09:00:00")
    quoted.ok("amend", Q, "1", "--delete")
    assert [each["note"] for each in log_of(quoted)] == ["later one"]


def test_amend_prints_a_contact_where_nothing_is_to_change(quoted: CommandLine) -> None:
    quoted.ok("log", Q, "--note", "Hello", on="2026-03-04")
    assert "note=Hello" in quoted.ok("amend", Q, "1").splitlines()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("1", "colour=red"), 2),
        (("1", "minutes"), 2),
        (("1", "minutes=-3"), 2),
        (("1", "kind=guess"), 2),
        (("1", "note=a", "note=b"), 2),
        (("1", "note=a", "--delete"), 2),
        (("one", "note=a"), 2),
        (("0", "note=a"), 4),
        (("2", "note=a"), 4),
    ],
)
def test_what_cannot_be_amended(quoted: CommandLine, arguments: tuple[str, ...], code: int) -> None:
    quoted.ok("log", Q, on="2026-03-04")
    before = quoted.file.read_bytes()
    answer = quoted("amend", Q, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert quoted.file.read_bytes() == before


def test_today_names_the_command_that_ticks_a_summary(quoted: CommandLine) -> None:
    quoted.ok("log", "D26-001", "--channel", "phone", "--outcome", "answered", on="2026-03-04")
    text = quoted.ok("today", on="2026-03-04")
    assert "relance amend D26-001 1 summary_sent=yes" in text
    quoted.ok("amend", "D26-001", "1", "summary_sent=yes", on="2026-03-04")
    assert "amend" not in quoted.ok("today", on="2026-03-04")
