"""The filters of an export: which lines of the log they leave."""

from datetime import date

import pytest

from store.exchange.log import follow_up_log
from store.exchange.selection import Filters
from store.records.quote import Outcome
from store.records.words import Status
from store.rules.views import View
from tests.builders import a_board, a_contact, a_lead, a_quote

TODAY = date(2026, 4, 30)
OTHER_LEAD, OTHER_QUOTE = 2, 20


def march(day: int) -> date:
    return date(2026, 3, day)


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ({}, [None, 4, 9, 12]),
        ({"lead": "THEATRE  de l'o"}, [None, 9]),
        ({"lead": "nobody"}, []),
        ({"since": march(9)}, [9, 12]),
        ({"until": march(9)}, [None, 4, 9]),
        ({"since": march(5), "until": march(9)}, [9]),
        ({"view": View.CLOSED}, [4, 12]),
        ({"view": View.PENDING, "lead": "Lumen"}, []),
    ],
)
def test_filters_choose_lines(filters: Filters, days: list[int | None]) -> None:
    theatre = a_lead(id=OTHER_LEAD, name="Théâtre de l’Œil")
    lost = a_quote(status=Status.LOST, outcome=Outcome(on=march(20)))
    pending = a_quote(id=OTHER_QUOTE, ref="D26-002", lead_id=OTHER_LEAD)
    theirs = {"lead_id": OTHER_LEAD, "quote_id": OTHER_QUOTE}
    contacts = [
        a_contact(None, **theirs),
        a_contact(march(4)),
        a_contact(march(9), **theirs),
        a_contact(march(12)),
    ]
    log = follow_up_log(a_board(TODAY, a_lead(), theatre, lost, pending, *contacts), **filters)
    assert [line.date and line.date.day for line in log] == days


def test_filters_leave_the_counts_as_they_are() -> None:
    contacts = [a_contact(march(4)), a_contact(march(9)), a_contact(march(12))]
    log = follow_up_log(a_board(TODAY, a_quote(), *contacts), since=march(10))
    assert [line.count for line in log] == [3]
