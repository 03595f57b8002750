"""`relance backups`, `restore` and `doctor`, as a person uses them."""

import stat

import pytest

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"
BACKUP = "2026-03-03-0001-daily"


@pytest.fixture
def backed_up(quoted: CommandLine) -> CommandLine:
    """Two quotes, and a backup that has the first."""
    quoted.ok("add", "Cabinet Rey", "Leaflet", "650", on="2026-03-03")
    return quoted


def test_backups_are_listed_with_day_size_quotes_and_why(backed_up: CommandLine) -> None:
    line = backed_up.ok("backups")
    assert line == f"{BACKUP}  Tue 3 Mar 2026  1 quote  2 kB, first change of the day\n"
    (listed,) = backed_up("backups", "--json").json
    size = listed.pop("size")
    assert listed == {"name": BACKUP, "day": "2026-03-03", "quotes": 1, "why": "daily"}
    assert 500 < size < 2000


def test_restoring_is_said_and_can_be_taken_back(backed_up: CommandLine) -> None:
    assert backed_up.ok("restore", BACKUP).startswith(f"{BACKUP} restored · 1 quote · ")
    newest = backed_up("backups", "--json").json[0]
    assert newest["why"] == "restore"
    backed_up.ok("restore", newest["name"])
    assert len(backed_up("list", "--view", "all", "--json").json) == 2


def test_undo_does_not_undo_a_restore_but_what_the_restored_file_remembers(
    backed_up: CommandLine,
) -> None:
    """As the help of restore and the README say."""
    backed_up.ok("restore", BACKUP)
    assert backed_up.ok("undo") == "undone: D26-001 added\n"
    assert backed_up("list", "--view", "all", "--json").json == []


def test_restoring_answers_with_the_exit_codes(backed_up: CommandLine) -> None:
    assert backed_up("restore", "nonsense").code == 4
    assert backed_up("restore").code == 2
    backed_up.ok("restore", BACKUP)
    assert backed_up("restore", BACKUP).code == 1


def test_a_failing_backup_is_a_warning(quoted: CommandLine) -> None:
    folder = quoted.home / ".local" / "state" / "relance" / "backups"
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("in the way")
    answer = quoted("log", Q, on="2026-03-04")
    assert answer.code == 0
    assert "warning: " in answer.err
    assert "not backed up" in answer.err
    assert quoted.only_quote("2026-03-04")["count"] == 1


def test_a_sound_file_is_healthy(backed_up: CommandLine) -> None:
    answer = backed_up("doctor")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"The newest backup is {BACKUP}.\nNothing is wrong.\n"


def test_what_is_wrong_is_said_with_what_would_be_done(backed_up: CommandLine) -> None:
    text = backed_up.file.read_text().replace("D26-002", Q)
    backed_up.file.write_text(text)
    backed_up.file.chmod(0o644)
    left = backed_up.file.with_name(f".{backed_up.file.name}.abc.tmp")
    left.write_text("{}")

    answer = backed_up("doctor")

    assert answer.code == 1
    assert "Atelier Lumen: Website redesign, Cabinet Rey: Leaflet" in answer.out
    assert "--fix: gives those recorded later the next free ref" in answer.out
    assert "can be read by others" in answer.out
    assert backed_up.file.read_text() == text
    assert left.exists()
    codes = {each["code"]: each for each in backed_up("doctor", "--json").json}
    assert set(codes) == {"ref_twice", "file_open_to_others", "left_over_file", "newest_backup"}
    assert codes["ref_twice"]["fixable"]


def test_fixing_mends_it_all(backed_up: CommandLine) -> None:
    backed_up.file.write_text(backed_up.file.read_text().replace("D26-002", Q))
    backed_up.file.chmod(0o644)
    left = backed_up.file.with_name(f".{backed_up.file.name}.abc.tmp")
    left.write_text("{}")

    assert backed_up("doctor", "--fix").code == 0

    assert backed_up("doctor").code == 0
    assert {each["ref"] for each in backed_up("list", "--view", "all", "--json").json} == {
        Q,
        "D26-002",
    }
    assert stat.S_IMODE(backed_up.file.stat().st_mode) == 0o600
    assert not left.exists()
    backed_up.ok("undo")


