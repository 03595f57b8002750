"""Adding quotes and sending drafts: leads, refs and deadlines (DESIGN: add, send; A1, A3)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from store.changes.quotes import AddQuote, SendQuote
from store.errors import InvalidValue, NotFound, Refused, TrackerError
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Status
from tests.builders import (
    QUOTE_ID,
    SENT_ON,
    a_draft,
    a_lead,
    a_quote,
    a_snapshot,
    after,
    circumstances,
)


def an_addition(**fields: Any) -> AddQuote:
    """A quote to a lead that nobody knows yet."""
    given: dict[str, Any] = {"lead": "Cabinet Rey", "title": "Leaflet", "amount": Decimal("650.00")}
    return AddQuote(**(given | {"quote_id": 20, "lead_id": 2} | fields))


def added(snapshot: Snapshot | None = None, today: date = SENT_ON, **fields: Any) -> Quote:
    return after(snapshot or Snapshot(), an_addition(**fields), today=today).quotes[20]


def test_a_lead_that_nobody_knows_is_added_with_the_quote() -> None:
    snapshot = after(Snapshot(), an_addition())
    assert [lead.name for lead in snapshot.leads.values()] == ["Cabinet Rey"]
    assert snapshot.quotes[20].lead_id == 2
    assert snapshot.quotes[20].status is Status.DRAFT


@pytest.mark.parametrize(
    "name", ["Atelier Lumen", "atelier lumen", "ATELIER  LUMEN", "Atélier Lumen"]
)
def test_a_lead_is_known_without_regard_to_case_and_accents(name: str) -> None:
    snapshot = after(a_snapshot(a_lead(id=1)), an_addition(lead=name))
    assert [*snapshot.leads] == [1]
    assert snapshot.quotes[20].lead_id == 1


def test_a_part_of_a_name_is_another_lead() -> None:
    snapshot = after(a_snapshot(a_lead(id=1)), an_addition(lead="Lumen"))
    assert {lead.name for lead in snapshot.leads.values()} == {"Atelier Lumen", "Lumen"}


def test_two_leads_with_the_name_are_not_guessed_between() -> None:
    two = a_snapshot(a_lead(id=1, name="Nay"), a_lead(id=3, name="nay"))
    with pytest.raises(TrackerError) as ambiguous:
        added(two, lead="Nay")
    assert ambiguous.value.code == "two_leads_with_name"


def test_what_is_not_said_comes_from_the_settings() -> None:
    settings = Settings(currency="CHF", validity_days=30)
    edit = an_addition(sent_on=SENT_ON).apply(Snapshot(), circumstances(SENT_ON, settings))
    quote = Snapshot().after(edit).quotes[20]
    assert (quote.currency, quote.valid_until) == ("CHF", date(2026, 4, 1))


@pytest.mark.parametrize(
    ("fields", "validity_days", "valid_until"),
    [
        ({}, 21, date(2026, 3, 23)),
        ({"validity_days": 60}, 60, date(2026, 5, 1)),
        ({"validity_days": 0}, 0, SENT_ON),
        ({"valid_until": date(2026, 5, 28)}, None, date(2026, 5, 28)),
        ({"valid_until": SENT_ON}, None, SENT_ON),
    ],
)
def test_a_sent_quote_gets_its_deadline(
    fields: dict[str, Any], validity_days: int | None, valid_until: date
) -> None:
    quote = added(sent_on=SENT_ON, **fields)
    assert (quote.status, quote.sent_on) == (Status.SENT, SENT_ON)
    assert (quote.validity_days, quote.valid_until) == (validity_days, valid_until)


def test_a_draft_keeps_its_validity_for_the_day_of_sending() -> None:
    snapshot = after(Snapshot(), an_addition(validity_days=60))
    assert snapshot.quotes[20].valid_until is None
    sent = after(snapshot, SendQuote(quote_id=20, on=SENT_ON)).quotes[20]
    assert sent.valid_until == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"sent_on": SENT_ON, "valid_until": date(2026, 3, 1)}, "deadline_before_sending"),
        ({"sent_on": date(2199, 12, 31)}, "deadline_out_of_bounds"),
        ({"sent_on": date(2190, 2, 1), "validity_days": 3650}, "deadline_out_of_bounds"),
    ],
)
def test_a_deadline_that_cannot_be_is_refused(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        added(**fields)
    assert refused.value.code == code


def test_the_last_day_there_is_can_be_a_deadline() -> None:
    assert added(sent_on=date(2199, 12, 10)).valid_until == date(2199, 12, 31)


@pytest.mark.parametrize(
    ("refs", "today", "given"),
    [
        ([], date(2026, 3, 2), "D26-001"),
        (["D26-001"], date(2026, 3, 2), "D26-002"),
        (["D26-013", "D26-002"], date(2026, 3, 2), "D26-014"),
        (["d26-7"], date(2026, 3, 2), "D26-008"),
        (["D26-999"], date(2026, 12, 31), "D26-1000"),
        (["D26-014"], date(2027, 1, 1), "D27-001"),
        (["D25-014", "X26-099", "D26-", "D26-12b", "2026/7"], date(2026, 3, 2), "D26-001"),
        (["D26-" + "9" * 5000], date(2026, 3, 2), "D26-001"),
    ],
)
def test_a_ref_is_the_year_and_the_next_running_number(
    refs: list[str], today: date, given: str
) -> None:
    quotes = [a_quote(id=100 + number, ref=ref) for number, ref in enumerate(refs)]
    assert added(a_snapshot(*quotes), today).ref == given


def test_a_ref_of_ones_own_is_kept_where_nobody_has_it() -> None:
    assert added(ref="2026/7").ref == "2026/7"


@pytest.mark.parametrize("ref", ["D26-001", "d26-001"])
def test_a_ref_that_is_taken_is_refused(ref: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        added(a_snapshot(a_quote(ref="D26-001")), ref=ref)
    assert (refused.value.code, refused.value.exit_code) == ("ref_taken", 2)


def test_sending_a_draft_says_when() -> None:
    snapshot = after(a_snapshot(a_draft()), SendQuote(quote_id=QUOTE_ID, on=SENT_ON))
    quote = snapshot.quotes[QUOTE_ID]
    assert (quote.status, quote.sent_on) == (Status.SENT, SENT_ON)
    assert (quote.validity_days, quote.valid_until) == (21, date(2026, 3, 23))


def test_sending_a_draft_keeps_a_deadline_that_was_given_as_a_day() -> None:
    draft = a_draft(valid_until=date(2026, 5, 28))
    sent = after(a_snapshot(draft), SendQuote(quote_id=QUOTE_ID, on=SENT_ON)).quotes[QUOTE_ID]
    assert (sent.validity_days, sent.valid_until) == (None, date(2026, 5, 28))


def test_a_draft_is_not_sent_after_its_own_deadline() -> None:
    draft = a_draft(valid_until=date(2026, 3, 1))
    with pytest.raises(InvalidValue) as refused:
        after(a_snapshot(draft), SendQuote(quote_id=QUOTE_ID, on=SENT_ON))
    assert refused.value.code == "deadline_before_sending"


def test_only_a_draft_can_be_sent() -> None:
    with pytest.raises(Refused) as refused:
        after(a_snapshot(a_quote()), SendQuote(quote_id=QUOTE_ID, on=SENT_ON))
    assert refused.value.code == "not_a_draft"


def test_a_quote_that_somebody_deleted_meanwhile_is_gone() -> None:
    with pytest.raises(NotFound) as gone:
        after(Snapshot(), SendQuote(quote_id=99, on=SENT_ON))
    assert (gone.value.code, gone.value.exit_code) == ("quote_is_gone", 4)
