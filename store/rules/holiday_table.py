"""Writes the table of French public holidays from the library: `make holidays`."""

import msgspec

from store.rules.public_holidays import TABLE, TABLED, from_library

YEARS = range(2015, 2051)


def table_text() -> str:
    """The table as JSON, one year a line."""
    years = {str(year): sorted(from_library(TABLED, "", year)) for year in YEARS}
    lines = (f'"{year}":{msgspec.json.encode(days).decode()}' for year, days in years.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    TABLE.write_text(table_text(), encoding="utf-8")
