"""`relance export` and `relance import`."""

import csv
import io
import json
import re
import stat
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"
HEADER = (
    "date,time,lead,contact,ref,title,amount,currency,direction,channel,outcome,minutes,"
    "count,limit,limit_state,valid_until,status,note"
)
SPREADSHEET = (
    "Client;Devis;Objet;Montant HT;Envoyé le;Valable jusqu'au;Statut;Relances;"
    "Dernière relance;Canal;Remarques\r\n"
    "Ferme d’Aÿ;2026-1;Étiquettes;1 200,50;02/03/2026;;Envoyé;2;04/03/2026;tél;Rappeler\r\n"
    "Zoë Çelik;2026-2;Logo;1,234;02/03/2026;;Envoyé;;;;\r\n"
    "Zoë Çelik;2026-3;Affiche;300;01/02/2026;;Signé;;;;\r\n"
)


@pytest.fixture
def logged(quoted: CommandLine) -> CommandLine:
    """Quote Q with two contacts on two days."""
    quoted.ok("log", Q, "--note", "=1+1", on="2026-03-04")
    quoted.ok("reply", Q, "--channel", "phone", on="2026-03-06")
    return quoted


def test_the_log_goes_to_stdout_as_csv(logged: CommandLine) -> None:
    text = logged.ok("export", on="2026-03-06")
    assert text.splitlines()[0] == HEADER
    first, second = csv.DictReader(io.StringIO(text))
    assert (first["date"], first["count"], first["note"]) == ("2026-03-04", "1", "'=1+1")
    assert (second["channel"], second["direction"], second["count"]) == ("phone", "in", "0")


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ((), 2),
        (("--since", "2026-03-05"), 1),
        (("--until", "2026-03-05"), 1),
        (("--lead", "lumen"), 2),
        (("--lead", "nobody"), 0),
        (("--view", "closed"), 0),
    ],
)
def test_filters(logged: CommandLine, options: tuple[str, ...], lines: int) -> None:
    assert len(logged.ok("export", *options, on="2026-03-06").splitlines()) == lines + 1


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [
        (("--output", "{}/log.csv"), "date,time,"),
        (("--output", "{}/log.md"), "# Follow-up log"),
        (("--output", "{}/log.html"), '<!DOCTYPE html>\n<html lang="en">'),
        (("--output", "{}/log.htm"), "<!DOCTYPE html>"),
        (("--output", "{}/log.csv", "--excel"), "\ufeffdate;time;"),
        (("--output", "{}/log.json"), '{\n"relance": 1'),
        (("--output", "{}/log.ics"), "BEGIN:VCALENDAR\n"),
        (("--output", "{}/log.txt"), "date,time,"),
        (("--output", "{}/log.txt", "--format", "md"), "# Follow-up log"),
    ],
)
def test_an_export_into_a_file_is_only_for_us(
    logged: CommandLine, arguments: tuple[str, ...], beginning: str
) -> None:
    given = [each.format(logged.home) for each in arguments]
    assert logged.ok("export", *given, on="2026-03-06") == f"{given[1]} written\n"
    file = Path(given[1])
    assert file.read_text().startswith(beginning)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_calendar_says_whom_to_chase_and_what_ends(logged: CommandLine) -> None:
    text = logged.ok("export", "--format", "ics", "--lead", "lumen", on="2026-03-06")
    follow_up, deadline = Calendar.from_ical(text).walk("VEVENT")
    assert follow_up["summary"] == "Follow up: Atelier Lumen · Website redesign"
    assert deadline["summary"] == "Last valid day: Atelier Lumen · Website redesign"
    said = "D26-001 · 1 200 €\nFollow-ups: 0 of 3\nDeadline: Mon 23 Mar 2026"
    assert follow_up["description"] == deadline["description"] == said
    assert "VEVENT" not in logged.ok("export", "--format", "ics", "--view", "closed")


def test_a_page_says_what_it_is_about(logged: CommandLine) -> None:
    chosen = ("--lead", "lumen", "--since", "2026-03-05", "--view", "pending")
    for name in ("md", "html"):
        text = logged.ok("export", "--format", name, *chosen, on="2026-03-06")
        assert (
            "As of Fri 6 Mar 2026 · leads named lumen · since Thu 5 Mar 2026 · quotes: pending"
        ) in text


