"""Whole commands from start to end, in turn with the start of Python and with `task next`."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from bench.figure import Figure, Figures, milliseconds, ratio
from bench.place import Place
from store.records.quote import Quote

Round = Callable[[], float]
"""Runs something once; returns how long that took, in seconds."""


def in_turn(rounds: Mapping[str, Round], runs: int) -> Mapping[str, list[float]]:
    """Runs each in turn, so many times, so that a noisy moment hurts all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in rounds}
    for _ in range(runs):
        for name, once in rounds.items():
            seconds[name].append(once())
    return seconds


def timed(argv: Sequence[str], environment: Mapping[str, str]) -> float:
    """How long the command takes; raises `CalledProcessError` where it fails."""
    started = time.perf_counter()
    subprocess.run(argv, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def command_figures(
    place: Place, quotes: Sequence[Quote], peer: Round | None, runs: int
) -> Figures:
    """`today`, `list --json` and `log`, and what the peer needs for the day's work."""
    file = place.copy("by-command.json")
    refs = iter([quote.ref for quote in quotes])
    environment = place.environment

    def ours(*words: str) -> Round:
        return lambda: timed(place.relance(*words), environment)

    rounds: dict[str, Round] = {
        "python": lambda: timed([sys.executable, "-c", "pass"], environment),
        "today": ours("today"),
        **({"task_next": peer} if peer else {}),
        "list_json": ours("list", "--json"),
        "log": lambda: timed(place.relance("log", next(refs), file=file), environment),
    }
    in_turn({"today": ours("today"), "list_json": ours("list", "--json")}, 1)
    seconds = in_turn(rounds, min(runs, len(quotes)))
    file.unlink()
    figures = {name: milliseconds(times) for name, times in seconds.items()}
    return _with_ratio(figures, seconds)


def _with_ratio(figures: dict[str, Figure], seconds: Mapping[str, list[float]]) -> Figures:
    if "task_next" not in seconds:
        return figures
    found = ratio(seconds["today"], seconds["task_next"])
    return {**figures, "today_ratio": found}
