"""Two programs on one file lose nothing of each other (FAULTS 6, 7, 9)."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.changes.quotes import EditQuote
from store.errors import FileTrouble
from store.file.lock import locked
from store.file.repository import Repository
from tests.store.file.samples import TODAY, a_log, an_addition, commit, raw

HOLDER = """
import sys
from pathlib import Path
from store.file.lock import locked

with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

WRITER = """
import sys
from pathlib import Path
from store.file.repository import Repository
from tests.store.file.samples import TODAY, an_addition

repository = Repository(Path(sys.argv[1]), sys.argv[2], patience=60)
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    repository.commit(an_addition(int(sys.argv[3]) + number, lead="Nay"), TODAY)
"""


def started(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def says(process: subprocess.Popen[str]) -> str:
    """The next line that the process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process holds the lock of the file."""
    with started(HOLDER, str(path)) as holder:
        assert says(holder) == "held"
        try:
            yield holder
        finally:
            holder.kill()


def test_what_another_program_saved_is_seen(path: Path) -> None:
    one, other = Repository(path, "one"), Repository(path, "other")
    commit(one, an_addition(1))
    assert other.has_changed()
    assert set(other.snapshot().quotes) == {1}
    assert not other.has_changed()
    commit(other, an_addition(2))
    assert one.has_changed()
    assert set(one.snapshot().quotes) == {1, 2}


def test_a_commit_is_made_of_the_newest_file(path: Path) -> None:
    one, other = Repository(path, "one"), Repository(path, "other")
    commit(one, an_addition(1))
    commit(other, an_addition(2), EditQuote(quote_id=1, values={"title": "Map"}))
    commit(one, an_addition(3))
    snapshot = one.snapshot()
    assert [quote.ref for quote in snapshot.quotes.values()] == ["D26-001", "D26-002", "D26-003"]
    assert snapshot.quotes[1].title == "Map"


def test_nothing_is_read_again_where_nothing_changed(repository: Repository) -> None:
    saved = commit(repository, an_addition(1))
    assert repository.snapshot() is saved.snapshot
    assert repository.snapshot() is repository.snapshot()


def test_what_stock_tinydb_writes_in_place_is_seen(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1))
    with TinyDB(path) as db:
        db.table("quotes").update({"title": "Map"})
    assert repository.has_changed()
    assert repository.snapshot().quotes[1].title == "Map"


def test_a_rewrite_of_the_same_size_with_its_time_restored_is_noticed(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1, title="Leaflet"))
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Leaflet", b"Website"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert repository.has_changed()
    assert repository.snapshot().quotes[1].title == "Website"
    commit(repository, a_log(1))
    assert raw(path)["quotes"]["1"]["title"] == "Website"


def test_an_undo_takes_back_the_latest_change_whoever_made_it(path: Path) -> None:
    one, other = Repository(path, "one"), Repository(path, "other")
    commit(one, an_addition(1))
    commit(other, an_addition(2))
    assert one.undo(TODAY).machine == "other"
    assert set(other.snapshot().quotes) == {1}


def test_two_processes_lose_nothing_of_each_other(path: Path) -> None:
    writers = [
        started(WRITER, str(path), name, first) for name, first in (("a", "100"), ("b", "200"))
    ]
    assert [says(writer) for writer in writers] == ["ready", "ready"]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    repository = Repository(path, "here")
    quotes = repository.snapshot().quotes
    assert set(quotes) == {*range(100, 140), *range(200, 240)}
    assert len({quote.ref for quote in quotes.values()}) == 80
    assert len({quote.seq for quote in quotes.values()}) == 80
    assert len(repository.snapshot().leads) == 1
    assert len(repository.history()) == 80
    assert raw(path)["_meta"]["1"]["revision"] == 80


def test_threads_of_one_program_lose_nothing_of_each_other(path: Path) -> None:
    repository = Repository(path, "here")
    both = repository, Repository(path, "there", patience=60)

    def add(first: int) -> None:
        for number in range(10):
            both[first % 2].commit(an_addition(first * 100 + number), TODAY)

    threads = [threading.Thread(target=add, args=(first,)) for first in (1, 2, 3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(repository.snapshot().quotes) == 40
    assert len(repository.history()) == 40


def test_a_lock_that_another_process_keeps_is_named(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1))
    before = path.read_bytes()
    hasty = Repository(path, "here", patience=0.05)
    with held_elsewhere(path):
        with pytest.raises(FileTrouble) as trouble:
            commit(hasty, an_addition(2))
        assert (trouble.value.code, trouble.value.exit_code) == ("locked", 3)
        assert trouble.value.facts["path"] == str(path)
        assert set(hasty.snapshot().quotes) == {1}
    assert path.read_bytes() == before


def test_the_lock_of_a_process_that_was_killed_is_free(repository: Repository, path: Path) -> None:
    with held_elsewhere(path) as holder:
        holder.kill()
        holder.wait()
        assert set(commit(repository, an_addition(1)).snapshot.quotes) == {1}


def test_a_lock_is_given_back_after_an_error(repository: Repository, path: Path) -> None:
    def fail() -> None:
        with locked(path, patience=0.05):
            raise KeyError("some error")

    for _ in range(2):
        with pytest.raises(KeyError):
            fail()
    commit(repository, an_addition(1))


def test_two_repositories_of_one_program_keep_apart(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    with locked(path, patience=0.05), pytest.raises(FileTrouble) as trouble:
        commit(Repository(path, "there", patience=0.05), an_addition(1))
    assert trouble.value.code == "locked"
