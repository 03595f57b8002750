"""Completes a path as it is typed, and lists what a folder has to offer."""

from collections.abc import Sequence
from pathlib import Path

from textual.suggester import Suggester

SUFFIXES = (".csv", ".tsv", ".txt")
"""The endings of files that may hold rows."""

MOST = 500
"""How many files of a folder are listed at most."""


class PathCompletion(Suggester):
    """Suggests the first folder, or file that may hold rows, that begins with what is typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The completed path; a folder ends with a slash. Nothing if there is none."""
        typed = value.rpartition("/")[2]
        if not value.strip() or not typed:
            return None
        for path in sorted(_entries(folder_of(value))):
            if path.name.startswith(typed) and (path.is_dir() or is_table(path)):
                end = "/" if path.is_dir() else ""
                return f"{value[: len(value) - len(typed)]}{path.name}{end}"
        return None


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
