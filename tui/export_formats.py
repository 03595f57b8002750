"""The formats of exports by name, for the command line and the app."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Unpack

from store.exchange.selection import Filters
from store.rules.board import Board


def _csv(board: Board, **filters: Unpack[Filters]) -> str:
    from store.exchange.csv_export import csv_text
    from store.exchange.log import follow_up_log

    return csv_text(follow_up_log(board, **filters))


def excel(board: Board, **filters: Unpack[Filters]) -> str:
    """The log as CSV for an Excel with French settings."""
    from store.exchange.csv_export import excel_csv_text
    from store.exchange.log import follow_up_log

    return excel_csv_text(follow_up_log(board, **filters))


def _json(board: Board, **filters: Unpack[Filters]) -> str:
    from store.exchange.json_export import json_text

    return json_text(board, **filters)


def _markdown(board: Board, **filters: Unpack[Filters]) -> str:
    from store.exchange.markdown_export import markdown_text
    from tui.wording.export_words import ExportWords

    return markdown_text(board, ExportWords(), **filters)


def _html(board: Board, **filters: Unpack[Filters]) -> str:
    from store.exchange.html_export import html_text
    from tui.wording.export_words import ExportWords

    return html_text(board, ExportWords(), **filters)


def _ics(board: Board, **filters: Unpack[Filters]) -> str:
    from store.exchange.ics_export import ics_text
    from tui.wording.calendar_words import CalendarWords

    return ics_text(board, CalendarWords(), **filters)


FORMATS: Mapping[str, Callable[..., str]] = {
    "csv": _csv,
    "json": _json,
    "md": _markdown,
    "html": _html,
    "ics": _ics,
}
"""What can be exported, by the name of the format, which is also the ending of a file's name."""


EXCEL = "excel"
"""What the app calls csv for a French Excel, beside the formats."""


def writer_of(name: str) -> Callable[..., str]:
    """What writes the format, or csv for a French Excel."""
    return excel if name == EXCEL else FORMATS[name]


def ending_of(name: str) -> str:
    """The ending of the format's files, without a dot."""
    return "csv" if name == EXCEL else name


def format_of(file: str | None) -> str:
    """The format that the ending of the file's name asks for; CSV where it asks for none."""
    ending = Path(file or "").suffix.lstrip(".").lower()
    ending = "html" if ending == "htm" else ending
    return ending if ending in FORMATS else "csv"
