"""Public holidays of a country and region, year by year.

The `holidays` library knows them all but takes a while to import, so those of France, our default,
are tabled beside this file (`make holidays` writes the table from the library).
"""

from datetime import date
from pathlib import Path

import msgspec

TABLED = "FR"
TABLE = Path(__file__).with_name("public_holidays_fr.json")


class PublicHolidays:
    """The public holidays of `country` (ISO 3166-1) and `region` (ISO 3166-2, may be empty).

    Raises `KeyError` from `of_year` for a country or region that nobody knows.
    """

    def __init__(self, country: str, region: str = "") -> None:
        self._country = country
        self._region = region
        self._years = _table() if (country, region) == (TABLED, "") else {}

    def of_year(self, year: int) -> frozenset[date]:
        """The holidays of one year."""
        if year not in self._years:
            self._years[year] = from_library(self._country, self._region, year)
        return self._years[year]


def from_library(country: str, region: str, year: int) -> frozenset[date]:
    """The holidays as the library computes them."""
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, subdiv=region or None, years=year))
    except NotImplementedError as error:
        raise KeyError(f"{country} {region}".strip()) from error


def _table() -> dict[int, frozenset[date]]:
    return msgspec.json.decode(TABLE.read_bytes(), type=dict[int, frozenset[date]])
