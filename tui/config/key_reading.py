"""Reading the keys that a person gave to commands; two commands cannot have one key."""

from collections.abc import Iterator, Mapping

from store.errors import Fact
from tui.commands import COMMANDS
from tui.config.values import Given, Wrong

_NAMED = {
    "/": "slash",
    "?": "question_mark",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "=": "equals_sign",
    "+": "plus",
    "-": "minus",
    ".": "full_stop",
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "!": "exclamation_mark",
    "*": "asterisk",
    "#": "number_sign",
    "@": "at",
    "&": "ampersand",
    "%": "percent_sign",
}
"""Textual's names of keys that people write as they are."""

_SPECIAL = (
    *("enter", "escape", "space", "tab", "backspace", "delete", "insert", "home", "end"),
    *("up", "down", "left", "right", "pageup", "pagedown", *(f"f{n}" for n in range(1, 13))),
)

RESERVED = frozenset(
    (
        *("up", "k", "down", "j", "pageup", "pagedown", "home", "g", "end", "G", "enter"),
        *("escape", "tab", "shift+tab", "ctrl+c", "ctrl+z", "ctrl+q"),
        *("ctrl+i", "ctrl+m"),  # which terminals send for Tab and Enter
    )
)
"""Keys of the lists and of the app, which come before those of a command."""


def read_key(command: str, given: Given) -> tuple[str, ...]:
    """The keys of a command, as Textual names them: one text, or a list.

    Raises `Wrong` for what is no key, and for a reserved one unless the command has it anyhow.
    """
    texts = given if isinstance(given, list) else [given]
    if not texts:
        raise Wrong("config_key")
    keys = tuple(_key(text) for text in texts)
    own = next(each.keys for each in COMMANDS if each.name == command)
    for key in keys:
        if key in RESERVED and key not in own:
            raise Wrong("config_reserved", reserved=key)
    return keys


def _key(text: Given) -> str:
    if not isinstance(text, str):
        raise Wrong("config_key")
    *modifiers, key = text.strip().split("+") if len(text.strip()) > 1 else [text.strip()]
    key = _NAMED.get(key, key)
    is_key = (len(key) == 1 and key.isalnum()) or key in _SPECIAL or key in _NAMED.values()
    if not is_key or any(each not in ("ctrl", "alt", "shift") for each in modifiers):
        raise Wrong("config_key")
    return _as_sent("+".join(modifiers), key)


def _as_sent(modifiers: str, key: str) -> str:
    """The key as a terminal sends it: Shift and a letter is a capital, Ctrl knows no capitals."""
    if modifiers == "shift" and key not in _SPECIAL:
        if not key.isalpha() or len(key.upper()) > 1:
            raise Wrong("config_key")
        return key.upper()
    if "ctrl" in modifiers and len(key) == 1:
        key = key.lower()
    return f"{modifiers}+{key}" if modifiers else key


def clashes(keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Wrong]]:
    """Of the commands that were given keys, those of which another command has one too.

    Whoever is named first keeps it.
    """
    taken: dict[str, str] = {}
    for command in sorted(COMMANDS, key=lambda each: each.name in keys):
        for key in keys.get(command.name, command.keys):
            other = taken.setdefault(key, command.name)
            if other != command.name:
                facts: dict[str, Fact] = {"other": other}
                yield command.name, Wrong("config_clash", **facts)
                break
