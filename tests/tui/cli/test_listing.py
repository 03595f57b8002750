"""`relance today`, `list`, `leads` and `show`: what they choose, and how it reads."""

from datetime import date
from typing import Any

import pytest

from tests.tui.cli.command_line import CommandLine
from tui.cli.table import cells
from tui.demo import demo_repository

Q = "D26-001"


def test_show_for_people(quoted: CommandLine) -> None:
    quoted.ok("lead", "Atelier Lumen", "contact+=Ana Roux <ana@x.example>")
    quoted.ok("edit", Q, "notes=First line\nSecond line")
    quoted.ok("log", Q, "--channel", "phone", "--minutes", "4", "--note", "Hm", on="2026-03-04")
    text = quoted.ok("show", Q, on="2026-03-04")
    for part in (
        "D26-001 · Website redesign · Atelier Lumen",
        "1 200 € · sent · 1/3 follow-ups, 1 in all",
        "next: send the summary of the call",
        "Mon 23 Mar 2026, in 19 days",
        "  Ana Roux <ana@x.example>",
        "  1  Wed 4 Mar 2026  follow-up  phone",
        "Hm",
        "  Second line",
    ):
        assert part in text


VIEWS: dict[str, list[str]] = {
    "pending": ["EXPIRED", "EXPIRING", "NEW"],
    "today": ["EXPIRED", "EXPIRING"],
    "drafts": ["DRAFT"],
    "expiring": ["EXPIRING"],
    "expired": ["EXPIRED"],
    "limit": [],
    "closed": ["WON"],
    "all": ["EXPIRED", "EXPIRING", "NEW", "DRAFT", "WON"],
}


@pytest.fixture
def varied(cli: CommandLine) -> CommandLine:
    """Five quotes to five leads, one for each view."""
    for ref, sent in (("EXPIRED", "-30d"), ("EXPIRING", "-20d"), ("NEW", "today"), ("WON", "-5d")):
        cli.ok("add", f"Lead {ref}", "Title", "100", "--ref", ref, f"--sent={sent}")
    cli.ok("log", "EXPIRING", "--on", "yesterday")
    cli.ok("close", "WON", "won")
    cli.ok("add", "Lead Dràft", "Title", "100", "--ref", "DRAFT", "--draft")
    return cli


@pytest.mark.parametrize("view", VIEWS)
def test_views(varied: CommandLine, view: str) -> None:
    found = varied("list", "--view", view, "--json").json
    assert sorted(quote["ref"] for quote in found) == sorted(VIEWS[view])
    assert len(varied.ok("list", "--view", view).splitlines()) >= len(found)


def test_list_is_narrowed_to_a_part_of_a_lead_name(varied: CommandLine) -> None:
    found = varied("list", "--view", "all", "--lead", "DRAFT", "--json").json
    assert [quote["ref"] for quote in found] == ["DRAFT"]
    assert "No quote here" in varied.ok("list", "--lead", "nobody")


def test_today_is_in_the_order_of_the_groups_without_later(varied: CommandLine) -> None:
    varied.ok("reply", "NEW")
    work = varied("today", "--json").json
    assert [(quote["group"], quote["ref"]) for quote in work] == [
        ("owed", "NEW"),
        ("decide", "EXPIRED"),
        ("expiring", "EXPIRING"),
    ]


def test_today_counts_and_answers_with_its_exit_code(varied: CommandLine) -> None:
    assert varied("today", "--count").out == "2\n"
    assert varied("today").code == 0
    assert varied("today", "--exit-code").code == 1
    assert varied("today", "--count", "--exit-code", on="2025-01-01").code == 0


def test_today_says_that_there_is_nothing_to_do_and_until_when(quoted: CommandLine) -> None:
    answer = quoted("today", "--exit-code")
    assert answer.code == 0
    assert "Nothing to do today. The next follow-up is on Wed 4 Mar 2026." in answer.out


def test_today_sums_the_day_up_and_gives_every_group_a_heading(varied: CommandLine) -> None:
    lines = varied.ok("today").splitlines()
    assert lines[0] == "Mon 2 Mar 2026 · 1 to decide · 1 expiring · 300 € pending"
    assert [line for line in lines if line in ("Decide", "Expiring")] == ["Decide", "Expiring"]


@pytest.mark.parametrize("command", ["today", "list", "leads"])
def test_an_empty_tracker_says_what_to_do_first(cli: CommandLine, command: str) -> None:
    assert "relance add LEAD TITLE AMOUNT" in cli.ok(command)
    assert cli(command, "--json").json == []


@pytest.mark.parametrize("command", [("today",), ("list", "--view", "all"), ("leads",)])
def test_lines_keep_to_80_columns(cli: CommandLine, command: tuple[str, ...]) -> None:
    demo_repository(cli.file.parent, date(2026, 3, 20))
    cli.ok("add", "Société " + "d'ingénierie " * 9, "改" * 90, "999999999999.99")
    lines = cli.ok(*command, on="2026-03-20").splitlines()
    assert max(map(cells, lines)) in range(60, 81)


def test_ascii_signs_on_request(quoted: CommandLine) -> None:
    quoted.ok("edit", Q, "limit=0")
    text = quoted("--ascii", "list").out
    assert text.splitlines()[1].startswith("#")
    assert quoted("list", RELANCE_ASCII="1").out == text


def test_amounts_in_two_currencies_are_never_added(quoted: CommandLine) -> None:
    quoted.ok("add", "Cabinet Rey", "Leaflet", "650 USD")
    first: Any = quoted.ok("today").splitlines()[0]
    assert "1 200 € + 650 $ pending" in first
