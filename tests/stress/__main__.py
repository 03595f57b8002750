"""Tries each promise many times and prints what was tried and what was lost.

    python -m tests.stress [KILLS CHANGES COMMITS]

500 kills, 3 times 200 changes and 3,000 commits unless told; each part is given up after its time.
"""

import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from tests.faults.crashes import crash
from tests.faults.every_command import CHANGES, existing
from tests.faults.kills import kill_at_every_call, kill_at_random_moments
from tests.faults.replacements import commit_while_replaced
from tests.faults.writers import write_at_once
from tests.store.file.simulated_disk import State

LONGEST = 300
"""How long one part may take, in seconds."""

PAUSE = 0.01
"""How long the one who replaces the file rests between two versions on average, in seconds."""

Part = Callable[[Path], tuple[str, int]]
"""Says what it tried, and how often a promise was broken."""


def parts(kills: int, changes: int, commits: int, seed: int) -> list[Part]:
    """What is tried, in the order of the rows in the table of faults."""

    def random_kills(folder: Path) -> tuple[str, int]:
        done = kill_at_random_moments(folder / "relance.json", kills, seed)
        what = f"{done.kills} kills at random moments, {done.acknowledged} changes acknowledged"
        return f"{what}, {done.lost} lost", done.lost + len(done.left_beside)

    def kills_at_calls(folder: Path) -> tuple[str, int]:
        done = kill_at_every_call(folder / "relance.json")
        what = f"{done.kills} kills, one at each call, {done.acknowledged} changes acknowledged"
        return f"{what}, {done.lost} lost", done.lost + len(done.left_beside)

    def crashes(folder: Path) -> tuple[str, int]:
        done = [crash(existing(name), change) for name, change in CHANGES.items()]
        done += [crash(State({}, {}), CHANGES[name]) for name in ("add", "add a draft", "import")]
        states, different = sum(each.states for each in done), sum(each.different for each in done)
        broken = sum(len(each.violations) for each in done)
        return f"{states} crash states, {different} of them distinct, {broken} violations", broken

    def at_once(folder: Path) -> tuple[str, int]:
        done = write_at_once(folder / "relance.json", 3, changes)
        what = f"{done.acknowledged} changes by 3 processes at once, {done.lost} lost"
        return f"{what}, {done.twice} given twice", done.lost + done.twice

    def replaced(folder: Path) -> tuple[str, int]:
        done = commit_while_replaced(folder, commits, pause=PAUSE)
        what = f"{done.commits} commits while {done.versions} foreign versions were put in place"
        return f"{what}, {done.displaced} displaced unread, {done.lost} lost", done.lost

    return [random_kills, kills_at_calls, crashes, at_once, replaced]


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"not done after {LONGEST} s")


def main(kills: int = 500, changes: int = 200, commits: int = 3000) -> int:
    """Prints a line a part; returns 1 where a promise was broken."""
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")  # noqa: T201
    broken = 0
    signal.signal(signal.SIGALRM, _give_up)
    for part in parts(kills, changes, commits, seed):
        with tempfile.TemporaryDirectory() as folder:
            signal.alarm(LONGEST)
            start = time.monotonic()
            figures, wrong = part(Path(folder))
            signal.alarm(0)
        print(f"{figures} ({time.monotonic() - start:.0f} s)", flush=True)  # noqa: T201
        broken += wrong
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
