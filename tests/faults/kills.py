"""FAULTS 1: processes killed with signal 9, and what is left of what they acknowledged."""

import random
import time
from pathlib import Path
from typing import NamedTuple

from store.file.repository import Repository
from tests.faults.processes import working
from tests.faults.work import add_for_ever, die_at
from tests.store.file.samples import TODAY, an_addition


class Kills(NamedTuple):
    """How many processes were killed, what they acknowledged, what of that is lost or twice."""

    kills: int
    acknowledged: int
    lost: int
    left_beside: list[str]


def kill_at_random_moments(path: Path, kills: int, seed: int) -> Kills:
    """Kills one process after the other; raises `FileTrouble` where the file does not parse."""
    moments = random.Random(seed)
    acknowledged: set[int] = set()
    for kill in range(kills):
        first = 1000 * (kill + 1)
        with working(add_for_ever, path, first) as worker:
            acknowledged.add(worker.hear())
            time.sleep(moments.uniform(0, 0.02))  # the moment of the kill is what is tried
            worker.kill()
            acknowledged.update(worker.said())
        there = set(Repository(path, "here").snapshot().quotes)
        if not acknowledged <= there:
            break
    return _figures(path, kills, acknowledged)


def kill_at_every_call(path: Path) -> Kills:
    """Kills a process before, and another after, each call to the disk of a commit."""
    acknowledged: set[int] = set()
    kills = 0
    for after in (False, True):
        for call in range(100):
            number = 1000 * (call + 1) + after
            with working(die_at, path, number, call, after) as worker:
                worker.process.join(30)
                acknowledged.update(worker.said())
                if worker.process.exitcode == 0:
                    break
                kills += 1
            Repository(path, "here").snapshot()
    return _figures(path, kills, acknowledged)


def _figures(path: Path, kills: int, acknowledged: set[int]) -> Kills:
    repository = Repository(path, "here")
    repository.commit(an_addition(1, ref="THE-LAST", lead="Nay", lead_id=1), TODAY)
    lost = acknowledged - set(repository.snapshot().quotes)
    names = {entry.name for entry in path.parent.iterdir()}
    left = names - {path.name, f".{path.name}.lock"}
    return Kills(kills, len(acknowledged), len(lost), sorted(left))
