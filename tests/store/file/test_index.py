"""The index vouches for one very version of the file; one that is odd in any way is no index."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from store.changes.closing import CloseQuote
from store.changes.command import Command
from store.changes.quotes import DeleteQuote
from store.errors import FileTrouble
from store.file import index as index_module
from store.file.index import Index
from store.file.port import Disk
from store.file.reading import read_tables
from store.file.repository import Repository
from store.records.words import Status
from tests.builders import SENT_ON
from tests.faults.test_row_09_same_size import rewrite
from tests.store.file.samples import TODAY, a_log, an_addition, commit, contents

DAY = TODAY.today


class Home:
    """A data file, and its index in a cache folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "relance.json"
        self.cache = folder / "cache"

    def opened(self, disk: Disk | None = None) -> Repository:
        """The file as another run of the program opens it."""
        index = Index(lambda: self.cache, self.path, disk)
        return Repository(self.path, "here", disk, index=index)

    def indexed(self, *commands: Command) -> Path:
        """Commits the commands, reads what that made, and returns where its index is."""
        commit(self.opened(), *(commands or (an_addition(1, title="Leaflet"), an_addition(2))))
        repository = self.opened()
        repository.snapshot()
        repository.index_latest(DAY)
        assert repository.index is not None
        return repository.index.place

    def shown(self, day: date = DAY) -> set[int] | None:
        """The quotes that another run finds in the index; none where it finds no index."""
        excerpt = self.opened().excerpt(day)
        return None if excerpt is None else {*excerpt.quotes}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_the_next_run_has_today_s_work_without_reading_the_file(home: Home) -> None:
    home.indexed()
    assert home.shown() == {1, 2}


def test_only_we_can_read_it(home: Home) -> None:
    place = home.indexed()
    assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_who_only_reads_creates_nothing(home: Home) -> None:
    commit(home.opened(), an_addition(1))
    repository = home.opened()
    repository.snapshot()
    assert repository.excerpt(DAY) is None
    assert not home.cache.exists()


def test_what_it_vouches_for_is_read_as_anything_else_is(home: Home) -> None:
    home.indexed(an_addition(1), a_log(1))
    known, anew = home.opened(), Repository(home.path, "here")
    assert contents(known.snapshot()) == contents(anew.snapshot())
    assert read_tables(home.path.read_bytes()).keys() == known.last_read.keys()


def _other_format(text: bytes) -> bytes:
    return text.replace(b'"format":3', b'"format":2', 1)


def _no_version(text: bytes) -> bytes:
    return text.replace(b'"version":[', b'"version":[1', 1)


def _more_to_say(text: bytes) -> bytes:
    return text.replace(b'{"format"', b'{"more":1,"format"', 1)


ODD: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda text: b"",
    "garbage": lambda text: os.urandom(200),
    "another format": _other_format,
    "another version": _no_version,
    "a head with more": _more_to_say,
    "cut in the head": lambda text: text[:20],
    "cut": lambda text: text[:-1],
    "one letter wrong": lambda text: text.replace(b"Leaflet", b"Leaflit"),
    "zeroed": lambda text: bytes(len(text)),
    "twice": lambda text: text + b"\n" + text,
}


@pytest.mark.parametrize("how", ODD)
def test_an_odd_one_is_none(home: Home, how: str) -> None:
    home.indexed()
    for place in home.cache.iterdir():
        place.write_bytes(ODD[how](place.read_bytes()))
    assert home.shown() is None
    assert home.opened().briefing(DAY) is None
    assert {*home.opened().snapshot().quotes} == {1, 2}


def test_one_part_without_the_other_is_made_anew(home: Home) -> None:
    home.indexed()
    (briefing,) = home.cache.glob("*.briefing.index")
    briefing.unlink()
    repository = home.opened()
    commit(repository, an_addition(3))
    repository.index_latest(DAY)
    found = home.opened().briefing(DAY)
    assert found is not None
    assert {*found.quotes} == home.shown() == {1, 2, 3}


def test_one_that_others_can_write_is_none(home: Home) -> None:
    place = home.indexed()
    place.chmod(0o622)
    assert home.shown() is None


@pytest.mark.parametrize("owner", [0, 4711])
def test_one_of_somebody_else_is_none(
    home: Home, owner: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.indexed()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1 + owner)
    assert home.shown() is None


def test_a_link_or_a_folder_in_its_place_is_none(home: Home, tmp_path: Path) -> None:
    place = home.indexed()
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    assert home.shown() is None
    place.unlink()
    place.mkdir()
    assert home.shown() is None
    home.opened().index_latest(DAY)


def test_a_pipe_in_its_place_keeps_nobody_waiting(home: Home) -> None:
    place = home.indexed()
    place.unlink()
    os.mkfifo(place)
    assert home.shown() is None


def test_it_is_not_used_for_a_day_before_the_last_end_of_what_it_lacks(home: Home) -> None:
    home.indexed(
        an_addition(1), an_addition(2), CloseQuote(quote_id=2, status=Status.LOST, on=SENT_ON)
    )
    assert home.shown(SENT_ON) == {1}
    assert home.shown(SENT_ON - timedelta(days=1)) is None


