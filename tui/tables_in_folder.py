"""What a folder has to offer to an import: the files that may hold rows or records."""

from collections.abc import Sequence
from pathlib import Path

SUFFIXES = (".csv", ".tsv", ".txt", ".json")
"""The endings of files that may hold rows, or the records of an export."""

MOST = 500
"""How many files of a folder are listed at most."""


def folder_of(typed: str) -> Path:
    """The folder that a typed path lies in; the current one where that is none."""
    try:
        path = Path(typed).expanduser()
        folder = path if typed.endswith("/") or not typed or path.is_dir() else path.parent
        return folder if folder.is_dir() else Path()
    except (OSError, RuntimeError, ValueError):
        return Path()


def tables_in(folder: Path) -> Sequence[Path]:
    """The files in the folder that may hold rows, the newest first."""
    files = [path for path in _entries(folder) if is_table(path) and path.is_file()]
    return sorted(files, key=_changed_at, reverse=True)[:MOST]


def is_table(path: Path) -> bool:
    """Whether the file's name says that it may hold rows."""
    return path.suffix.lower() in SUFFIXES


def _entries(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError:
        return []


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
