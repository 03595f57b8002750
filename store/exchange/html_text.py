"""Pieces of HTML in which data stays data."""

import html
import re
from collections.abc import Iterable

_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

# What a browser would obey and not show: control characters, turning marks, lone surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def literal(text: str) -> str:
    """The text, every sign of it standing for itself, in an element or in a quoted attribute."""
    lines = _BREAKS.sub("\n", text)
    return html.escape(_INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", lines))


def element(name: str, content: str, style: str = "") -> str:
    """An element around content that is HTML already; `style` is the name of a class."""
    attribute = f' class="{style}"' if style else ""
    return f"<{name}{attribute}>{content}</{name}>"


def row(cell: str, texts: Iterable[str], styles: Iterable[str]) -> str:
    """A row of literal cells, `th` or `td`, each with the name of a class or none."""
    cells = (element(cell, literal(text), style) for text, style in zip(texts, styles, strict=True))
    return element("tr", "".join(cells))
