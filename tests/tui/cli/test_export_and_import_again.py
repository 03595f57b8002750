"""`relance export --format json` and `relance import` of it: the same tracker somewhere else."""

import json
from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine

ON = "2026-03-20"


@pytest.fixture
def full(quoted: CommandLine) -> CommandLine:
    """Leads, quotes of several kinds, contacts of one day, a private reason and an incident."""
    quoted.ok("log", "D26-001", "--on", "2026-03-04", "--note", "first")
    quoted.ok("log", "D26-001", "--on", "2026-03-04", "--channel", "phone", "--note", "second")
    quoted.ok("add", "Cabinet Rey", "Dépliant", "650,50", "--draft")
    quoted.ok("add", "Zoë", "Logo", "300")
    quoted.ok("close", "D26-003", "declined", "--reason", "no time", "--mode", "no_time")
    quoted.ok("edit", "D26-003", "private_reason=secret")
    quoted.ok("ban", "5euros", "--on", "2026-03-05")
    return quoted


@pytest.fixture
def other(tmp_path: Path) -> CommandLine:
    """Another computer, without a file yet."""
    (tmp_path / "other").mkdir()
    return CommandLine(tmp_path / "other")


def export(cli: CommandLine) -> str:
    file = cli.home / "records.json"
    cli.ok("export", "--format", "json", "--output", str(file), "--force", on=ON)
    return str(file)


def listed(cli: CommandLine) -> list[str]:
    asked = (("list", "--view", "all"), ("leads",), ("today",), ("stats",))
    return [cli.ok(*command, "--json", on=ON) for command in asked]


def stored(cli: CommandLine, table: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads(cli.file.read_text())[table]
    return found


def test_into_an_empty_file_it_gives_the_same_tracker(
    full: CommandLine, other: CommandLine
) -> None:
    said = other.ok("import", export(full))
    assert said.startswith("records.json imported: 3 leads, 3 quotes, 2 contacts and 1 incident")
    assert listed(other) == listed(full)
    for table in ("leads", "follow_ups", "incidents"):
        assert stored(other, table) == stored(full, table)
    assert b"secret" not in other.file.read_bytes()
    assert Path(export(other)).read_text() == Path(export(full)).read_text()


def test_the_same_file_again_adds_nothing(full: CommandLine, other: CommandLine) -> None:
    file = export(full)
    other.ok("import", file)
    before = other.file.read_bytes()
    assert other.ok("import", file) == "nothing to add · 9 there already\n"
    assert full.ok("import", file) == "nothing to add · 9 there already\n"
    assert other.file.read_bytes() == before


def test_a_file_that_grew_brings_what_is_new_and_what_changed(
    full: CommandLine, other: CommandLine
) -> None:
    other.ok("import", export(full))
    full.ok("log", "D26-001", on=ON)
    full.ok("edit", "D26-002", "title=Flyer")
    said = other.ok("import", export(full))
    assert "0 quotes, 1 contact and 0 incidents added, 1 record changed" in said
    assert listed(other) == listed(full)


def test_what_was_changed_here_meanwhile_stays(full: CommandLine, other: CommandLine) -> None:
    file = export(full)
    other.ok("import", file)
    other.ok("edit", "D26-002", "title=Mine")
    assert other.ok("import", file).startswith("nothing to add")
    assert "Mine" in other.ok("list", "--view", "all")


def test_records_made_after_the_import_come_after_those_that_it_brought(
    full: CommandLine, other: CommandLine
) -> None:
    other.ok("import", export(full))
    other.ok("log", "D26-001", "--on", "2026-03-04", "--note", "third")
    log = other("show", "D26-001", "--json", on=ON).json["follow_ups_log"]
    assert [each["note"] for each in log] == ["first", "second", "third"]


def test_an_import_is_one_change_that_can_be_taken_back_and_done_again(
    full: CommandLine, other: CommandLine
) -> None:
    file = export(full)
    other.ok("import", file)
    other.ok("undo")
    assert other("leads", "--json").json == []
    other.ok("import", file)
    assert listed(other) == listed(full)
    deleted = [row for row in stored(other, "_meta").values() if "deleted" in row]
    assert deleted == []


def test_a_dry_run_tells_each_record_and_saves_nothing(
    full: CommandLine, other: CommandLine
) -> None:
    lines = other.ok("import", export(full), "--dry-run").splitlines()
    assert len(lines) == 10
    assert lines[0] == "line 4: add lead Atelier Lumen"
    assert "line 9: add quote D26-001 Website redesign, 1 200 €" in lines
    assert lines[-1] == "9 records to add · nothing was saved"
    assert not other.file.exists()


def test_a_bad_record_is_reported_and_the_rest_comes_in(
    full: CommandLine, other: CommandLine
) -> None:
    file = Path(export(full))
    file.write_text(file.read_text().replace('"650.50"', '"NaN"'))
    answer = other("import", str(file))
    assert answer.code == 0
    assert "line 10 (quotes): record: " in answer.err
    assert "1 problem" in answer.out
    assert len(other("list", "--view", "all", "--json").json) == 2


def test_a_file_of_a_newer_format_is_refused(full: CommandLine, other: CommandLine) -> None:
    file = Path(export(full))
    file.write_text(file.read_text().replace('"relance": 1', '"relance": 99'))
    answer = other("import", str(file))
    assert (answer.code, answer.out) == (2, "")
    assert "format 99" in answer.err
    assert not other.file.exists()
