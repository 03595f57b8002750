"""What the forms about quotes propose and remark."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from store.changes.field_reading import Reading
from store.records.day_reading import read_day
from store.records.settings import Settings
from store.records.words import Status
from tests.builders import a_board, a_quote
from tui.forms.quote_forms import close_form, snooze_form
from tui.language import use_language


@pytest.fixture(params=["en", "fr"])
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each language, spoken until the test ends."""
    use_language(request.param)
    yield
    use_language("en")


@pytest.mark.usefixtures("_language")
@pytest.mark.parametrize("first", [date(2026, 4, 27), date(2026, 12, 10)])
def test_every_day_that_the_snooze_form_proposes_can_be_typed_and_lies_ahead(first: date) -> None:
    for today in (first + timedelta(days=days) for days in range(14)):
        standing = a_board(today, a_quote()).of_quote(a_quote())
        (field,) = snooze_form(standing, Reading(today, Settings())).fields
        proposed = re.split(", | or | ou ", field.hint)
        assert len(proposed) == 3
        for text in proposed:
            assert field.check(text)
        assert standing.rulebook.working_days.is_working(read_day("on", proposed[-1], today))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-03-01", ["Sun 1 Mar 2026 lies before the day of sending, Mon 2 Mar 2026"]),
        ("2026-03-02", []),
        ("soon", []),
    ],
)
def test_the_form_doubts_a_closing_before_the_sending(typed: str, said: list[str]) -> None:
    today = date(2026, 3, 20)
    quote = a_quote(sent_on=date(2026, 3, 2))
    standing = a_board(today, quote).of_quote(quote)
    form = close_form(standing, Status.LOST, Reading(today, Settings()))
    remarks = form.remarks({"on": typed, "reason": ""})
    assert [each.plain.partition(":")[0] for each in remarks] == said
