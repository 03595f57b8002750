"""Writes the tables of the README anew: `make tables`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tui.advice_table import advice_table
from tui.key_table import key_table

README = Path(__file__).parent.parent / "README.md"

TABLES: Mapping[str, Callable[[], str]] = {"keys": key_table, "advice": advice_table}
"""The tables, by the name in the comments around them."""


def with_tables(text: str) -> str:
    """The text of the README with its tables as they should be."""
    for name, table in TABLES.items():
        before, start, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        assert (start and end) != "", f"the README has no place for the table of {name}"
        text = f"{before}{start}{table()}\n{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
