"""Measures, prints one table and writes it as JSON; see the README beside this file."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from bench.acknowledged import FOLLOW_UPS, follow_up_figures, plain_quotes
from bench.commands import command_figures
from bench.commits import commit_figures
from bench.figure import Figures
from bench.keys import key_figures
from bench.machine import facts
from bench.peers.calcurse import calcurse_figures
from bench.peers.dooit import dooit_figures
from bench.peers.taskwarrior import task_next
from bench.peers.todoman import todoman_figures
from bench.place import Place
from bench.results import Results, write_results
from bench.start import memory_figures, start_figures
from bench.table import as_text, missed, table

SIZES = (100, 1_000, 10_000, 100_000)
RUNS = 5
SMALLEST = 100
"""With fewer quotes there is nothing to page through."""


def main() -> None:
    """The sizes that were asked for, the smallest first."""
    asked = _arguments()
    results = Results(facts())
    for size in sorted(asked.sizes or SIZES):
        started = time.perf_counter()
        results.sizes[size] = _measured(size, asked.runs, peers=not asked.no_peers)
        results.took[size] = time.perf_counter() - started
        _say(f"{size:,} quotes took {results.took[size]:.0f} s")
        write_results(asked.json, results)
    lines = [*(f"{name}: {fact}" for name, fact in results.machine.items()), ""]
    lines += [as_text(table(results.sizes)), "", *missed(results.sizes)]
    sys.stdout.write("\n".join(lines).rstrip() + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench", description="How fast relance is.")
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of quotes", metavar="QUOTES")
    parser.add_argument("--runs", type=int, default=RUNS, help="of whatever takes a start")
    parser.add_argument("--json", type=Path, default=Path("bench.json"), help="where it is written")
    parser.add_argument("--no-peers", action="store_true", help="leave out other programs")
    asked = parser.parse_args()
    if asked.runs < 1 or any(size < SMALLEST for size in asked.sizes):
        parser.error(f"at least one run, and at least {SMALLEST} quotes")
    return asked


def _measured(size: int, runs: int, *, peers: bool) -> Figures:
    """All figures of one size, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="relance-bench-") as folder:
        place = Place(Path(folder), size)
        quotes = plain_quotes(place.tracker, FOLLOW_UPS)
        figures = start_figures(place, runs)
        figures |= memory_figures(place, max(1, runs // 3))
        figures |= key_figures(place)
        figures |= follow_up_figures(place, quotes)
        figures |= commit_figures(place, runs)
        figures |= command_figures(place, quotes, task_next(place) if peers else None, runs)
        if peers:
            for measure in (todoman_figures, calcurse_figures, dooit_figures):
                figures |= measure(place, max(1, runs // 2))
        return figures


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
