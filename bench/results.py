"""The results of a run as JSON."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from bench.figure import Figures


class Results(msgspec.Struct, frozen=True):
    """The figures by size, on what they were measured, and how long each size took in seconds."""

    machine: Mapping[str, str | int]
    sizes: dict[int, Figures] = {}
    took: dict[int, float] = {}


def write_results(path: Path, results: Results) -> None:
    """Writes them, indented."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")


def read_results(path: Path) -> Results:
    """Reads them; raises `msgspec.MsgspecError` for another file."""
    return msgspec.json.decode(path.read_bytes(), type=Results)
