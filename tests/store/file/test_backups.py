"""Backups: when one is made, which stay, and that a failing one keeps nothing from being saved."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from store.changes.command import Circumstances
from store.changes.leads import EditLead
from store.errors import FileTrouble, NotFound, NothingToDo
from store.file import rescue
from store.file.backups import DAYS, LATEST, WEEKS, Backup, Backups, Why, kept
from store.file.conflict_copies import merge_copies
from store.file.port import Disk, Version
from store.file.repository import Repository
from store.file.review import mark_seen
from store.records.edit import Edit
from store.records.snapshot import Snapshot
from tests.builders import a_contact, a_lead, a_quote
from tests.faults.files import DAY, FullDisk, a_tracker, on
from tests.faults.files import kept as kept_in
from tests.store.file.samples import a_log, an_addition, raw, write_raw
from tests.tui.apps import Put


def made(folder: Path) -> list[tuple[str, str]]:
    """Day and reason of the backups, oldest first."""
    backups = a_tracker(folder).keeper.backups
    assert backups is not None
    return [(f"{each.day:%d}", each.why) for each in reversed(backups.all())]


def a_series(*backups: tuple[date, Why]) -> list[Backup]:
    """Backups, given oldest first, as they are listed: newest first."""
    series = [Backup(f"{n}", day, n, why, 100) for n, (day, why) in enumerate(backups, 1)]
    return series[::-1]


def test_the_first_write_of_a_day_makes_one_of_what_was_before(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 2)
    before = repository.path.read_bytes()
    repository.commit(a_log(1), on(DAY + timedelta(days=5)))
    repository.commit(a_log(1), on(DAY + timedelta(days=5)))

    assert made(tmp_path) == [("03", "daily"), ("07", "daily")]
    assert repository.keeper.state is not None
    assert repository.keeper.state.read("2026-03-07-0002-daily.json") == before


def test_to_mark_something_as_seen_is_a_write_too(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    tables = raw(repository.path)
    remark = next(iter(tables["history"].values())) | {"code": "duplicate", "facts": {}}
    write_raw(repository.path, tables | {"history": tables["history"] | {"55": remark}})
    mark_seen(repository, {55}, on_day := DAY + timedelta(days=5))
    mark_seen(repository, {55}, on_day)
    repository.commit(a_log(1), on(on_day))
    assert made(tmp_path) == [("07", "daily")]


class Many:
    """Logs so many contacts at once."""

    def __init__(self, number: int) -> None:
        self._contacts = tuple(a_contact(quote_id=1, lead_id=101) for _ in range(number))

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts them."""
        return Edit("edited_lead", "Lead 1", puts=self._contacts, facts={"fields": ()})


def test_imports_and_changes_of_more_than_twenty_records_are_preceded_by_one(
    tmp_path: Path,
) -> None:
    repository = a_tracker(tmp_path, 2)
    repository.commit(Put(a_contact(quote_id=1, lead_id=101)), on(DAY))
    repository.commit(Many(20), on(DAY))
    assert made(tmp_path)[1:] == [("02", "import")]
    repository.commit(Many(21), on(DAY))
    repository.undo(on(DAY))
    assert made(tmp_path)[2:] == [("02", "bulk"), ("02", "bulk")]