def test_a_rewrite_of_the_same_size_with_its_time_restored_is_noticed(home: Home) -> None:
    home.indexed()
    rewrite(home.path)
    assert home.shown() is None
    assert home.opened().snapshot().quotes[1].title == "Website"


def test_a_copy_in_the_place_of_the_file_is_another_version(home: Home) -> None:
    home.indexed()
    text = home.path.read_bytes()
    home.path.unlink()
    home.path.write_bytes(text)
    assert home.shown() is None


def test_a_kill_after_the_write_of_the_file_leaves_an_index_that_is_none(home: Home) -> None:
    home.indexed()
    commit(home.opened(), an_addition(3))  # and no index
    assert home.shown() is None
    assert {*home.opened().snapshot().quotes} == {1, 2, 3}


def test_what_a_kill_left_of_an_index_goes_with_the_next(home: Home) -> None:
    place = home.indexed()
    left = place.with_name(f".{place.name}.0123456789ab.tmp")
    left.write_bytes(b"Leaflet")
    home.indexed(an_addition(3))
    assert not left.exists()


def test_a_change_is_brought_into_it_without_a_look_at_other_leads(home: Home) -> None:
    home.indexed()
    repository = home.opened()
    commit(repository, a_log(1), an_addition(3))
    repository.commit(DeleteQuote(quote_id=2), TODAY)
    assert repository.is_index_behind(only_by_own=True)
    repository.index_latest(DAY)
    assert not repository.is_index_behind()
    assert home.shown() == {1, 3}
    excerpt = home.opened().excerpt(DAY)
    assert excerpt is not None
    assert [contact.quote_id for contact in excerpt.follow_ups.values()] == [1]


def test_a_change_is_brought_into_what_advice_is_made_of_too(home: Home) -> None:
    home.indexed()
    repository = home.opened()
    commit(repository, a_log(1), an_addition(3))
    repository.commit(DeleteQuote(quote_id=2), TODAY)
    repository.index_latest(DAY)
    found = home.opened().briefing(DAY)
    assert found is not None
    assert {*found.quotes} == {1, 3}
    assert [contact.quote_id for contact in found.follow_ups.values()] == [1]


def test_undo_is_brought_into_it_too(home: Home) -> None:
    home.indexed()
    repository = home.opened()
    commit(repository, an_addition(3))
    repository.index_latest(DAY)
    repository.undo(TODAY)
    repository.index_latest(DAY)
    assert home.shown() == {1, 2}


def test_where_none_can_be_written_all_goes_on(home: Home) -> None:
    home.cache.write_bytes(b"a file where the folder would be")
    commit(home.opened(), an_addition(1))
    repository = home.opened()
    repository.snapshot()
    repository.index_latest(DAY)
    assert home.shown() is None
    assert home.cache.read_bytes() == b"a file where the folder would be"


def test_a_text_that_is_not_ours_is_not_vouched_for(home: Home) -> None:
    commit(home.opened(), an_addition(1))
    home.path.write_bytes(msgspec.json.format(home.path.read_bytes(), indent=2))
    repository = home.opened()
    repository.snapshot()
    assert not repository.is_index_behind()
    repository.index_latest(DAY)
    assert not home.cache.exists()


def test_an_older_program_s_index_is_none(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.indexed()
    monkeypatch.setattr(index_module, "FORMAT", index_module.FORMAT + 1)
    assert home.shown() is None


class ReplacingDisk(Disk):
    """Somebody replaces the data file just before the index is put in place."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rename(self, old: Path, new: Path) -> None:
        if new.suffix == ".index":
            self.path.write_bytes(self.path.read_bytes())
        super().rename(old, new)


def test_one_that_comes_too_late_goes_again(home: Home) -> None:
    commit(home.opened(), an_addition(1))
    repository = home.opened(ReplacingDisk(home.path))
    repository.snapshot()
    repository.index_latest(DAY)
    assert [*home.cache.iterdir()] == []


def test_damage_is_damage_with_an_index_too(home: Home) -> None:
    home.indexed()
    home.path.write_bytes(home.path.read_bytes()[:-4])
    assert home.shown() is None
    with pytest.raises(FileTrouble):
        home.opened().snapshot()


def test_one_that_vouched_for_what_is_no_record_is_not_believed_again(home: Home) -> None:
    """As after an update of the program, which may refuse what an earlier one took."""
    place = home.indexed()
    home.path.write_bytes(home.path.read_bytes().replace(b'"amount":"1200.00"', b'"amount":"-1"'))
    version = Disk().version(home.path)
    first, _, rest = place.read_bytes().partition(b"\n")
    head = msgspec.json.decode(first)
    place.write_bytes(msgspec.json.encode({**head, "version": version}) + b"\n" + rest)
    repository = home.opened()
    snapshot = repository.snapshot()
    with pytest.raises(FileTrouble, match="bad_record"):
        dict(snapshot.quotes)
    assert not repository.is_index_behind()
    assert not place.exists()
    with pytest.raises(FileTrouble, match="bad_record"):
        home.opened().snapshot()
