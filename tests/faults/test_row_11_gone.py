"""FAULTS 11: a file that is gone or empty, while the app is open and while it is closed: asks."""

from pathlib import Path

import pytest

from store.errors import FileTrouble
from store.file import rescue
from tests.faults.files import DAY, a_tracker, an_app_on, is_settled, on, until
from tests.store.file.samples import an_addition
from tests.tui.cli.command_line import CommandLine
from tui.screens.trouble import TroubleScreen

GONE = {"missing": lambda path: path.unlink(), "emptied": lambda path: path.write_bytes(b"")}


@pytest.mark.parametrize("how", GONE)
def test_neither_reading_nor_writing_starts_afresh(tmp_path: Path, how: str) -> None:
    repository = a_tracker(tmp_path, 2)
    GONE[how](repository.path)
    before = sorted(tmp_path.rglob("*"))

    for use in (
        a_tracker(tmp_path).snapshot,
        repository.snapshot,
        lambda: repository.commit(an_addition(9), on(DAY)),
        lambda: repository.undo(on(DAY)),
    ):
        with pytest.raises(FileTrouble) as trouble:
            use()
        assert (trouble.value.code, trouble.value.exit_code) == (how, 3)
        assert trouble.value.facts["backup"] == "2026-03-03-0001-daily"
    assert sorted(tmp_path.rglob("*")) == before


def test_without_a_backup_it_is_said_too(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    repository.path.unlink()
    with pytest.raises(FileTrouble) as trouble:
        repository.snapshot()
    assert trouble.value.code == "missing_without_backup"


def test_a_file_that_never_was_is_a_new_one(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path)
    assert repository.snapshot().quotes == {}
    assert [*tmp_path.iterdir()] == []


def test_who_starts_afresh_keeps_the_backups(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 2)
    repository.path.unlink()
    rescue.start_afresh(repository)
    repository.commit(an_addition(9), on(DAY))
    assert set(repository.snapshot().quotes) == {9}
    rescue.restore(repository, "2026-03-03-0001-daily", DAY)
    assert set(repository.snapshot().quotes) == {1}


def test_the_command_line_names_the_backup_and_what_to_do(quoted: CommandLine) -> None:
    quoted.ok("add", "Cabinet Rey", "Leaflet", "650", on="2026-03-03")
    quoted.file.unlink()
    for arguments in (("list",), ("today",), ("add", "Lead", "Title", "5"), ("undo",)):
        answer = quoted(*arguments)
        assert (answer.code, answer.out) == (3, "")
        assert "relance restore 2026-03-03-0001-daily" in answer.err
        assert "relance doctor --start-afresh" in answer.err
    assert not quoted.file.exists()

    assert "restored" in quoted.ok("restore", "2026-03-03-0001-daily")
    assert len(quoted("list", "--json").json) == 1


def test_the_command_line_starts_afresh_when_told(quoted: CommandLine) -> None:
    quoted.file.unlink()
    assert quoted("list").code == 3
    answer = quoted("doctor", "--start-afresh")
    assert answer.code == 0
    assert "Begun afresh with an empty file. The backups stay" in answer.err
    assert quoted("list", "--json").json == []


@pytest.mark.parametrize("text", [None, "{ damaged"])
def test_a_file_that_is_there_is_not_begun_afresh(quoted: CommandLine, text: str | None) -> None:
    if text is not None:
        quoted.file.write_text(text)
    before = quoted.file.read_bytes()
    answer = quoted("doctor", "--start-afresh")
    assert (answer.code, answer.out) == (1, "")
    assert "neither gone nor emptied: nothing was begun afresh." in answer.err
    assert quoted.file.read_bytes() == before


@pytest.mark.parametrize(("key", "quotes"), [("b", {1}), ("a", set())])
async def test_the_app_asks_at_start(tmp_path: Path, key: str, quotes: set[int]) -> None:
    a_tracker(tmp_path, 2).path.unlink()
    app = an_app_on(a_tracker(tmp_path))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        await pilot.press(key)
        await until(pilot, lambda: is_settled(app))
        assert set(app.desk.board.snapshot.quotes) == quotes


@pytest.mark.parametrize("how", GONE)
async def test_the_app_asks_while_it_is_open_and_can_put_back_what_it_showed(
    tmp_path: Path, how: str
) -> None:
    app = an_app_on(a_tracker(tmp_path, 2))
    path = app.desk.session.repository.path
    before = path.read_bytes()
    async with app.run_test() as pilot:
        GONE[how](path)
        await app.look_again()
        await app.look_again()
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        await pilot.press("p")
        await until(pilot, lambda: path.exists() and path.read_bytes() == before)
        await until(pilot, lambda: is_settled(app))
        assert set(app.desk.board.snapshot.quotes) == {1, 2}


async def test_the_question_goes_when_the_file_comes_back(tmp_path: Path) -> None:
    app = an_app_on(a_tracker(tmp_path, 2))
    path = app.desk.session.repository.path
    away = path.with_name("away")
    async with app.run_test() as pilot:
        path.rename(away)
        await app.look_again()
        await app.look_again()
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        away.rename(path)
        await app.look_again()
        await until(pilot, lambda: is_settled(app))
        # a look that began before the file came back may end after this one; the next one sees it
        await until(pilot, lambda: app.desk.trouble is None)
