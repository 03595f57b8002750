"""Days and amounts are written as Babel's tables (CLDR) write them in French."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_currency

from tui.language import use_language
from tui.wording.amounts import amount_text
from tui.wording.days import long_day, short_day

FIRST = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def french() -> object:
    use_language("fr")
    yield
    use_language("en")


@pytest.mark.parametrize("day", [FIRST + timedelta(days=29 * number) for number in range(13)])
def test_days(day: date) -> None:
    """The tables know no ordinal; French has one for the first day of a month."""
    number = "1er" if day.day == 1 else str(day.day)
    said = f"'{number}' MMM"
    assert long_day(day) == format_date(day, f"EEE {said} y", locale="fr")
    assert short_day(day, day) == format_date(day, said, locale="fr")


def test_the_first_of_a_month_is_an_ordinal_in_french_alone() -> None:
    day = date(2025, 12, 1)
    assert (long_day(day), short_day(day, FIRST)) == ("lun. 1er déc. 2025", "1er déc. 2025")
    use_language("en")
    assert (long_day(day), short_day(day, day)) == ("Mon 1 Dec 2025", "1 Dec")


@pytest.mark.parametrize("amount", ["0", "0.5", "12", "1234.5", "1200", "98765432.10"])
@pytest.mark.parametrize("currency", ["EUR", "CHF"])
def test_amounts(amount: str, currency: str) -> None:
    """Whole amounts stand without cents; blanks between digits are the plain no-break ones."""
    expected = format_currency(Decimal(amount), currency, locale="fr").replace(
        "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
    )
    assert amount_text(Decimal(amount), currency) == expected.replace(",00", "")
