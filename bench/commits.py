"""A commit in turn with a bare write of as many bytes, and with an insert by stock TinyDB.

It runs in a process of its own, whose memory holds nothing else: `python -m bench.commits`.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from bench.acknowledged import plain_quotes
from bench.data import TODAY
from bench.figure import MILLISECONDS, Figures, milliseconds, not_run, ratio
from bench.place import Place

SECONDS_FOR_TINYDB = 25.0
"""After so many seconds no further insert is begun."""

_BARE = "bare.json"
_ROOT = Path(__file__).parent.parent


class Seconds(msgspec.Struct, frozen=True):
    """How long each took, in seconds; those of TinyDB may be fewer."""

    commit: list[float]
    bare: list[float]
    tinydb: list[float]


def commit_figures(place: Place, runs: int) -> Figures:
    """The figures of so many commits, each next to a bare write and an insert."""
    ours, theirs = place.copy("commits.json"), place.copy("tinydb.json")
    argv = [sys.executable, "-m", "bench.commits", str(ours), str(theirs), str(runs)]
    done = subprocess.run(
        argv, cwd=_ROOT, env=place.environment, check=True, stdout=subprocess.PIPE
    )
    seconds = msgspec.json.decode(done.stdout, type=Seconds)
    for file in (ours, theirs, ours.with_name(_BARE)):
        file.unlink()
    figures = {
        "commit": milliseconds(seconds.commit),
        "bare_write": milliseconds(seconds.bare),
        "commit_ratio": ratio(seconds.commit, seconds.bare),
    }
    if not seconds.tinydb:
        return {**figures, "tinydb": not_run(MILLISECONDS, "takes too long")}
    return {
        **figures,
        "tinydb": milliseconds(seconds.tinydb),
        "tinydb_ratio": ratio(seconds.commit, seconds.tinydb),
    }


def measured(ours: Path, theirs: Path, runs: int) -> Seconds:
    """Commits, bare writes and inserts by turns; the first of each reads the file: left out."""
    from store.changes.command import Circumstances
    from store.changes.contacts import LogContact
    from store.file.repository import Repository
    from store.records.settings import Settings
    from store.rules.rulebook import Rulebook

    quotes = plain_quotes(ours, runs + 1)
    repository, database = Repository(ours, "bench"), _TinyDatabase(theirs)
    circumstances = Circumstances(TODAY, Rulebook.of(Settings()))
    text = theirs.read_bytes()
    commit, bare, tinydb = [], [], []
    spent = 0.0
    for quote in quotes:
        started = time.perf_counter()
        repository.commit(LogContact(quote_id=quote.id, on=TODAY), circumstances)
        commit.append(time.perf_counter() - started)
        bare.append(_bare_write(ours.with_name(_BARE), text))
        if spent < SECONDS_FOR_TINYDB:
            tinydb.append(database.insert(quote.id))
            spent += tinydb[-1]
    return Seconds(commit[1:], bare[1:], tinydb[1:])


def _bare_write(path: Path, text: bytes) -> float:
    """The floor: write, fsync, rename."""
    temporary = path.with_suffix(".part")
    started = time.perf_counter()
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    left = memoryview(text)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)
    os.close(descriptor)
    os.rename(temporary, path)  # noqa: PTH104 - the bare call is the floor
    return time.perf_counter() - started


class _TinyDatabase:
    """The same file with stock TinyDB."""

    def __init__(self, path: Path) -> None:
        from tinydb import TinyDB

        self._table = TinyDB(path).table("follow_ups")

    def insert(self, quote_id: int) -> float:
        """Inserts a follow-up; returns the seconds."""
        row: Mapping[str, object] = {
            "quote_id": quote_id,
            "kind": "follow_up",
            "direction": "out",
            "on": str(TODAY),
            "channel": "email",
            "note": "",
        }
        started = time.perf_counter()
        self._table.insert(row)
        return time.perf_counter() - started


def main(arguments: Sequence[str]) -> None:
    """Measures and prints the seconds as JSON."""
    ours, theirs, runs = arguments
    seconds = measured(Path(ours), Path(theirs), int(runs))
    sys.stdout.write(msgspec.json.encode(seconds).decode())


if __name__ == "__main__":
    main(sys.argv[1:])
