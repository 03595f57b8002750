"""Public holidays: the table of France equals the library, other places come from it."""

from datetime import date
from importlib import resources

import pytest

from store.records.settings import Settings
from store.rules.holiday_table import YEARS, table_text
from store.rules.public_holidays import PublicHolidays, from_library
from store.rules.rulebook import Rulebook
from tests.builders import a_quote, standing_on

GOOD_FRIDAY, WHIT_MONDAY = date(2026, 4, 3), date(2026, 5, 25)


@pytest.mark.parametrize("year", YEARS)
def test_the_table_equals_the_library(year: int) -> None:
    france = PublicHolidays("FR")
    assert france.of_year(year) == from_library("FR", "", year)
    assert len(france.of_year(year)) >= 10


def test_the_table_is_the_one_that_make_holidays_writes() -> None:
    kept = resources.files("store.rules").joinpath("public_holidays_fr.json")
    assert kept.read_text(encoding="utf-8") == table_text()


def test_france_rests_on_whit_monday_and_not_on_good_friday() -> None:
    days = PublicHolidays("FR").of_year(2026)
    assert WHIT_MONDAY in days
    assert GOOD_FRIDAY not in days


@pytest.mark.parametrize("year", [1970, 2014, 2051])
def test_years_outside_the_table_come_from_the_library(year: int) -> None:
    assert date(year, 7, 14) in PublicHolidays("FR").of_year(year)


@pytest.mark.parametrize(
    ("country", "region", "day", "in_france"),
    [
        ("FR", "57", GOOD_FRIDAY, False),
        ("FR", "6AE", date(2026, 12, 26), False),
        ("DE", "BY", date(2026, 6, 4), False),
        ("DE", "BY", WHIT_MONDAY, True),
        ("BE", "", date(2026, 7, 21), False),
        ("CH", "GE", date(2026, 9, 10), False),
    ],
)
def test_other_regions_and_countries_have_their_own(
    country: str, region: str, day: date, in_france: bool
) -> None:
    assert day in PublicHolidays(country, region).of_year(2026)
    assert (day in PublicHolidays("FR").of_year(2026)) == in_france


@pytest.mark.parametrize(("country", "region"), [("XX", ""), ("FR", "ZZ"), ("fr", "")])
def test_a_place_that_nobody_knows_is_an_error_that_names_it(country: str, region: str) -> None:
    with pytest.raises(KeyError, match=f"{country} {region}".strip()):
        PublicHolidays(country, region).of_year(2026)


def test_the_settings_say_whose_holidays_move_a_step() -> None:
    quote = a_quote(sent_on=date(2026, 5, 7), valid_until=date(2026, 5, 28))
    for country, step in {"FR": date(2026, 5, 22), "IT": WHIT_MONDAY}.items():
        settings = Settings(country=country)
        assert standing_on(date(2026, 5, 7), quote, settings=settings).steps[-1] == step


def test_the_settings_say_which_days_are_the_weekend() -> None:
    friday_and_saturday = Rulebook.of(Settings(country="EG", weekend=(4, 5))).working_days
    assert friday_and_saturday.is_working(date(2026, 3, 8))
    assert not friday_and_saturday.is_working(date(2026, 3, 6))
