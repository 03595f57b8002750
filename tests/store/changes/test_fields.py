"""How the text for a field is read (DESIGN: edit, lead, amend; FAULTS 21 and 22)."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.changes.field_reading import Reader, Reading, read_values
from store.changes.fields import CONTACT_FIELDS, LEAD_FIELDS, QUOTE_FIELDS
from store.errors import InvalidValue
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.words import CallOutcome, Channel, Direction, Kind

Readers = Mapping[str, Reader]

READING = Reading(date(2026, 3, 20), Settings())
ALL_FIELDS = [
    (readers, name) for readers in (QUOTE_FIELDS, LEAD_FIELDS, CONTACT_FIELDS) for name in readers
]


def of_quote(**typed: str) -> dict[str, object]:
    return read_values(QUOTE_FIELDS, typed, READING)


def of_lead(**typed: str) -> dict[str, object]:
    return read_values(LEAD_FIELDS, typed, READING)


def of_contact(**typed: str) -> dict[str, object]:
    return read_values(CONTACT_FIELDS, typed, READING)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ({"title": " Refonte\tdu site "}, {"title": "Refonte du site"}),
        ({"amount": "1 200,50"}, {"amount": Decimal("1200.50")}),
        ({"amount": "1 200 CHF"}, {"amount": Decimal("1200.00"), "currency": "CHF"}),
        ({"currency": "eur"}, {"currency": "EUR"}),
        ({"ref": " X-1 "}, {"ref": "X-1"}),
        ({"lead": "Ville de Nay"}, {"lead": "Ville de Nay"}),
        ({"sent_on": "02/03/2026"}, {"sent_on": date(2026, 3, 2)}),
        ({"snoozed_until": "+3d"}, {"snoozed_until": date(2026, 3, 23)}),
        ({"deadline": "5 mai"}, {"valid_until": date(2026, 5, 5)}),
        ({"valid_until": "demain"}, {"valid_until": date(2026, 3, 21)}),
        ({"validity_days": "60"}, {"validity_days": 60}),
        ({"limit": "0"}, {"limit": 0}),
        ({"cadence": "patient"}, {"cadence": "patient"}),
        ({"notes": "one\n\ntwo\n"}, {"notes": "one\n\ntwo"}),
        ({"limit": "2", "urgent": "yes"}, {"limit": 2, "urgent": True}),
    ],
)
def test_a_quotes_fields_are_read(typed: dict[str, str], values: dict[str, object]) -> None:
    assert of_quote(**typed) == values


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ({"name": "Ville de  Nay"}, {"name": "Ville de Nay"}),
        ({"regular": "oui"}, {"regular": True}),
        ({"tags": "seo, print"}, {"tags": ("seo", "print")}),
        ({"flags": "rushes,price_only"}, {"flags": ("rushes", "price_only")}),
    ],
)
def test_a_leads_fields_are_read(typed: dict[str, str], values: dict[str, object]) -> None:
    assert of_lead(**typed) == values


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ({"on": "2026-03-04"}, {"on": date(2026, 3, 4)}),
        ({"on": "2026-03-04 10:00"}, {"on": date(2026, 3, 4), "time": time(10)}),
        ({"on": ""}, {"on": None, "time": None}),
        ({"time": "9h05"}, {"time": time(9, 5)}),
        ({"time": ""}, {"time": None}),
        ({"kind": "Follow-up"}, {"kind": Kind.FOLLOW_UP}),
        ({"kind": "change request"}, {"kind": Kind.CHANGE_REQUEST}),
        ({"direction": "IN"}, {"direction": Direction.IN}),
        ({"channel": "sms"}, {"channel": Channel.SMS}),
        ({"outcome": "no-answer"}, {"outcome": CallOutcome.NO_ANSWER}),
        ({"outcome": ""}, {"outcome": None}),
        ({"minutes": "60"}, {"minutes": 60}),
        ({"answer_needed": "non"}, {"answer_needed": False}),
    ],
)
def test_a_contacts_fields_are_read(typed: dict[str, str], values: dict[str, object]) -> None:
    assert of_contact(**typed) == values


@pytest.mark.parametrize("typed", ["yes", "Y", "TRUE", "1", "on", "oui", "o", "vrai", " Oui "])
def test_yes_is_understood_in_both_languages(typed: str) -> None:
    assert of_quote(urgent=typed) == {"urgent": True}


@pytest.mark.parametrize("typed", ["no", "N", "False", "0", "off", "non", "faux", ""])
def test_no_is_understood_in_both_languages(typed: str) -> None:
    assert of_quote(urgent=typed) == {"urgent": False}


@pytest.mark.parametrize(
    "field",
    [
        "asked_on",
        "send_by",
        "sent_on",
        "valid_until",
        "snoozed_until",
        "decision_expected",
        "validity_days",
        "limit",
    ],
)
def test_an_empty_text_clears_what_may_be_missing(field: str) -> None:
    assert of_quote(**{field: " "}) == {field: None}


@pytest.mark.parametrize("field", ["cadence", "notes"])
def test_an_empty_text_clears_a_text(field: str) -> None:
    assert of_quote(**{field: ""}) == {field: ""}


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("amount", "1,234", "not_an_amount"),
        ("amount", "NaN", "not_an_amount"),
        ("amount", "-1", "not_an_amount"),
        ("amount", "", "not_an_amount"),
        ("amount", "9" * 20, "amount_too_large"),
        ("currency", "", "not_a_currency"),
        ("sent_on", "31/02/2026", "no_such_day"),
        ("sent_on", "5", "not_a_day"),
        ("deadline", "9999-12-31", "day_out_of_bounds"),
        ("validity_days", "3651", "not_a_number"),
        ("validity_days", "-1", "not_a_number"),
        ("limit", "100", "not_a_number"),
        ("limit", "3.5", "not_a_number"),
        ("limit", "٣", "not_a_number"),
        ("limit", "9" * 5000, "not_a_number"),
        ("urgent", "maybe", "not_yes_or_no"),
        ("cadence", "weekly", "not_one_of"),
        ("title", " ", "empty"),
        ("lead", "", "empty"),
        ("title", "x" * 1_000_000, "too_long"),
        ("notes", "a\0b", "nul"),
        ("title", "\ud800", "surrogate"),
        ("ref", "two words", "not_a_ref"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_names_field_and_value(
    field: str, typed: str, code: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        of_quote(**{field: typed})
    assert refused.value.code == code
    assert refused.value.field == field
    assert refused.value.value.strip()[:100] == typed.strip()[:100]
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("field", "typed", "known"),
    [
        ("kind", "call", tuple(Kind)),
        ("channel", "fax", tuple(Channel)),
        ("outcome", "busy", tuple(CallOutcome)),
        ("kind", "", tuple(Kind)),
    ],
)
def test_a_word_that_is_none_of_the_codes_lists_them(
    field: str, typed: str, known: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidValue) as refused:
        of_contact(**{field: typed})
    assert refused.value.code == "not_one_of"
    assert refused.value.facts["known"] == known


def test_cadences_of_ones_own_are_known() -> None:
    with pytest.raises(InvalidValue) as refused:
        of_quote(cadence="weekly")
    assert refused.value.facts["known"] == ("standard", "once", "patient")


@pytest.mark.parametrize("readers", [QUOTE_FIELDS, LEAD_FIELDS, CONTACT_FIELDS])
def test_a_field_that_nobody_knows_lists_those_there_are(readers: Readers) -> None:
    for name in ("colour", "id", "changed", "seq", "status", "Title", ""):
        with pytest.raises(InvalidValue) as refused:
            read_values(readers, {name: "1"}, READING)
        assert (refused.value.code, refused.value.field) == ("unknown_field", name)
        assert refused.value.facts["known"] == tuple(readers)


def test_every_field_that_can_be_set_is_a_field_of_its_record() -> None:
    for readers, kind in ((QUOTE_FIELDS, Quote), (LEAD_FIELDS, Lead), (CONTACT_FIELDS, FollowUp)):
        by_another_name = {Quote: {"lead", "deadline"}, FollowUp: {"at"}}
        assert set(readers) - by_another_name.get(kind, set()) <= set(kind.__struct_fields__)


@given(st.sampled_from(ALL_FIELDS), st.text())
def test_no_text_makes_a_reader_fail_in_another_way(field: tuple[Readers, str], typed: str) -> None:
    readers, name = field
    try:
        values = read_values(readers, {name: typed}, READING)
    except InvalidValue:
        return
    assert values