def test_a_calendar_has_agreed_calls_at_their_time(quoted: CommandLine) -> None:
    quoted.ok("edit", Q, "call_at=2026-03-05 14:30")
    text = quoted.ok("export", "--format", "ics", "--until", "2026-03-05")
    call = Calendar.from_ical(text).walk("VEVENT")[-1]
    assert call["summary"] == "Call: Atelier Lumen · Website redesign"
    assert call["dtstart"].to_ical() == b"20260305T143000"


def test_an_export_on_a_terminal_is_nothing_that_it_obeys(quoted: CommandLine) -> None:
    quoted.ok("log", Q, "--note", "\x1b[31mred", on="2026-03-04")
    assert "\x1b[31mred" in quoted.ok("export", on="2026-03-04"), "a file has it as it is"
    script = "import sys; sys.stdout.isatty = lambda: True\nfrom tui.__main__ import main; main()"
    from subprocess import run
    from sys import executable

    from tests.tui.cli.command_line import PROJECT

    for name in ("csv", "json", "md", "html", "ics"):
        done = run(
            [executable, "-c", script, "export", "--format", name],
            env=dict(quoted.environment("2026-03-04")),
            cwd=PROJECT,
            capture_output=True,
            check=True,
        )
        assert b"red" in done.stdout
        assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "xls"),
        ("--since", "+1d", "--until", "today"),
        ("--view", "x"),
        ("--excel", "--format", "md"),
    ],
)
def test_wrong_options_of_export(quoted: CommandLine, options: tuple[str, ...]) -> None:
    answer = quoted("export", *options)
    assert (answer.code, answer.out) == (2, "")


@pytest.fixture
def spreadsheet(cli: CommandLine) -> Path:
    """Three rows; the second has an amount that nobody can read."""
    file = cli.home / "devis.csv"
    file.write_bytes(SPREADSHEET.encode("cp1252"))
    return file


def test_a_dry_run_says_what_becomes_of_each_line(cli: CommandLine, spreadsheet: Path) -> None:
    cli.ok("add", "zoe celik", "Affiche", "300", "--ref", "2026-3")
    before = cli.file.read_bytes()
    answer = cli("import", str(spreadsheet), "--dry-run")
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "line 2: add 2026-1 · Ferme d’Aÿ · Étiquettes · 1 200.50 € · sent · 2 follow-ups",
        "line 3: problem",
        "line 4: there already 2026-3 · Zoë Çelik · Affiche · 300 € · won",
        "1 quote to add · 1 quote there already · 1 problem · nothing was saved",
    ]
    assert re.search(r"^line 3 \(Montant HT\): .*“1,234”", answer.err, re.MULTILINE)
    assert cli.file.read_bytes() == before


def test_an_import_adds_what_is_good_and_names_the_rest(
    cli: CommandLine, spreadsheet: Path
) -> None:
    answer = cli("import", str(spreadsheet))
    assert answer.code == 0
    assert answer.out.startswith("devis.csv imported: 2 quotes, 2 new leads, 2 contacts")
    assert answer.out.count("\n") == 1
    assert "line 3 (Montant HT)" in answer.err
    assert len(cli("list", "--view", "all", "--json").json) == 2
    again = cli("import", str(spreadsheet))
    assert (again.code, again.out) == (0, "nothing to add · 2 quotes there already\n")
    cli.ok("undo")
    assert cli("list", "--view", "all", "--json").json == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a;b;c\r\n1;2;3\r\n", 2),
        (b"", 2),
        (b"\0\0\0", 3),
        (SPREADSHEET.splitlines()[0].encode() + b"\r\nx;y;z;?;;;;;;;\r\n", 2),
        (json.dumps({"a": 1}).encode(), 2),
    ],
)
def test_a_file_without_anything_good(
    cli: CommandLine, spreadsheet: Path, content: bytes, code: int
) -> None:
    spreadsheet.write_bytes(content)
    answer = cli("import", str(spreadsheet))
    assert answer.code == code
    assert answer.err
    assert not cli.file.exists()


def test_a_file_that_is_not_there(cli: CommandLine) -> None:
    assert cli("import", str(cli.home / "nothing.csv")).code == 3
    assert cli("import", str(cli.home)).code == 3


def test_an_import_from_stdin(cli: CommandLine) -> None:
    answer = cli("import", "-", typed=SPREADSHEET)
    assert answer.code == 0
    assert "2 quotes" in answer.out
