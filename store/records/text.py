"""Text as it is kept and compared: Unicode NFC, within bounds, folded for finding."""

import re
import unicodedata

from store.errors import InvalidValue

LINE_LENGTH = 200
"""Longest name, title or other one-line text, in characters."""

NOTE_LENGTH = 10_000
"""Longest note, in characters."""

REF_LENGTH = 40
"""Longest ref, in characters."""

_LIGATURES = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": "'"}

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def read_line(field: str, text: str, *, longest: int = LINE_LENGTH) -> str:
    """One line of text in NFC, without white space around it; line breaks become spaces.

    Raises `InvalidValue` for NUL, lone surrogates, and more than `longest` characters.
    """
    return " ".join(_read(field, text, longest).split())


def read_required_line(field: str, text: str, *, longest: int = LINE_LENGTH) -> str:
    """As `read_line`; raises `InvalidValue` where nothing is left."""
    line = read_line(field, text, longest=longest)
    if not line:
        raise InvalidValue(field, text, "empty")
    return line


def read_note(field: str, text: str) -> str:
    """Text of several lines in NFC, at most `NOTE_LENGTH` characters."""
    return _read(field, text, NOTE_LENGTH)


def read_ref(field: str, text: str) -> str:
    """A ref: one word that does not look like an option, at most `REF_LENGTH` characters."""
    ref = read_required_line(field, text, longest=REF_LENGTH)
    if " " in ref or ref.startswith("-"):
        raise InvalidValue(field, text, "not_a_ref")
    return ref


def read_words(field: str, text: str) -> tuple[str, ...]:
    """A comma-separated list without empty or repeated words, in the order given."""
    words = (read_line(field, word) for word in read_note(field, text).split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def fold(text: str) -> str:
    """The text without case and accents, so that `Théâtre de l’Œil` meets `theatre de l'oeil`."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(_folded, unicodedata.normalize("NFKD", text).casefold())


def _folded(found: re.Match[str]) -> str:
    letter = found[0]
    return _LIGATURES.get(letter) or ("" if unicodedata.combining(letter) else letter)


def kept_text(field: str, text: str, *, longest: int = LINE_LENGTH) -> str:
    """The text in NFC and otherwise as it stands; raises `InvalidValue` as `read_line` does."""
    text = unicodedata.normalize("NFC", text)
    if len(text) > longest:
        raise InvalidValue(field, text, "too_long", longest=longest, length=len(text))
    if "\0" in text:
        raise InvalidValue(field, text, "nul")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise InvalidValue(field, text, "surrogate")
    return text


def _read(field: str, typed: str, longest: int) -> str:
    return kept_text(field, typed.strip(), longest=longest)
