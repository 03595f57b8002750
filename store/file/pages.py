"""The pages of a text: runs of rows that are text already, table by table.

A change takes over the pages in which nothing changed, and only the others are composed anew. What
comes out is, byte for byte, what `compose` makes of the tables.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from store.file.tables import Row, Tables, head_of, lines_of
from store.file.text import Page, Paged

ROWS = 64
"""How many rows a page has at most when it is composed."""

CUT = 1 << 16
"""How long a page is, in bytes, that is cut out of a text; it ends with a line."""


def paged(tables: Tables) -> Paged:
    """The text of the tables, all of it composed."""
    return repaged(Paged({}), {}, tables)


def repaged(text: Paged, old: Tables, new: Tables) -> Paged:
    """The text of the new tables, made from that of the old ones."""
    return Paged({name: _next(text.pages.get(name, ()), old.get(name), new[name]) for name in new})


def cut(text: bytes, tables: Tables) -> Paged:
    """The pages of a text that is what `compose` makes of the tables; nothing is copied.

    Raises `ValueError` where that does not look so.
    """
    pages = dict[str, Sequence[Page]]()
    at = _after(text, 0, b"{\n")
    for name, rows in tables.items():
        at = _after(text, at, b",\n") if pages else at
        at = _after(text, at, head_of(name, rows))
        pages[name], at = _cut_table(text, at, len(rows))
        at = _after(text, at, b"\n}") if rows else at
    if _after(text, at, b"\n}\n") != len(text):
        raise ValueError(f"more after {at}")
    return Paged(pages)


def _next(
    pages: Sequence[Page], old: Mapping[str, Row] | None, new: Mapping[str, Row]
) -> Sequence[Page]:
    """The pages of a table's new rows: every row is in one of them, in its order.

    Those are taken over whose rows are the same, one by one; the others are composed.
    """
    if new is old:
        return pages
    was, now = _Rows.of(old or {}), _Rows.of(new)
    kept: list[Page] = []
    start = at = 0
    for page in pages:
        before = was.run(start, page.size)
        start += page.size
        if now.run(at, page.size) == before:
            kept.append(page)
            at += page.size
            continue
        stays = now.run(at, sum(key in new for key in before.keys))
        kept += _composed(stays)
        at += len(stays.keys)
    if kept and kept[-1].size < ROWS:
        at -= kept.pop().size
    return [*kept, *_composed(now.run(at, len(now.keys) - at))]


class _Rows(NamedTuple):
    """Rows that follow one another, with their keys."""

    keys: list[str]
    rows: list[Row]

    @staticmethod
    def of(table: Mapping[str, Row]) -> "_Rows":
        return _Rows(list(table), list(table.values()))

    def run(self, start: int, count: int) -> "_Rows":
        """So many of them."""
        return _Rows(self.keys[start : start + count], self.rows[start : start + count])


def _composed(rows: _Rows) -> Iterator[Page]:
    for start in range(0, len(rows.keys), ROWS):
        run = rows.run(start, ROWS)
        yield Page(lines_of(zip(*run, strict=True)), len(run.keys))


def _cut_table(text: bytes, at: int, count: int) -> tuple[Sequence[Page], int]:
    """The pages of so many rows that begin there, and where the last one ends."""
    pages, view = list[Page](), memoryview(text)
    while count:
        end = text.find(b",\n", at + CUT)
        lines = count if end < 0 else text.count(b"\n", at, end) + 1
        if lines >= count:
            end = _end_of_line(text, at, count)
            return [*pages, Page(view[at:end], count)], end
        pages.append(Page(view[at:end], lines))
        at, count = end + len(b",\n"), count - lines
    return pages, at


def _end_of_line(text: bytes, at: int, number: int) -> int:
    """Where the line of that number ends, counted from 1 at `at`; raises `ValueError`."""
    end = at - 1
    for _ in range(number):
        end = text.index(b"\n", end + 1)
    return end


def _after(text: bytes, at: int, expected: bytes) -> int:
    """Where what stands there ends; raises `ValueError` where that is something else."""
    if not text.startswith(expected, at):
        raise ValueError(f"no {expected!r} at {at}")
    return at + len(expected)
