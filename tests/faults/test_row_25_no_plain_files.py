"""FAULTS 24 and 25: a pipe, a socket or a device where a file is due is an error at once.

To open a pipe waits for whoever opens its other end; what is read from a device may never end.
"""

import os
import signal
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.errors import FileTrouble
from store.file.conflict_copies import conflict_copies, merge_copies
from store.file.lock import lock_path
from store.file.port import Disk
from store.file.repository import Repository
from store.plain_file import NotPlainError, open_plain
from tests.faults.files import DAY
from tests.store.file.samples import an_addition, commit
from tests.tui.cli.command_line import CommandLine
from tui.cli.mistakes import keep_traceback

PATIENCE = 10
"""After so many seconds a test hangs."""

Plant = Callable[[Path], None]


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    folder = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is at most 107 bytes long
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path.name)
    os.chdir(folder)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


EACH = pytest.mark.parametrize("plant", [a_pipe, a_socket, a_device])
OF_ITS_OWN = pytest.mark.parametrize("plant", [a_pipe, a_socket])


@pytest.fixture(autouse=True)
def watch_dog() -> Iterator[None]:
    """Ends a test that hangs."""

    def bark(number: int, frame: object) -> None:
        raise AssertionError(f"it hangs after {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, bark)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "tracker" / "relance.json"
    commit(Repository(path, "here"), an_addition(1))
    return path


def is_odd(path: Path) -> bool:
    return not stat.S_ISREG(path.stat().st_mode)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (3, "list"),
        (3, "today --count"),
        (3, "add Nay Web 5"),
        (3, "undo"),
        (3, "history"),
        (3, "export"),
        (1, "doctor"),
        (1, "doctor --fix"),
    ],
)
@EACH
def test_as_the_data_file(cli: CommandLine, plant: Plant, code: int, words: str) -> None:
    plant(cli.file)
    answer = cli(*words.split())
    assert answer.code == code, answer
    assert "is no plain file" in answer.out + answer.err
    assert is_odd(cli.file)
    assert [each.name for each in cli.file.parent.iterdir()] == [cli.file.name]
    assert not Path("/dev/.zero.lock").exists()


@EACH
def test_as_the_file_to_import(cli: CommandLine, plant: Plant) -> None:
    there = cli.file.with_name("devis.csv")
    plant(there)
    answer = cli("import", str(there))
    assert (answer.code, answer.out) == (3, "")
    assert "is no plain file" in answer.err


@pytest.mark.parametrize("force", [(), ("--force",)])
@EACH
def test_as_the_place_of_an_export(cli: CommandLine, plant: Plant, force: tuple[str, ...]) -> None:
    cli.ok("add", "Nay", "Web", "5")
    there = cli.file.with_name("log.csv")
    plant(there)
    answer = cli("export", "--output", str(there), *force)
    assert (answer.code, answer.out) == (2, "")
    assert "is no plain file" in answer.err
    assert is_odd(there)


@pytest.mark.parametrize("side", ["base", "ours", "theirs"])
@EACH
def test_as_a_side_of_a_merge(cli: CommandLine, plant: Plant, side: str) -> None:
    places = {name: cli.file.with_name(f"{name}.json") for name in ("base", "ours", "theirs")}
    for name, place in places.items():
        if name == side:
            plant(place)
        else:
            place.write_bytes(b"{}")
    answer = cli("merge", *map(str, places.values()))
    assert (answer.code, answer.out) == (1, "")
    assert f"{places[side]} is no plain file" in answer.err
    assert is_odd(places[side])


@EACH
def test_as_a_conflict_copy_it_is_none(path: Path, plant: Plant, tmp_path: Path) -> None:
    copy = path.with_name("relance.sync-conflict-20260302-101010-ABCDEFG.json")
    plant(copy)
    assert conflict_copies(path) == []
    assert merge_copies(Repository(path, "here"), tmp_path / "archive", DAY).merged == ()
    assert is_odd(copy)


@OF_ITS_OWN
def test_as_the_lock(path: Path, plant: Plant) -> None:
    before = path.read_bytes()
    lock_path(path).unlink()
    plant(lock_path(path))
    with pytest.raises(FileTrouble) as trouble:
        commit(Repository(path, "here"), an_addition(2))
    assert (trouble.value.code, trouble.value.facts["path"]) == (
        "lock_is_no_file",
        str(lock_path(path)),
    )
    assert path.read_bytes() == before
    assert is_odd(lock_path(path))


def test_a_folder_as_the_lock(path: Path) -> None:
    lock_path(path).unlink()
    lock_path(path).mkdir()
    with pytest.raises(FileTrouble) as trouble:
        commit(Repository(path, "here"), an_addition(2))
    assert trouble.value.code == "not_saved"


@EACH
def test_among_what_a_kill_left(path: Path, plant: Plant) -> None:
    left = [path.with_name(f".{path.name}.{rest}") for rest in ("0a.tmp", "1-2.3.4-00000000.new")]
    for each in left:
        plant(each)
    repository = Repository(path, "here")
    commit(repository, an_addition(2))
    assert set(repository.snapshot().quotes) == {1, 2}
    assert all(is_odd(each) for each in left)


class PlantingDisk(Disk):
    """Somebody puts something else into the file's place just before ours is put there."""

    def __init__(self, plant: Plant) -> None:
        self._plant: Plant | None = plant

    def exchange(self, one: Path, other: Path) -> None:
        if self._plant is not None:
            other.unlink()
            self._plant(other)
            self._plant = None
        super().exchange(one, other)


@pytest.mark.parametrize("plant", [a_pipe, a_socket, a_device, Path.mkdir])
def test_what_is_put_in_the_files_place_during_a_commit_is_kept_aside(
    path: Path, plant: Plant
) -> None:
    repository = Repository(path, "here", PlantingDisk(plant))
    commit(repository, an_addition(2))
    assert set(Repository(path, "here").snapshot().quotes) == {1, 2}
    (place,) = path.parent.glob("*.displaced-*")
    assert is_odd(place)
    (warning,) = repository.keeper.take_warnings()
    assert (warning.code, warning.facts["place"]) == ("kept_aside", str(place))


def test_a_pipe_that_takes_the_files_place_after_a_first_look_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, file = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(path)
    file.touch()
    before = file.stat()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", lambda _: before)
        with pytest.raises(NotPlainError):
            open_plain(path)


def test_as_the_log_of_our_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.mistakes.error_log", lambda: tmp_path / "errors.log")
    os.mkfifo(tmp_path / "errors.log")
    assert keep_traceback(ValueError("ours")) is None


def test_a_backup_that_is_a_pipe_is_none(cli: CommandLine) -> None:
    cli.ok("add", "Nay", "Web", "5")
    cli.ok("add", "Nay", "Map", "5", on="2026-03-03")
    (backup,) = cli.home.rglob("backups/*/*.json")
    backup.unlink()
    os.mkfifo(backup)
    assert backup.stem not in cli("backups").out
    assert cli("restore", backup.stem).code == 4
