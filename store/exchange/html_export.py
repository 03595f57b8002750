"""The follow-up log as one HTML file that prints well and needs nothing from elsewhere."""

from collections.abc import Iterator
from typing import Unpack

from store.exchange.html_text import element, literal, row
from store.exchange.log_page import NUMBERS, Heading, LogPage, Part, Table, Words, log_page
from store.exchange.selection import Filters
from store.rules.board import Board

_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h1 + p { margin: .25rem 0 0; opacity: .75; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9rem; }
th, td { border: 1px solid #8886; padding: .25rem .5rem; text-align: start; vertical-align: top; }
th { background: #8882; }
td { white-space: pre-line; overflow-wrap: break-word; }
.short, .number { white-space: nowrap; }
.long { min-width: 10rem; }
h2, td { unicode-bidi: plaintext; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.totals { font-weight: 600; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 9.5pt; max-width: none; margin: 0; padding: 0; }
  thead { display: table-header-group; }
  tr, .totals { break-inside: avoid; }
  h2 { break-after: avoid; }
  th { background: none; border-bottom-width: 2px; }
}
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may fetch or run for the page: nothing, whatever a record holds."""


def html_text(board: Board, words: Words, **filters: Unpack[Filters]) -> str:
    """The page of `log_page`. No text of a record can start markup or a script."""
    page = log_page(board, words, **filters)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{literal(words.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width">',
            element("title", literal(page.title)),
            element("style", _STYLE),
            "</head>",
            "<body>",
            *_body(page, words),
            "</body>",
            "</html>",
            "",
        )
    )


def _body(page: LogPage, words: Words) -> Iterator[str]:
    yield element("h1", literal(page.title))
    yield element("p", literal(page.about))
    if page.empty:
        yield element("p", literal(page.empty))
    for part in page.parts:
        yield "\n".join(("<section>", *_part(part, words), "</section>"))


def _part(part: Part, words: Words) -> Iterator[str]:
    yield element("h2", literal(part.title))
    for table in part.tables:
        yield _table(table, words)
    if part.totals:
        named = (
            f"{literal(words.heading(code))} {literal(number)}" for code, number in part.totals
        )
        yield element("p", " · ".join(named), "totals")


def _table(table: Table, words: Words) -> str:
    styles = [*map(_style, table.columns)]
    head = row("th", map(words.heading, table.columns), styles)
    rows = "\n".join(row("td", cells, styles) for cells in table.rows)
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _style(column: Heading) -> str:
    """Numbers stand on the right; only what may be long is broken into lines."""
    if column in NUMBERS:
        return "number"
    return "long" if column in ("title", "note", "lead", "referred_to") else "short"
