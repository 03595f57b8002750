"""FAULTS 8: commits while another process, that knows of no lock, replaces the file in a loop."""

import json
import time
from pathlib import Path
from typing import NamedTuple

from store.file.port import Disk
from store.file.repository import Repository
from tests.faults.processes import working
from tests.faults.work import replace_for_ever
from tests.store.file.samples import TODAY, an_addition


class Replacements(NamedTuple):
    """Versions put in place by the other, those of them that we displaced unread, what is lost."""

    commits: int
    versions: int
    displaced: int
    lost: int
    """How many quotes of either side are in no version that somebody displaced, nor in the file."""


class ContestedDisk(Disk):
    """Counts how often names were exchanged, and gives the other time to be first now and then."""

    exchanges = 0
    is_contested = False

    def exchange(self, one: Path, other: Path) -> None:
        self.contest(other)
        super().exchange(one, other)

    def contest(self, path: Path) -> None:
        """Every tenth time, waits until the file is another, at most for two seconds."""
        self.exchanges += 1
        before, last = self.version(path), time.monotonic() + 2
        if self.is_contested and self.exchanges % 10 == 0:
            while self.version(path) == before and time.monotonic() < last:
                time.sleep(0.0005)


def commit_while_replaced(
    folder: Path, commits: int, disk: ContestedDisk | None = None, pause: float = 0
) -> Replacements:
    """Makes so many commits meanwhile; the other rests `pause` seconds between two versions.

    Without a rest nearly every commit goes all its rounds, which is tried with few commits only.
    """
    path, archive = folder / "data" / "relance.json", folder / "archive"
    archive.mkdir()
    disk = disk or ContestedDisk()
    repository = Repository(path, "here", disk)
    repository.commit(an_addition(1, lead="Nay", lead_id=1), TODAY)
    with working(replace_for_ever, path, archive, pause) as other:
        first = other.hear()
        before, disk.is_contested = disk.exchanges, True
        for number in range(2, commits + 2):
            repository.commit(an_addition(number, ref=f"O-{number}", lead="Nay", lead_id=1), TODAY)
        disk.is_contested = False
        rounds = disk.exchanges - before - commits
        other.messages.send("stop")
        versions = range(first, other.hear() + 1)
    repository.commit(an_addition(500_000, ref="THE-LAST", lead="Nay", lead_id=1), TODAY)
    lost = {*range(1, commits + 2), *versions} - _kept(path, archive)
    return Replacements(commits, len(versions), rounds, len(lost))


def _kept(path: Path, archive: Path) -> set[int]:
    """The quotes in the file, in what the other displaced, and in what we kept aside."""
    kept: set[int] = {*json.loads((archive / "seen.json").read_bytes())}
    for place in (path, *path.parent.glob("*.displaced-*")):
        kept.update(int(key) for key in json.loads(place.read_bytes())["quotes"])
    return kept
