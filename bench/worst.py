"""The worst of several runs as a Markdown table: `python -m bench.worst one.json two.json`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from bench.figure import Figure, Figures
from bench.results import Results, read_results
from bench.table import as_markdown, missed, table


def worst(runs: Sequence[Results]) -> dict[int, Figures]:
    """Of each figure the highest median of any run, and the highest 95th percentile of any."""
    sizes = {size: None for run in runs for size in run.sizes}
    return {
        size: _worst_of([run.sizes[size] for run in runs if size in run.sizes]) for size in sizes
    }


def _worst_of(runs: Sequence[Figures]) -> Figures:
    keys = {key: None for figures in runs for key in figures}
    return {key: _highest([figures[key] for figures in runs if key in figures]) for key in keys}


def _highest(figures: Sequence[Figure]) -> Figure:
    """The values are those of the run with the highest median."""
    measured = [figure for figure in figures if figure]
    if not measured:
        return figures[0]
    slowest = max(measured, key=lambda figure: figure.median)
    return replace(slowest, p95=max(figure.p95 for figure in measured))


def main(files: Sequence[str]) -> None:
    """Prints the table, and what it misses."""
    runs = [read_results(Path(file)) for file in files]
    found = worst(runs)
    lines = [as_markdown(table(found)), "", *missed(found)]
    sys.stdout.write("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
