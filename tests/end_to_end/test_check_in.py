"""A freelancer's morning, in the real program."""

import csv
import json
from pathlib import Path

from tests.end_to_end.conftest import Open, Run
from tests.terminal import Terminal


def add_quote(app: Terminal, lead: str, title: str, amount: str) -> None:
    """Adds a quote by keyboard, from the main screen."""
    app.press("n")
    app.wait_for("New quote")
    app.type(lead)
    app.press("tab")
    app.type(title)
    app.press("tab")
    app.type(amount)
    app.press("enter")
    app.wait_for("added")  # the form is gone before the quote is saved and under the cursor


def follow_up(app: Terminal) -> None:
    """Logs the usual follow-up for the quote under the cursor."""
    app.press("f")
    app.wait_for("Follow-up ·")
    app.press("enter")
    app.wait_gone("Follow-up ·")


def test_a_quote_is_added_chased_past_its_limit_and_exported_by_keyboard(
    open_relance: Open, tmp_path: Path
) -> None:
    app = open_relance()
    app.wait_for("add your first quote")
    add_quote(app, "Atelier Lumen", "Website redesign", "4 800")
    for number in (1, 2, 3, 4):
        follow_up(app)
        app.wait_for(f"{number}/3 follow-up")
    assert "▲" in app.line_of("4 800 €")
    target = tmp_path / "log.csv"
    app.press("E")
    app.wait_for("Export")
    app.press("tab")
    app.press("ctrl+u")
    app.type(str(target))
    app.press("enter")
    app.wait_for("write it")
    app.press("enter")
    app.wait_for(lambda _: target.exists())

    lines = list(csv.DictReader(target.open(encoding="utf-8")))

    assert [line["count"] for line in lines] == ["1", "2", "3", "4"]
    assert [line["limit_state"] for line in lines] == ["under", "under", "reached", "exceeded"]


def test_closing_and_reopening_shows_it_all(open_relance: Open) -> None:
    app = open_relance()
    app.wait_for("add your first quote")
    add_quote(app, "Théâtre de l'Œil", "Rapport annuel", "9 000,50 €")
    follow_up(app)
    app.wait_for("1/3 follow-up")
    app.press("q")
    assert app.wait_exit() == 0

    again = open_relance()
    again.wait_for("1 Today")
    again.press("2")

    again.wait_for("Théâtre de l'Œil")
    again.wait_for("1/3 follow-up")


def test_two_apps_on_one_file_show_each_others_changes(open_relance: Open, relance: Run) -> None:
    relance("add", "Atelier Lumen", "Website redesign", "4800", "--sent", "2026-03-18")
    one, other = open_relance(), open_relance()
    for app in (one, other):
        app.press("2")
        app.wait_for("0/3 follow-ups")

    follow_up(one)
    other.wait_for("1/3 follow-up", timeout=2)
    follow_up(other)
    one.wait_for("2/3 follow-ups", timeout=2)

    shown = json.loads(relance("show", "D26-001", "--json").stdout)
    assert shown["count"] == 2


def test_the_screen_says_when_the_terminal_is_too_small(open_relance: Open) -> None:
    app = open_relance(columns=60, rows=20)
    app.wait_for("add your first quote")

    app.resize(50, 18)
    app.wait_for("relance needs 60x20")
    app.resize(60, 20)

    app.wait_for("add your first quote")


def test_an_unknown_terminal_word_is_literal_text(open_relance: Open, relance: Run) -> None:
    hostile = "\x1b]0;owned\x07[red]X[/]"
    relance("add", hostile, "[@click=app.quit]go[/]", "10")

    app = open_relance()
    app.press("2")
    app.wait_for("[red]X")
    app.wait_for("[@click=app.quit]go")

    assert b"\x1b]0;owned" not in app.raw


def test_without_colour_the_signs_still_tell(open_relance: Open, relance: Run) -> None:
    relance("add", "Atelier Lumen", "Leaflet", "650", "--sent", "2026-03-09", "--limit", "1")
    relance("log", "D26-001", "--on", "2026-03-11")

    app = open_relance("--ascii", NO_COLOR="1")
    app.wait_for("Leaflet")

    assert app.line_of("Leaflet").lstrip("│ |").startswith("> #")
