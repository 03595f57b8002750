"""What a person has set, and what could not be read of it."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from store.errors import Facts
from store.records.settings import Settings


class Problem(msgspec.Struct, frozen=True):
    """A line of the configuration that was left aside: the default holds instead.

    `code` and `facts` say what is possible.
    """

    line: int
    key: str
    value: str
    code: str
    facts: Facts


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of the rules, and those of the screen and the words."""

    path: Path = Path("config.toml")
    """Where the configuration is, or would be."""
    settings: Settings = Settings()
    language: str | None = None
    """None for the locale's."""
    theme: str | None = None
    """None for Textual's default."""
    ascii_signs: bool = False
    keys: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """The keys of commands that have others than the built-in ones, by the command's name."""
    messages: Path | None = None
    """The folder of one's own messages; none for the usual one."""
    problems: tuple[Problem, ...] = ()
