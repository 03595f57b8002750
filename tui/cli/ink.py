"""Colours of the terminal for whole lines of text, only where a person looks at one.

Only what stands here is ever written around a line; the line itself was cleaned before.
"""

import os
import sys
from collections.abc import Mapping
from enum import Enum
from typing import TextIO

_PLAIN = "\x1b[0m"


class Ink(Enum):
    """What a line means; the terminal's own sixteen colours, so that its theme holds."""

    STRONG = "\x1b[1m"
    QUIET = "\x1b[2m"
    WARNING = "\x1b[33m"
    ALARM = "\x1b[1;31m"


class Pen:
    """Writes lines in ink, or as they are."""

    def __init__(self, *, colours: bool) -> None:
        self._colours = colours

    def write(self, text: str, ink: Ink | None) -> str:
        """The text, which holds nothing that a terminal obeys, in that ink."""
        return f"{ink.value}{text}{_PLAIN}" if self._colours and ink and text else text


def pen_for_stdout() -> Pen:
    """The pen for what is printed now."""
    return Pen(colours=shows_colours(sys.stdout, os.environ))


def shows_colours(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether it is a terminal that knows colours, and the person wants them (no-color.org)."""
    if environment.get("NO_COLOR") or environment.get("TERM", "dumb") in ("", "dumb"):
        return False
    return stream.isatty()