def test_records_without_their_lead_or_quote_are_reported(quoted: CommandLine) -> None:
    quoted.ok("log", Q)
    lines = quoted.file.read_text().splitlines(keepends=True)
    rows = [line for line in lines if '"name":"Atelier Lumen"' not in line]
    quoted.file.write_text("".join(rows))
    answer = quoted("doctor")
    assert answer.code == 1
    assert "D26-001 (Website redesign) belongs to a lead that is not there." in answer.out

    rows = [line for line in rows if '"title":"Website redesign"' not in line]
    quoted.file.write_text("".join(rows))
    assert "1 contacts belong to a quote that is not there." in quoted("doctor").out


def test_a_damaged_file_is_looked_at_and_mended(backed_up: CommandLine) -> None:
    whole = backed_up.file.read_bytes()
    backed_up.file.write_bytes(whole + b"junk")
    answer = backed_up("doctor")
    assert answer.code == 1
    assert (
        "2 leads, 2 quotes can be read, and 2 changes of the history. What else stood in the file, "
        "at the damage and after it, is lost unless the backup has it.\n"
    ) in answer.out
    assert (
        f"The backup offered is {BACKUP}, of Tue 3 Mar 2026, first change of the day: "
        "it holds 1 lead, 1 quote. It lacks, or has older, of what can be read: 1 lead, 1 quote. "
        "Others: relance backups.\n"
    ) in answer.out
    assert backed_up.file.read_bytes() == whole + b"junk"

    answer = backed_up("doctor", "--fix")
    assert answer.code == 0
    assert len(backed_up("list", "--view", "all", "--json").json) == 2
    (aside,) = backed_up.home.rglob("damaged-*")
    assert aside.read_bytes() == whole + b"junk"
    assert f"as it was, it is kept as {aside}." in answer.err


def test_restoring_over_a_damaged_file_says_where_that_is_kept(backed_up: CommandLine) -> None:
    backed_up.file.write_bytes(b"{ damaged")
    answer = backed_up("restore", BACKUP)
    assert answer.code == 0
    (aside,) = backed_up.home.rglob("damaged-*")
    assert f"as it was, it is kept as {aside}." in answer.err


def test_a_cut_file_is_said_to_end_in_the_middle(backed_up: CommandLine) -> None:
    whole = backed_up.file.read_bytes()
    backed_up.file.write_bytes(whole[: len(whole) // 2])
    assert "was left as it is: it ends in the middle." in backed_up("list").err
    answer = backed_up("doctor")
    assert "was left as it is: it ends in the middle." in answer.out
    assert "and 0 changes of the history. What else stood in the file" in answer.out


def test_where_only_a_record_is_bad_it_is_counted(backed_up: CommandLine) -> None:
    text = backed_up.file.read_text().replace('"650.00"', "-5")
    backed_up.file.write_text(text)
    assert "2 leads, 1 quote can be read; 1 more cannot." in backed_up("doctor").out


def test_a_missing_file_comes_back_from_its_backup(backed_up: CommandLine) -> None:
    backed_up.file.unlink()
    answer = backed_up("doctor")
    assert answer.code == 1
    assert f"The backup offered is {BACKUP}, of Tue 3 Mar 2026" in answer.out
    assert "it holds 1 lead, 1 quote. Others: relance backups." in answer.out
    assert backed_up("doctor", "--fix").code == 0
    assert len(backed_up("list", "--view", "all", "--json").json) == 1


def test_a_hopeless_file_is_left_alone(cli: CommandLine) -> None:
    cli.file.write_bytes(bytes(100))
    answer = cli("doctor", "--fix")
    assert answer.code == 1
    assert cli.file.read_bytes() == bytes(100)


def test_a_merge_that_git_did_not_finish_is_told(backed_up: CommandLine) -> None:
    folder = backed_up.file.parent
    (folder / ".git").mkdir()
    assert backed_up("doctor").code == 0
    (folder / ".git" / "MERGE_HEAD").write_text("0123\n")
    answer = backed_up("doctor")
    assert answer.code == 1
    assert f"git has begun a merge in {folder} that is not committed." in answer.out


def test_looking_creates_nothing(cli: CommandLine) -> None:
    for command in (("backups",), ("doctor",), ("backups", "--json")):
        assert cli(*command).code == 0
    assert list(cli.home.iterdir()) == []
    assert list(cli.file.parent.iterdir()) == []
