"""A place of its own for what is measured: nobody's home, configuration or tracker is touched."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.data import TODAY, write_tracker

_KEPT = ("PATH", "TMPDIR", "LD_LIBRARY_PATH")


class Place:
    """A folder with a home, and a tracker of so many quotes in it."""

    def __init__(self, folder: Path, quotes: int) -> None:
        self.folder = folder
        self.quotes = quotes
        self.tracker = folder / "relance.json"
        self.environment = _environment(folder)
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            Path(self.environment[name]).mkdir(parents=True, exist_ok=True)
        write_tracker(self.tracker, quotes)

    def copy(self, name: str) -> Path:
        """The tracker once more, to be written to."""
        return Path(shutil.copyfile(self.tracker, self.folder / name))

    def relance(self, *words: str, file: Path | None = None) -> list[str]:
        """The installed command, looking at a tracker on its day."""
        script = str(Path(sys.executable).with_name("relance"))
        return [script, "--file", str(file or self.tracker), "--today", str(TODAY), *words]

    def has_cache(self) -> bool:
        """Whether the program keeps anything there."""
        return any(each.is_file() for each in Path(self.environment["XDG_CACHE_HOME"]).rglob("*"))

    def without_cache(self) -> None:
        """Throws away whatever the program keeps in its cache."""
        cache = Path(self.environment["XDG_CACHE_HOME"])
        shutil.rmtree(cache)
        cache.mkdir()


def empty_app() -> list[str]:
    """The floor of the screen."""
    return [sys.executable, str(Path(__file__).with_name("empty_app.py"))]


def _environment(folder: Path) -> Mapping[str, str]:
    home = folder / "home"
    return {
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "RELANCE_LANG": "en",
        "RELANCE_MACHINE": "bench",
    }
