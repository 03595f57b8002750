"""A text that we wrote, read page by page.

No other thread is kept waiting for longer than a page takes, which is well under a millisecond;
to parse ten years of quotes at once would hold back the keys for half a second.
"""

from collections.abc import Mapping, Sequence

import msgspec

from store.file.pages import CUT
from store.file.tables import Row, Tables
from store.file.text import Page, Paged

_ROWS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_FRAME = b"{\n", b"\n}\n"
_EMPTY, _FULL, _CLOSED = b": {}", b": {", b"\n}"


def read_pages(text: bytes) -> tuple[Paged, Tables]:
    """The pages and the tables of a text that `compose` made; raises `ValueError` for others.

    The pages are copies, so that the text need not be kept.
    """
    pages, tables = dict[str, Sequence[Page]](), dict[str, Mapping[str, Row]]()
    at, is_more = len(_FRAME[0]), text.startswith(_FRAME[0])
    while is_more:
        head = text[at : text.index(b"\n", at)].removesuffix(b",")
        name = msgspec.json.decode(head.removesuffix(_EMPTY).removesuffix(_FULL), type=str)
        at += len(head)
        if head.endswith(_EMPTY):
            pages[name], tables[name] = (), {}
        else:
            pages[name], tables[name], at = _read_table(text, at + len(b"\n"))
        is_more = text.startswith(b",\n", at)
        at += len(b",\n") if is_more else 0
    if text[at:] != _FRAME[1]:
        raise ValueError(f"no end at {at}")
    return Paged(pages), tables


def _read_table(text: bytes, at: int) -> tuple[Sequence[Page], Mapping[str, Row], int]:
    """The pages and rows of the table whose first line begins there, and where it ends.

    A line break stands between lines only: within them it is escaped.
    """
    pages, rows, view = list[Page](), dict[str, Row](), memoryview(text)
    while True:
        end = text.find(b",\n", at + CUT)
        close = text.find(_CLOSED, at, len(text) if end < 0 else end)
        if end < 0 and close < 0:
            raise ValueError(f"no end after {at}")
        page = b"".join((b"{", view[at : end if close < 0 else close], b"}"))
        found = _ROWS.decode(page)
        pages.append(Page(memoryview(page)[1:-1], len(found)))
        rows.update(found)
        if close >= 0:
            return pages, rows, close + len(_CLOSED)
        at = end + len(b",\n")
