"""From the start to the list on the screen, in turn with an empty app; and memory, both at rest."""

import time
from collections.abc import Sequence
from pathlib import Path

from bench.figure import RATIO, Figures, megabytes, milliseconds, not_run, ratio
from bench.place import Place, empty_app
from bench.program import PATIENCE, QUIET, Program
from bench.screen import Lines, Seen, Watched, is_listed


def start_figures(place: Place, runs: int) -> Figures:
    """First paints with and without the cache, each next to one of the empty app."""
    warm_up(place)
    empty, first, all_painted, uncached = [], [], [], []
    for run in range(runs):
        empty.append(_first_paint(empty_app(), place, _is_empty_app)[0])
        paint, settled = _first_paint(place.relance(), place, is_listed)
        first.append(paint)
        all_painted.append(settled)
        if run < (runs + 1) // 2:
            place.without_cache()
            uncached.append(_first_paint(place.relance(), place, is_listed)[0])
            warm_up(place)
    return {
        "empty_app": milliseconds(empty),
        "first_paint": milliseconds(first),
        "first_paint_ratio": ratio(first, empty),
        "first_paint_uncached": milliseconds(uncached),
        "first_paint_all": milliseconds(all_painted),
    }


def warm_up(place: Place) -> None:
    """Opens the program and leaves it once it has kept what it keeps, at rest as after a while."""
    with Program(place.relance(), place.environment) as program:
        watched = Watched(program)
        watched.until(is_listed)
        deadline = time.monotonic() + PATIENCE
        while not place.has_cache() and time.monotonic() < deadline:
            time.sleep(QUIET)
        watched.settle()
        program.quit(b"q")


def memory_figures(place: Place, runs: int) -> Figures:
    """Memory of the program and of the empty app, when neither has anything left to do."""
    ours = [_memory(place.relance(), place, is_listed) for _ in range(runs)]
    empty = [_memory(empty_app(), place, _is_empty_app) for _ in range(runs)]
    resident, shared = zip(*ours, strict=True)
    floor, shared_floor = zip(*empty, strict=True)
    if not resident[0]:
        return {"memory_ratio": not_run(RATIO, "no /proc")}
    figures = {
        "memory": megabytes(resident),
        "memory_empty": megabytes(floor),
        "memory_ratio": ratio(resident, floor),
    }
    if shared[0] and shared_floor[0]:
        figures["memory_pss"] = megabytes(shared)
        figures["memory_pss_ratio"] = ratio(shared, shared_floor)
    return figures


def _first_paint(argv: Sequence[str], place: Place, seen: Seen) -> tuple[float, float]:
    """The first paint and the last byte of it, in seconds after the start."""
    with Program(argv, place.environment) as program:
        first, last = Watched(program).until(seen)
        return first - program.started, last - program.started


def _memory(argv: Sequence[str], place: Place, seen: Seen) -> tuple[int, int]:
    """The resident memory and its proportional share, in bytes; 0 where it cannot be read."""
    with Program(argv, place.environment) as program:
        watched = Watched(program)
        watched.until(seen)
        watched.settle()
        proc = Path("/proc", str(program.process))
        return _kilobytes(proc / "status", "VmRSS"), _kilobytes(proc / "smaps_rollup", "Pss")


def _kilobytes(file: Path, name: str) -> int:
    try:
        lines = file.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:")), 0)


def _is_empty_app(lines: Lines) -> bool:
    return any("ready-to-measure" in line for line in lines)