def test_a_merge_of_conflict_copies_is_preceded_by_one(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    before = repository.path.read_bytes()
    copy = Repository(repository.path.with_name("tracker_conflict-20260302.json"), "there")
    copy.path.write_bytes(before)
    copy.commit(an_addition(2), on(DAY))
    merge_copies(repository, tmp_path / "conflicts", DAY)

    assert set(repository.snapshot().quotes) == {1, 2}
    assert made(tmp_path) == [("02", "merge")]
    assert repository.keeper.state is not None
    assert repository.keeper.state.read("2026-03-02-0001-merge.json") == before


def test_copies_that_bring_nothing_new_are_preceded_by_none(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    copy = repository.path.with_name("tracker_conflict-20260302.json")
    copy.write_bytes(repository.path.read_bytes())
    assert merge_copies(repository, tmp_path / "conflicts", DAY).merged == (copy,)
    assert made(tmp_path) == []


def with_markers(text: bytes) -> bytes:
    """The file as git leaves it where only one side retitled the quote."""
    line = next(line for line in text.splitlines() if b'"title":' in line)
    theirs = line.replace(b"Website redesign", b"Map").replace(b'"revision":1', b'"revision":9')
    sides = (b"<<<<<<< HEAD", line, b"=======", theirs, b">>>>>>> there")
    return text.replace(line, b"\n".join(sides))


def test_conflict_markers_are_backed_up_as_they_are_before_a_change_merges_them(
    tmp_path: Path,
) -> None:
    path = a_tracker(tmp_path, 1).path
    marked = with_markers(path.read_bytes())
    path.write_bytes(marked)
    repository = a_tracker(tmp_path)
    repository.commit(a_log(1), on(DAY))

    assert repository.keeper.take_warnings() == []
    assert repository.keeper.state is not None
    assert repository.keeper.state.read("2026-03-02-0001-merge.json") == marked

    rescue.restore(repository, "2026-03-02-0001-merge", DAY)
    snapshot = a_tracker(tmp_path).snapshot()
    assert (snapshot.quotes[1].title, len(snapshot.follow_ups)) == ("Map", 0)


def test_a_change_that_changes_nothing_makes_none(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    repository.commit(EditLead(lead_id=101, values={"name": "Lead 1"}), on(date(2026, 3, 9)))
    assert made(tmp_path) == []


def test_only_we_can_read_them(tmp_path: Path) -> None:
    a_tracker(tmp_path, 2)
    for path in (tmp_path / "state").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_failing_backup_is_a_warning_and_the_change_is_saved(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    careless = a_tracker(tmp_path, state_disk=FullDisk())
    saved = careless.commit(an_addition(2), on(date(2026, 3, 9)))

    assert set(repository.snapshot().quotes) == set(saved.snapshot.quotes) == {1, 2}
    (warning,) = careless.keeper.take_warnings()
    assert (warning.code, warning.facts["why"]) == ("no_backup", "No space left on device")
    assert careless.keeper.take_warnings() == []
    assert kept_in(tmp_path) == []


def test_the_ten_latest_stay_whatever_their_day() -> None:
    series = a_series(*((DAY, "bulk") for _ in range(25)))
    assert kept(series) == {*series[:LATEST]}


def test_the_last_of_fourteen_days_and_of_eight_weeks_stays() -> None:
    days = [DAY + timedelta(days=n // 3) for n in range(600)]
    series = a_series(*((day, "daily") for day in days))
    stay = kept(series)

    of_days = [each for each in series if each.number % 3 == 0]
    assert {*series[:LATEST], *of_days[:DAYS]} <= stay
    weeks = {each.day.isocalendar()[:2] for each in stay}
    assert len(weeks) == WEEKS
    assert len(stay) == len({*series[:LATEST], *of_days[:DAYS]}) + WEEKS - 3


def test_those_before_migrations_stay_for_good() -> None:
    later = [DAY + timedelta(days=days) for days in range(1, 300)]
    series = a_series((DAY, "migration"), *((day, "daily") for day in later))
    assert series[-1] in kept(series)
    assert series[-2] not in kept(series)


def test_old_ones_go_when_a_new_one_is_made(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    backups = repository.keeper.backups
    assert backups is not None
    for _ in range(LATEST + 3):
        backups.make(repository.path.read_bytes(), "bulk", DAY)
    assert [each.number for each in backups.all()] == [*range(LATEST + 3, 3, -1)]


class ReadsOf(Disk):
    """Counts how often the file at a path is read as a whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0

    def read(self, path: Path) -> tuple[bytes, Version]:
        self.count += path == self.path
        return super().read(path)


def test_what_was_just_read_is_kept_without_reading_it_again(tmp_path: Path) -> None:
    path = a_tracker(tmp_path, 2).path
    before, disk = path.read_bytes(), ReadsOf(path)
    repository = a_tracker(tmp_path, disk=disk)
    repository.commit(a_log(1), on(DAY + timedelta(days=5)))
    assert disk.count == 1
    assert repository.keeper.state is not None
    assert repository.keeper.state.read("2026-03-07-0002-daily.json") == before


def test_another_text_of_the_same_length_is_kept_as_it_is_in_the_file(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    known = repository.path.read_bytes()
    repository.path.write_bytes(known.replace(b"redesign", b"redesing"))
    repository.keeper.back_up("bulk", DAY, known)
    assert repository.keeper.backups is not None
    newest = repository.keeper.backups.all()[0]
    kept_row = repository.keeper.backups.tables(newest)["quotes"]["1"]
    assert b"redesing" in bytes(kept_row)


def test_a_damaged_text_of_the_same_length_is_no_backup(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    known = repository.path.read_bytes()
    repository.path.write_bytes(b"[" + known[1:])
    repository.keeper.back_up("bulk", DAY, known)
    assert kept_in(tmp_path) == []
    assert [warning.code for warning in repository.keeper.take_warnings()] == ["no_backup"]


def test_a_text_that_does_not_parse_is_no_backup(tmp_path: Path) -> None:
    backups = a_tracker(tmp_path).keeper.backups
    assert backups is not None
    with pytest.raises(ValueError, match="malformed"):
        backups.make(b"{ damaged", "daily", DAY)
    assert kept_in(tmp_path) == []


def test_the_newest_good_backup_is_not_a_damaged_one(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 3)
    state = repository.keeper.state
    assert state is not None
    (state.folder / "2026-03-04-0002-daily.json").write_bytes(b"{")
    good = Backups(state).newest_good()
    assert good is not None
    assert good[0].name == "2026-03-03-0001-daily"
    with pytest.raises(FileTrouble, match="damaged_backup"):
        rescue.restore(repository, "2026-03-04-0002-daily", DAY)


def test_what_a_restore_put_away_is_offered_only_where_there_is_nothing_else(
    tmp_path: Path,
) -> None:
    repository = a_tracker(tmp_path, 3)
    rescue.restore(repository, "2026-03-03-0001-daily", DAY)
    state = repository.keeper.state
    assert state is not None
    good = Backups(state).newest_good()
    assert good is not None
    assert good[0].name == "2026-03-04-0002-daily"
    repository.path.unlink()
    with pytest.raises(FileTrouble) as trouble:
        repository.snapshot()
    assert trouble.value.facts["backup"] == "2026-03-04-0002-daily"

    for name in ("2026-03-04-0002-daily", "2026-03-03-0001-daily"):
        state.remove(f"{name}.json")
    good = Backups(state).newest_good()
    assert good is not None
    assert good[0].name == "2026-03-02-0003-restore"


def test_a_restore_is_undone_by_restoring_what_was_there(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 3)
    rescue.restore(repository, "2026-03-03-0001-daily", DAY)
    assert set(repository.snapshot().quotes) == {1}
    assert made(tmp_path)[-1] == ("02", "restore")
    rescue.restore(repository, "2026-03-02-0003-restore", DAY)
    assert set(repository.snapshot().quotes) == {1, 2, 3}
    with pytest.raises(NothingToDo):
        rescue.restore(repository, "2026-03-02-0003-restore", DAY)
    with pytest.raises(NotFound):
        rescue.restore(repository, "../tracker", DAY)


def test_a_restored_file_is_newer_than_any_that_was_read(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 3)
    rescue.restore(repository, "2026-03-03-0001-daily", DAY)
    saved = repository.commit(a_log(1), on(DAY))
    (contact,) = saved.edit.puts
    assert max(each.changed.revision for each in saved.snapshot.follow_ups.values()) > 4
    assert contact.id in saved.snapshot.follow_ups


def test_without_a_state_folder_nothing_is_kept(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "tracker.json", "here")
    repository.commit(Put(a_lead(), a_quote()), on(DAY))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".tracker.json.lock",
        "tracker.json",
    ]
    with pytest.raises(FileTrouble, match="no_state"):
        rescue.restore(repository, "x", DAY)
