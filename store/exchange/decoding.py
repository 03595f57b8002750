"""The text in the bytes of a file that another program wrote."""

from store.errors import FileTrouble

LARGEST = 50_000_000
"""The largest file that is imported, in bytes."""

_ENCODINGS = ("utf-8-sig", "cp1252")  # with or without a byte order mark; a French Excel


def decoded(name: str, data: bytes) -> str:
    """The text: UTF-8 where it can be, else Windows-1252. `name` is the file's, for errors.

    Raises `FileTrouble` for more than `LARGEST` bytes and for what is no text: NUL, or bytes that
    are neither encoding; `line` then counts from 1.
    """
    if len(data) > LARGEST:
        raise FileTrouble("import_too_large", path=name, size=len(data), largest=LARGEST)
    if b"\0" in data:
        raise FileTrouble("import_not_text", path=name, line=_line(data, data.index(b"\0")))
    wrong_at = 0
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            wrong_at = error.start
    raise FileTrouble("import_not_text", path=name, line=_line(data, wrong_at))


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
