"""A theme that Textual does not know; only the app, which knows the themes, can say so."""

from collections.abc import Iterable

from tui.config.config import Config, Problem
from tui.config.places import line_of
from tui.config.source import read_source


def unknown_theme(config: Config, known: Iterable[str]) -> Problem:
    """The problem of the configured theme. Raises `OSError` where the file is gone meanwhile."""
    line = line_of(read_source(config.path), "theme")
    facts = {"known": tuple(sorted(known))}
    return Problem(line, "theme", config.theme or "", "config_one_of", facts)
