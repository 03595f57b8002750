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
    assert long_day(day) == format_date(day, "EEE d MMM y", locale="fr")
    assert short_day(day, day) == format_date(day, "d MMM", locale="fr")


@pytest.mark.parametrize("amount", ["0", "0.5", "12", "1234.5", "1200", "98765432.10"])
@pytest.mark.parametrize("currency", ["EUR", "CHF"])
def test_amounts(amount: str, currency: str) -> None:
    """Whole amounts stand without cents; blanks between digits are the plain no-break ones."""
    expected = format_currency(Decimal(amount), currency, locale="fr").replace(
        "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
    )
    assert amount_text(Decimal(amount), currency) == expected.replace(",00", "")
