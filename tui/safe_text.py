"""The one place that cleans what goes to the terminal.

Data may hold escape sequences, control characters or marks that turn the direction of writing.
Each is shown as a visible sign of one cell; what is stored stays as it is.
"""

import re
from collections.abc import Mapping
from functools import cache

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROL_PICTURES = 0x2400
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))

_UNSEEN = (0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC))
_TAGS = range(0xE0000, 0xE0080)

_ACCENT = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(f"({_ACCENT}{{4}}){_ACCENT}+")
"""More accents on one letter than any language has: they would cover the lines around."""

_VISIBLE: dict[int, str] = (
    {code: chr(_CONTROL_PICTURES + code) for code in range(0x20)}
    | {0x7F: "\N{SYMBOL FOR DELETE}"}
    | dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT)
    | dict.fromkeys(_TURNING, _REPLACEMENT)
    | dict.fromkeys((*_UNSEEN, *_TAGS), _REPLACEMENT)
    | dict.fromkeys((0x2028, 0x2029, 0xFEFF, 0x00AD), _REPLACEMENT)
    | dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)
)
_SEVERAL_LINES = _VISIBLE | {0x0A: "\n"}


@cache
def _in_json() -> Mapping[int, str]:
    return {code: f"\\u{code:04x}" for code in _VISIBLE if code >= 0x7F}


def shown(text: str) -> str:
    """The text on one line, without anything that a terminal would obey."""
    return text if text.isascii() and text.isprintable() else _cleaned(text, _VISIBLE)


def shown_lines(text: str) -> list[str]:
    """The lines of the text, each without anything that a terminal would obey."""
    return _cleaned(text.replace("\r\n", "\n"), _SEVERAL_LINES).split("\n")


def visible_in_json(text: str) -> str:
    """JSON text that means the same, with all that a terminal would obey written as `\\u009b`."""
    return text if _is_harmless(text) else text.translate(_in_json())


def editable(text: str) -> str:
    """The text on one line for an input: breaks and tabs are spaces, the rest as `shown`."""
    return shown(text.replace("\r\n", " ").translate({9: " ", 10: " ", 13: " "}))


def _cleaned(text: str, signs: dict[int, str]) -> str:
    if _PILE.search(text):
        text = _PILE.sub(rf"\1{_REPLACEMENT}", text)
    return text if _is_harmless(text) else text.translate(signs)


def _is_harmless(text: str) -> bool:
    """Whether there is surely no sign to translate, which takes long: so it is with most text.

    All that a terminal would obey is not printable, nor are the blanks of French numbers.
    """
    return text.replace("\xa0", "").replace("\u202f", "").isprintable()
