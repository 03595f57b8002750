"""Prints the figures; the program and its floor take turns, so that noise hurts both alike."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from bench.data import TODAY, write_tracker
from bench.program import Program

SIZES = (1_000, 10_000)
RUNS = 7
KEYS = 60

_DOWN = b"\x1b[B"
_POINTER = "▸".encode()


def main(sizes: Sequence[int]) -> None:
    """One table a size."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder, f"{size}.json")
            write_tracker(path, size)
            print(f"\n{size} quotes, {path.stat().st_size / 1e6:.1f} MB")  # noqa: T201
            for name, figure in measured(path).items():
                print(f"  {name:<58} {figure}")  # noqa: T201


def measured(path: Path) -> dict[str, str]:
    """The figures for one tracker."""
    ours, floors, moves, settled = [], [], [], []
    memory = 0
    for _ in range(RUNS):
        floors.append(_first_paint(_empty(), b"ready-to-measure"))
        ours.append(_first_paint(_relance(path), _POINTER))
    with Program(_relance(path), _environment()) as program:
        program.until(_POINTER)
        program.until_quiet()
        memory = program.memory()
        for _ in range(KEYS):
            pressed = program.send(_DOWN)
            moves.append(program.until(_POINTER) - pressed)
            settled.append(program.until_quiet() - pressed)
    ratios = [our / floor for our, floor in zip(ours, floors, strict=True)]
    return {
        "first paint of the list, ms (median)": f"{median(ours) * 1000:.0f}",
        "first paint of an empty Textual app, ms (median)": f"{median(floors) * 1000:.0f}",
        "ratio, pair by pair (median; least to most)": (
            f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        ),
        "cursor key to the list moved, ms (median, 95th percentile)": _spread(moves),
        "cursor key to the last byte, ms (median, 95th percentile)": _spread(settled),
        "memory, MB": f"{memory / 1e6:.0f}",
    }


def _spread(seconds: Sequence[float]) -> str:
    return f"{median(seconds) * 1000:.1f}, {quantiles(seconds, n=20)[-1] * 1000:.1f}"


def _first_paint(argv: Sequence[str], wanted: bytes) -> float:
    with Program(argv, _environment()) as program:
        return program.until(wanted) - program.started


def _empty() -> list[str]:
    return [sys.executable, "-m", "bench.empty_app"]


def _relance(path: Path) -> list[str]:
    return [sys.executable, "-m", "tui", "--file", str(path), "--today", TODAY.isoformat()]


def _environment() -> dict[str, str]:
    return {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
