"""FAULTS 9: a rewrite of the same size with its time restored is noticed, during a commit too."""

import os
from pathlib import Path

from store.file.port import Disk
from store.file.repository import Repository
from tests.store.file.samples import TODAY, an_addition, commit


def rewrite(path: Path) -> None:
    """Changes the file in place; its size and its time of change stay."""
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Leaflet", b"Website"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def test_it_is_noticed_before_a_commit(tmp_path: Path) -> None:
    path = tmp_path / "relance.json"
    repository = Repository(path, "here")
    commit(repository, an_addition(1, title="Leaflet"))
    rewrite(path)
    assert repository.has_changed()
    assert commit(repository, an_addition(2)).snapshot.quotes[1].title == "Website"


class RewritingDisk(Disk):
    """Somebody rewrites the file after it was read and before ours is put in place."""

    def exchange(self, one: Path, other: Path) -> None:
        if b"Leaflet" in other.read_bytes():
            rewrite(other)
        super().exchange(one, other)


def test_it_is_noticed_during_a_commit(tmp_path: Path) -> None:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), an_addition(1, title="Leaflet"))
    Repository(path, "here", RewritingDisk()).commit(an_addition(2), TODAY)
    quotes = Repository(path, "here").snapshot().quotes
    assert {number: quote.title for number, quote in quotes.items()} == {
        1: "Website",
        2: "Website redesign",
    }
