"""Correcting, snoozing and deleting quotes: deadlines, refs and leads follow (DESIGN: edit)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.changes.quotes import DeleteQuote, EditQuote, SnoozeQuote
from store.errors import InvalidValue, NotFound, Refused, TrackerError
from store.records.quote import Quote
from tests.builders import (
    QUOTE_ID,
    SENT_ON,
    a_contact,
    a_draft,
    a_lead,
    a_quote,
    a_snapshot,
    after,
    circumstances,
)

BY_DAYS = a_quote(validity_days=21, valid_until=date(2026, 3, 23))
BY_DAY = a_quote(valid_until=date(2026, 3, 23))


def edited(quote: Quote, **values: object) -> Quote:
    edit = EditQuote(quote_id=QUOTE_ID, values=values, lead_id=7)
    return after(a_snapshot(quote), edit).quotes[QUOTE_ID]


@pytest.mark.parametrize(
    ("quote", "values", "validity_days", "valid_until"),
    [
        (BY_DAYS, {"sent_on": date(2026, 3, 9)}, 21, date(2026, 3, 30)),
        (BY_DAY, {"sent_on": date(2026, 3, 9)}, None, date(2026, 3, 23)),
        (BY_DAYS, {"validity_days": 60}, 60, date(2026, 5, 1)),
        (BY_DAY, {"validity_days": 60}, 60, date(2026, 5, 1)),
        (BY_DAYS, {"valid_until": date(2026, 5, 28)}, None, date(2026, 5, 28)),
        (BY_DAY, {"valid_until": date(2026, 5, 28)}, None, date(2026, 5, 28)),
        (BY_DAYS, {"sent_on": date(2026, 3, 9), "validity_days": 7}, 7, date(2026, 3, 16)),
        (
            BY_DAYS,
            {"sent_on": date(2026, 3, 9), "valid_until": date(2026, 4, 1)},
            None,
            date(2026, 4, 1),
        ),
        (BY_DAYS, {"title": "Leaflet"}, 21, date(2026, 3, 23)),
        (a_quote(), {"title": "Leaflet"}, None, None),
        (a_draft(), {"validity_days": 60}, 60, None),
        (a_draft(), {"valid_until": date(2026, 5, 28)}, None, date(2026, 5, 28)),
        (a_draft(valid_until=date(2026, 5, 28)), {"validity_days": 60}, 60, None),
    ],
)
def test_the_deadline_follows_sending_and_validity_unless_a_day_was_given(
    quote: Quote,
    values: dict[str, object],
    validity_days: int | None,
    valid_until: date | None,
) -> None:
    after_it = edited(quote, **values)
    assert (after_it.validity_days, after_it.valid_until) == (validity_days, valid_until)


@pytest.mark.parametrize(
    ("quote", "values", "code"),
    [
        (BY_DAY, {"sent_on": date(2026, 3, 24)}, "deadline_before_sending"),
        (BY_DAYS, {"valid_until": date(2026, 3, 1)}, "deadline_before_sending"),
        (BY_DAYS, {"sent_on": date(2199, 12, 31)}, "deadline_out_of_bounds"),
        (BY_DAYS, {"sent_on": None}, "empty"),
        (BY_DAYS, {"ref": "D26-002"}, "ref_taken"),
    ],
)
def test_what_cannot_be_is_refused(quote: Quote, values: dict[str, object], code: str) -> None:
    snapshot = a_snapshot(quote, a_quote(id=11, ref="D26-002"))
    with pytest.raises(InvalidValue) as refused:
        after(snapshot, EditQuote(quote_id=QUOTE_ID, values=values))
    assert refused.value.code == code


def test_a_draft_is_sent_and_not_edited_into_it() -> None:
    with pytest.raises(Refused) as refused:
        edited(a_draft(), sent_on=SENT_ON)
    assert refused.value.code == "send_it_instead"


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)), st.integers(0, 3650))
def test_no_edit_leaves_a_deadline_before_sending_or_out_of_bounds(day: date, days: int) -> None:
    for values in ({"sent_on": day}, {"valid_until": day}, {"sent_on": day, "validity_days": days}):
        for quote in (BY_DAY, BY_DAYS):
            try:
                after_it = edited(quote, **values)
            except TrackerError:
                continue
            assert after_it.sent_on is not None
            assert after_it.valid_until is not None
            assert after_it.sent_on <= after_it.valid_until <= date(2199, 12, 31)


def test_a_quote_keeps_its_own_ref_in_another_case() -> None:
    assert edited(a_quote(ref="d26-001"), ref="D26-001").ref == "D26-001"


def test_only_what_was_given_changes() -> None:
    quote = a_quote(limit=2, urgent=True, notes="two prices", cadence="once")
    assert edited(quote, amount=Decimal("900.00"), limit=None) == a_quote(
        amount="900.00", urgent=True, notes="two prices", cadence="once"
    )


def test_another_lead_takes_the_quote_with_its_contacts() -> None:
    mine, elsewhere = a_contact(SENT_ON), a_contact(SENT_ON, quote_id=11)
    records = (a_lead(id=1), a_lead(id=2, name="Cabinet Rey"), a_quote(), a_quote(id=11))
    snapshot = a_snapshot(*records, mine, elsewhere)
    moved = after(snapshot, EditQuote(quote_id=QUOTE_ID, values={"lead": "cabinet rey"}))
    assert moved.quotes[QUOTE_ID].lead_id == 2
    assert moved.follow_ups[mine.id].lead_id == 2
    assert moved.follow_ups[elsewhere.id].lead_id == 1
    assert moved.dossiers[2].contacts == (moved.follow_ups[mine.id],)
    assert len(moved.leads) == 2


def test_a_lead_that_nobody_knows_is_added() -> None:
    edit = EditQuote(quote_id=QUOTE_ID, values={"lead": "Ville de Nay"}, lead_id=7)
    snapshot = after(a_snapshot(a_quote()), edit)
    assert snapshot.leads[7].name == "Ville de Nay"
    assert snapshot.quotes[QUOTE_ID].lead_id == 7


def test_an_edit_says_which_fields_it_was_about() -> None:
    command = EditQuote(quote_id=QUOTE_ID, values={"ref": "X1", "limit": 2})
    edit = command.apply(a_snapshot(a_quote()), circumstances(SENT_ON))
    assert (edit.code, edit.subject, edit.facts["fields"]) == ("edited", "X1", ("ref", "limit"))


@pytest.mark.parametrize("quote", [a_quote(), a_draft()])
def test_a_quote_is_snoozed_until_a_day_to_come(quote: Quote) -> None:
    snooze = SnoozeQuote(quote_id=QUOTE_ID, until=date(2026, 3, 3))
    assert after(a_snapshot(quote), snooze).quotes[QUOTE_ID].snoozed_until == date(2026, 3, 3)


@pytest.mark.parametrize("until", [SENT_ON, date(2026, 3, 1), date(1970, 1, 1)])
def test_a_snooze_until_today_or_earlier_is_refused(until: date) -> None:
    with pytest.raises(InvalidValue) as refused:
        after(a_snapshot(a_quote()), SnoozeQuote(quote_id=QUOTE_ID, until=until))
    assert refused.value.code == "not_after_today"


def test_deleting_a_quote_takes_its_contacts_and_no_others() -> None:
    mine, elsewhere = a_contact(SENT_ON), a_contact(SENT_ON, quote_id=11)
    snapshot = a_snapshot(a_quote(), a_quote(id=11), mine, elsewhere)
    remaining = after(snapshot, DeleteQuote(quote_id=QUOTE_ID))
    assert [*remaining.quotes] == [11]
    assert [*remaining.follow_ups] == [elsewhere.id]
    assert [*remaining.leads] == [1]


@pytest.mark.parametrize(
    "command",
    [
        EditQuote(quote_id=9, values={}),
        DeleteQuote(quote_id=9),
        SnoozeQuote(quote_id=9, until=date(2026, 4, 1)),
    ],
)
def test_a_quote_that_somebody_deleted_meanwhile_is_gone(command: Any) -> None:
    with pytest.raises(NotFound) as gone:
        after(a_snapshot(a_quote()), command)
    assert (gone.value.code, gone.value.exit_code) == ("quote_is_gone", 4)
