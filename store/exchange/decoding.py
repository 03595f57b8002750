"""The text in the bytes of a file that another program wrote."""

import codecs
from collections.abc import Mapping
from typing import NamedTuple

from store.errors import FileTrouble

LARGEST = 50_000_000
"""The largest file that is imported, in bytes."""

ENCODINGS: Mapping[str, str] = {
    "utf-8": "utf-8-sig",  # with or without a byte order mark
    "cp1252": "cp1252",  # a French Excel
    "utf-16": "utf-16",  # "Unicode text" of an Excel; little-endian where no mark says so
    "iso-8859-15": "iso-8859-15",
    "mac-roman": "mac-roman",
}
"""The encodings that can be named, and Python's names of them."""

_TRIED = ("utf-8", "cp1252")
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Decoded(NamedTuple):
    """A text, and the encoding that it was in."""

    text: str
    encoding: str


def decoded(name: str, data: bytes, encoding: str = "") -> Decoded:
    """The text: in that encoding, else UTF-16 where its mark says so, UTF-8, or Windows-1252.

    `name` is the file's, for errors. Raises `FileTrouble` for more than `LARGEST` bytes and for
    what is no text: NUL, or bytes that are in no such encoding; `line` then counts from 1.
    """
    if len(data) > LARGEST:
        raise FileTrouble("import_too_large", path=name, size=len(data), largest=LARGEST)
    tried = (encoding,) if encoding else _TRIED
    if not encoding and data.startswith(_UTF_16_MARKS):
        tried = ("utf-16",)
    if tried != ("utf-16",) and b"\0" in data:
        raise FileTrouble("import_not_text", path=name, line=_line(data, data.index(b"\0")))
    wrong_at = 0
    for each in tried:
        try:
            return Decoded(data.decode(ENCODINGS[each]), each)
        except UnicodeDecodeError as error:
            wrong_at = error.start
    raise FileTrouble("import_not_text", path=name, line=_line(data, wrong_at))


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
