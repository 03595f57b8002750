"""The follow-up log as Markdown, GitHub's flavour."""

from collections.abc import Iterator
from typing import Unpack

from store.exchange.log_page import NUMBERS, Part, Words, log_page
from store.exchange.markdown_text import heading, literal, table
from store.exchange.selection import Filters
from store.rules.board import Board


def markdown_text(board: Board, words: Words, **filters: Unpack[Filters]) -> str:
    """The page of `log_page`. No text of a record can start markup, a table's cell or HTML."""
    page = log_page(board, words, **filters)
    parts = [heading(1, page.title), f"{literal(page.about)}\n"]
    if page.empty:
        parts.append(f"{literal(page.empty)}\n")
    for part in page.parts:
        parts += _part(part, words)
    return "\n".join(parts)


def _part(part: Part, words: Words) -> Iterator[str]:
    yield heading(2, part.title)
    for columns, rows in part.tables:
        numbers = [code in NUMBERS for code in columns]
        yield table(map(words.heading, columns), rows, numbers)
    if part.totals:
        named = (
            f"{literal(words.heading(code))} {literal(number)}" for code, number in part.totals
        )
        yield f"**{' · '.join(named)}**\n"
