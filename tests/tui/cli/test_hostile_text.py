"""Whatever the data holds, the terminal obeys none of it, and nothing is lost from it."""

import re
from typing import Any

import msgspec
import pytest

from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.lead import Lead, Person
from store.records.quote import Quote
from tests.builders import a_contact, a_lead, a_quote
from tests.tui.cli.command_line import CommandLine

HOSTILE = (
    "\x9b2J\x07\u202e \x1b[31mred\x1b]52;c;cm0gLXJm\x07 \x00 \x7f \u202edlrow\u2069 \ufeff "
    "[red]b[/] "
    "[@click=app.quit]x[/] {0} %s\r"
)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]")

COMMANDS = (
    ("today",),
    ("list", "--view", "all"),
    ("leads",),
    ("show", "R"),
    ("show", "R", "--json"),
    ("list", "--json"),
    ("today", "--json"),
    ("leads", "--json"),
    ("history", "--json"),
    ("history",),
    ("edit", "R"),
    ("amend", "R", "1"),
    ("edit", "R", "lead=x", "title=y"),
    ("log", "R"),
    ("amend", "R", "1", "--delete"),
    ("close", "R", "won"),
    ("delete", "R"),
)


def poisoned(text: str) -> list[Record]:
    person = Person(name=text, email=text, phone=text)
    common: dict[str, Any] = {"notes": text}
    return [
        a_lead(name=text, contacts=(person,), sector=text, source=text, tags=(text,), **common),
        a_quote(ref="R", title=text, cadence=text, currency=text, **common),
        a_contact(note=text),
    ]


@pytest.fixture
def hostile(cli: CommandLine) -> CommandLine:
    """A file that somebody else wrote, with one quote R and hostile text in every field."""
    tables: dict[str, dict[int, Record]] = {"leads": {}, "quotes": {}, "follow_ups": {}}
    for record in poisoned(HOSTILE):
        name = {Lead: "leads", Quote: "quotes", FollowUp: "follow_ups"}[type(record)]
        tables[name][record.id] = record
    cli.file.write_bytes(msgspec.json.encode(tables))
    return cli


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_writes_what_a_terminal_obeys(
    hostile: CommandLine, command: tuple[str, ...]
) -> None:
    answer = hostile(*command, on="2026-03-20")
    assert answer.code == 0, answer
    assert not OBEYED.search(answer.out.replace("\t", ""))
    assert not OBEYED.search(answer.err)
    hostile_again = hostile("undo", on="2026-03-20")
    assert not OBEYED.search(hostile_again.out + hostile_again.err)


def test_json_gives_scripts_the_very_text(hostile: CommandLine) -> None:
    shown = hostile("show", "R", "--json").json
    assert (shown["lead"], shown["title"]) == (HOSTILE, HOSTILE)
    assert shown["follow_ups_log"][0]["note"] == HOSTILE


def test_markup_is_shown_as_it_stands(hostile: CommandLine) -> None:
    assert "[red]b[/] [@click=app.quit]x[/] {0} %s" in hostile.ok("edit", "R")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", HOSTILE.replace("\0", "")),
        ("lead", HOSTILE.replace("\0", "")),
        ("add", "Lead", "Title", HOSTILE.replace("\0", "")),
        ("close", "R", "\x1b[31m"),
        ("list", "--\x1b[31m"),
        ("\x1b[31m",),
        ("--today", "\x1b[31m", "list"),
    ],
)
def test_complaints_about_what_was_typed_are_clean(
    hostile: CommandLine, arguments: tuple[str, ...]
) -> None:
    answer = hostile(*arguments)
    assert answer.code in (2, 4)
    assert not OBEYED.search(answer.err)


@pytest.mark.parametrize("typed", ["half \ud83d", "x" * 1_000_000])
def test_text_that_cannot_be_kept_is_refused(cli: CommandLine, typed: str) -> None:
    for arguments in (("add", typed, "Title", "5"), ("add", "Lead", typed, "5")):
        answer = cli(*arguments)
        assert (answer.code, answer.out) == (2, "")
        assert len(answer.err) < 400
    assert not cli.file.exists()


def test_a_name_in_no_encoding_is_refused_by_the_real_program(cli: CommandLine) -> None:
    done = cli.process("add", "caf\udce9", "Title", "5")
    assert done.returncode == 2
    assert b"lone surrogate" in done.stderr
