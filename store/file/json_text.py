"""JSON taken apart into texts, word for word, also where a name stands twice in an object.

The texts are sound JSON: somebody has parsed them before.
"""

import json
from collections.abc import Iterator, Sequence

_SCANNER = json.JSONDecoder(parse_int=str, parse_float=str)


def has_doubles(text: str) -> bool:
    """Whether a name stands twice in some object of the text, however deep.

    This is quick, and there is nothing twice in nearly every text. Raises `RecursionError` for a
    text nested too deeply.
    """
    found = False

    def notice(members: Sequence[tuple[str, object]]) -> None:
        nonlocal found
        found = found or len({name for name, _ in members}) < len(members)

    json.loads(text, object_pairs_hook=notice, parse_int=str, parse_float=str)
    return found


def members(text: str) -> list[tuple[str, str]]:
    """The names of an object and the texts of their values, also those that stand twice."""
    found = []
    at = _first(text, "{")
    while text[at] != "}":
        name, end = _SCANNER.raw_decode(text, at)
        at = _after_space(text, _after_space(text, end) + 1)
        value, at = _value(text, at)
        found.append((name, value))
    return found


def elements(text: str) -> Iterator[str]:
    """The texts of a list's elements."""
    at = _first(text, "[")
    while text[at] != "]":
        element, at = _value(text, at)
        yield element


def _first(text: str, bracket: str) -> int:
    return _after_space(text, text.index(bracket) + 1)


def _value(text: str, at: int) -> tuple[str, int]:
    """The text of the value that starts there, and where the next one or the bracket is."""
    _, end = _SCANNER.raw_decode(text, at)
    after = _after_space(text, end)
    if text[after] == ",":
        after = _after_space(text, after + 1)
    return text[at:end], after


def _after_space(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at
