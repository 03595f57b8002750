"""What I thought stays mine: no list, export, print-out or history line has it (PRACTICES H5)."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.records.message_code import MessageCode
from store.records.words import WrittenLanguage
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine
from tui.cli import reading
from tui.export_formats import FORMATS

SECRET, OLDER, OTHER = "he is a bore", "he may be a bore", "she is a bore"
ON = "2026-03-05"
LEAD = "Atelier Lumen"


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """Quote Q was declined, and what I thought of it noted twice, on two machines; to be read."""
    folder = tmp_path_factory.mktemp("noted")
    cli = CommandLine(folder)
    cli.ok("add", LEAD, "Website redesign", "1200", "--sent", "2026-03-02")
    cli.ok("log", REF, "--note", "called", on="2026-03-03")
    cli.ok("edit", REF, f"private_reason={OLDER}", "stated_reason=no time")
    cli.ok("edit", REF, f"private_reason={SECRET}")
    base = cli.file.read_bytes()
    cli("edit", REF, f"private_reason={OTHER}", RELANCE_MACHINE="there")
    copies = {"base": base, "theirs": cli.file.read_bytes()}
    for name, text in copies.items():
        (folder / name).write_bytes(text)
    cli.file.write_bytes(base)
    cli.ok("edit", REF, f"private_reason={SECRET}!")
    cli.ok("merge", str(folder / "base"), str(cli.file), str(folder / "theirs"))
    cli.ok("add", "Cabinet Rey", "Leaflet", "650", on="2026-03-03")
    cli.ok("edit", "D26-002", f"private_reason={SECRET}", on="2026-03-03")
    cli.ok("delete", "D26-002", on="2026-03-03")
    cli.ok("close", REF, "declined", "--to", "Ana Roux", on=ON)
    return cli


@pytest.fixture
def refused(noted: CommandLine, tmp_path: Path) -> CommandLine:
    """The same in a file of its own, to be changed."""
    cli = CommandLine(tmp_path)
    cli.file.write_bytes(noted.file.read_bytes())
    return cli


READING = (
    *(("export", "--format", name) for name in FORMATS),
    *(("list", "--view", "all"), ("list", "--view", "all", "--json")),
    *(("leads",), ("leads", "--json"), ("today",), ("today", "--json")),
    *(("edit", REF), ("lead", LEAD), ("amend", REF, "1"), ("show", REF)),
    *(("stats",), ("stats", "--json"), ("backups",), ("backups", "--json"), ("path",)),
    *(("history",), ("history", "--json"), ("doctor",), ("message", "--list")),
    *(
        ("message", REF, code, "--language", language, *as_json)
        for code in MessageCode
        for language in WrittenLanguage
        for as_json in ((), ("--json",))
    ),
)
CHANGING = (
    *(("undo",), ("edit", REF, "private_reason="), ("edit", REF, "private_reason=a bore")),
    *(("reopen", REF), ("close", REF, "won"), ("snooze", REF, "friday"), ("delete", REF)),
    *(("log", REF), ("reply", REF), ("amend", REF, "1", "note=x"), ("amend", REF, "1", "--delete")),
    *(("lead", LEAD, "name=Lumen"), ("merge-leads", LEAD, LEAD), ("delete", "--lead", LEAD)),
    *(("send", REF), ("ban", "malt"), ("add", LEAD, "More", "5"), ("doctor", "--reviewed")),
    *(("doctor", "--fix"), ("doctor",), ("redo",)),
)
WRONG = (
    *(("edit", REF, "private_reason=a bore", "colour=red"), ("edit", REF, "private_reason")),
    *(("edit", REF, "private_reason=a bore", "private_reason=no bore"), ("edit", REF, "limit=x")),
    *(("lead", LEAD, "private_reason=a bore"), ("edit", REF, "private_reason=bore\udce9")),
    *(("edit", REF, "private_reason=" + "bore " * 9_999), ("edit", "X", "private_reason=bore")),
)


@pytest.mark.parametrize("command", READING)
def test_h5_what_i_thought_is_in_nothing_that_is_read(
    noted: CommandLine, command: tuple[str, ...]
) -> None:
    answer = noted(*command, on=ON)
    assert answer.out or answer.code == 2
    assert "bore" not in answer.out + answer.err


@pytest.mark.parametrize("command", [*CHANGING, *WRONG])
def test_h5_what_i_thought_is_in_nothing_that_a_change_or_an_error_says(
    refused: CommandLine, command: tuple[str, ...]
) -> None:
    answer = refused(*command, on=ON)
    assert answer.out + answer.err
    assert "bore" not in answer.out + answer.err


def test_h5_what_i_thought_is_in_nothing_that_a_restore_says(refused: CommandLine) -> None:
    refused.ok("reopen", REF, on=ON)
    (backup,) = refused("backups", "--json", on=ON).json
    answer = refused("restore", backup["name"], on=ON)
    assert answer.code == 0
    assert "bore" not in answer.out + answer.err


def test_h5_what_i_thought_comes_back_unseen(refused: CommandLine) -> None:
    refused.ok("edit", REF, "private_reason=", on=ON)
    for command in ("undo", "redo", "undo"):
        assert "bore" not in refused.ok(command, on=ON)
    assert "bore" in refused("show", REF, "--json", on=ON).json["quote_record"]["private_reason"]


def test_h5_what_i_thought_is_in_the_file_and_in_show_for_scripts(refused: CommandLine) -> None:
    shown: Any = refused("show", REF, "--json", on=ON).json
    assert "bore" in shown["quote_record"]["private_reason"]
    assert json.dumps(json.loads(refused.file.read_text())).count("bore") > 3
    assert "conflict" in [each["code"] for each in refused("history", "--json", on=ON).json]


def test_h5_what_i_said_is_exported(refused: CommandLine) -> None:
    assert "no time" in refused.ok("export", "--format", "json", on=ON)


def test_h5_a_second_one_that_stands_in_the_file_is_private_too(cli: CommandLine) -> None:
    cli.ok("edit", REF, "private_reason=bore")
    one = '"private_reason":"bore"'
    cli.file.write_text(cli.file.read_text().replace(one, f'{one},"private_reason":"a bore"'))
    said = [cli("doctor"), cli("edit", REF, "title=Shop"), cli("doctor"), cli("history")]
    said += [
        cli("history", "--json"),
        cli("undo"),
        *(cli("export", "--format", x) for x in FORMATS),
    ]
    assert "bore" not in "".join(answer.out + answer.err for answer in said)
    assert "stood twice in the file; the second is kept as private_reason (2)" in said[0].out
    assert '"private_reason (2)":"a bore"' in cli.file.read_text()


def test_h5_no_merge_tells_it(cli: CommandLine) -> None:
    before = cli.file.read_bytes()
    cli.ok("edit", REF, f"private_reason={OTHER}")
    there = cli.file.with_name("relance.sync-conflict-20260302-101500-ABCDEFG.json")
    there.write_bytes(cli.file.read_bytes())
    theirs = cli.file.with_name("theirs.json")
    theirs.write_bytes(there.read_bytes())
    base = cli.file.with_name("base.json")
    base.write_bytes(before)
    cli.file.write_bytes(before)
    there_says = cli("edit", REF, f"private_reason={SECRET}")
    merged = cli("merge", str(base), str(cli.file), str(theirs))
    for answer in (there_says, merged, cli("doctor"), cli("history"), cli("doctor", "--reviewed")):
        assert "bore" not in answer.out + answer.err
    assert "conflict" in [each["code"] for each in cli("history", "--json").json]


def test_h5_no_draft_for_the_mail_program_has_it(refused: CommandLine, tmp_path: Path) -> None:
    for code in MessageCode:
        draft = tmp_path / f"{code}.eml"
        if refused("message", REF, code, "--output", str(draft), on=ON).code == 0:
            assert "bore" not in draft.read_text()
    assert (tmp_path / "referral.eml").exists()


def test_h5_the_log_of_our_own_mistakes_does_not_have_it(
    refused: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> None:
        raise KeyError(given)

    monkeypatch.setattr(reading, "quote_lines", fail)
    answer = refused("list", "--view", "all", on=ON)
    (log,) = refused.home.rglob("errors.log")
    assert (answer.code, "KeyError" in log.read_text()) == (3, True)
    assert "no time" in log.read_text()
    assert "bore" not in log.read_text() + answer.err
