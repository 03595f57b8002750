"""Leads silent for more than three years, as the CNIL's practice for prospects counts them."""

from datetime import date

import pytest

from store.records.edit import Record
from store.records.quote import Outcome
from store.records.words import Status
from store.rules.silence import last_heard_on, silent_leads
from tests.builders import a_contact, a_draft, a_quote, a_reply, a_snapshot

LAST = date(2023, 3, 2)


def silent(today: date, *records: Record) -> list[date]:
    return [day for _, day in silent_leads(a_snapshot(*records).dossiers.values(), today)]


@pytest.mark.parametrize(
    "records",
    [
        (a_quote(sent_on=LAST),),
        (a_draft(asked_on=LAST),),
        (a_quote(sent_on=date(2022, 1, 3)), a_contact(LAST)),
        (a_quote(sent_on=date(2022, 1, 3)), a_reply(LAST), a_contact(None)),
        (
            a_quote(
                sent_on=date(2022, 1, 3), status=Status.LOST, outcome=Outcome(on=LAST, reason="")
            ),
        ),
    ],
)
def test_three_years_after_the_last_contact_it_is_silent_the_day_after(
    records: tuple[Record, ...],
) -> None:
    assert silent(date(2026, 3, 2), *records) == []
    assert silent(date(2026, 3, 3), *records) == [LAST]


def test_the_29th_of_february_is_three_years_before_the_28th() -> None:
    quote = a_quote(sent_on=date(2024, 2, 29))
    assert silent(date(2027, 2, 28), quote) == []
    assert silent(date(2027, 3, 1), quote) == [date(2024, 2, 29)]


def test_of_what_no_day_is_known_nothing_is_said() -> None:
    assert silent(date(2199, 1, 1), a_draft(), a_contact(None)) == []


def test_what_lies_ahead_does_not_count() -> None:
    (dossier,) = a_snapshot(a_quote(sent_on=LAST), a_contact(date(2030, 1, 1))).dossiers.values()
    assert last_heard_on(dossier, date(2026, 3, 3)) == LAST
