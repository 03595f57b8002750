"""Completes a path with what is in its folder, one name at a time."""

import asyncio
import os
from itertools import islice
from pathlib import Path

from textual.suggester import Suggester

from tui.widgets.completion import folded

MOST = 2_000
"""How many names of a folder are looked at."""


class PathCompletion(Suggester):
    """Suggests the first name that fits, whatever case and accents; folders go before files.

    A folder ends in a slash, so that the next suggestion comes from inside it. Hidden names are
    suggested once their dot is typed. `~` stays as it was typed.
    """

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The completed path; nothing if there is none, or the folder cannot be read."""
        return await asyncio.to_thread(_completed, value)


def _completed(value: str) -> str | None:
    before, slash, start = value.rpartition("/")
    try:
        folder = Path(f"{before}{slash}" or ".").expanduser()
        names = _names(folder)
    except (OSError, RuntimeError, ValueError):  # no such home, a NUL
        return None
    wanted = folded(start)
    fitting = (name for name in names if folded(name).startswith(wanted) and _is_shown(name, start))
    found = next(fitting, None)
    return None if found is None else f"{before}{slash}{start}{found[len(start) :]}"


def _names(folder: Path) -> list[str]:
    """The names in the folder, in the order in which they are suggested."""
    with os.scandir(folder) as entries:
        found = [(not entry.is_dir(), entry.name) for entry in islice(entries, MOST)]
    return [name if is_file else f"{name}/" for is_file, name in sorted(found)]


def _is_shown(name: str, start: str) -> bool:
    """Whether the name may be shown: it is not hidden, and nothing in it moves a terminal."""
    return name.isprintable() and (start.startswith(".") or not name.startswith("."))
