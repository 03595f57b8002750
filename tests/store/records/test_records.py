"""What no record can hold, and how records come from and go to JSON (FAULTS 21 and 22)."""

import json
from datetime import date
from typing import Any

import msgspec
import pytest

from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.words import Direction, Kind, Status
from tests.builders import a_contact, a_lead, a_quote

LEAD: dict[str, Any] = {"name": "Atelier Lumen"}
QUOTE: dict[str, Any] = {"lead_id": 1, "amount": "1200.00"}
CONTACT: dict[str, Any] = {"lead_id": 1, "quote_id": 10}
HUGE = int("9" * 25)


def decoded(kind: type[Lead | Quote | FollowUp], fields: dict[str, Any]) -> Lead | Quote | FollowUp:
    return msgspec.json.decode(json.dumps(fields), type=kind)


@pytest.mark.parametrize(
    "amount", ["NaN", "sNaN", "Infinity", "-1", "1e999", "1E+30", str(2**64), "1.005", "", "12 €"]
)
def test_a_quote_takes_no_amount_that_money_cannot_have(amount: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        decoded(Quote, QUOTE | {"amount": amount})


@pytest.mark.parametrize("amount", [1200, 1200.0, 1200.5, "1200.50", "1200"])
def test_a_quote_takes_a_number_or_a_text_as_an_exact_amount(amount: object) -> None:
    quote = decoded(Quote, QUOTE | {"amount": amount})
    assert isinstance(quote, Quote)
    assert str(quote.amount) in ("1200.00", "1200.50")


@pytest.mark.parametrize(
    "field",
    ["asked_on", "send_by", "sent_on", "valid_until", "snoozed_until", "decision_expected"],
)
@pytest.mark.parametrize(
    "day",
    [
        "0000-01-01",
        "0001-01-01",
        "1969-12-31",
        "2200-01-01",
        "9999-12-31",
        "2026-02-29",
        "2026-02-31",
        "02/03/2026",
        "2026-03-02T10:00:00",
        20260302,
    ],
)
def test_a_quote_takes_no_day_that_cannot_be(field: str, day: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        decoded(Quote, QUOTE | {field: day})


@pytest.mark.parametrize("day", ["1969-12-31", "2200-01-01", "0001-01-01", "9999-12-31"])
def test_no_other_record_takes_a_day_out_of_bounds(day: str) -> None:
    for kind, fields in (
        (FollowUp, CONTACT | {"on": day}),
        (Quote, QUOTE | {"status": "won", "outcome": {"on": day}}),
        (Lead, LEAD | {"contacts": [{"name": "Ana", "left_on": day}]}),
    ):
        with pytest.raises(msgspec.ValidationError):
            decoded(kind, fields)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Quote, QUOTE | {"status": "expired"}),
        (Quote, QUOTE | {"status": "pending"}),
        (Quote, QUOTE | {"status": "SENT"}),
        (Quote, QUOTE | {"status": None}),
        (Quote, QUOTE | {"validity_days": -1}),
        (Quote, QUOTE | {"validity_days": 3651}),
        (Quote, QUOTE | {"limit": -1}),
        (Quote, QUOTE | {"limit": 100}),
        (Quote, QUOTE | {"limit": 1.5}),
        (Quote, QUOTE | {"urgent": "yes"}),
        (Quote, {"amount": "1200"}),
        (FollowUp, CONTACT | {"kind": "call"}),
        (FollowUp, CONTACT | {"direction": "both"}),
        (FollowUp, CONTACT | {"channel": "fax"}),
        (FollowUp, CONTACT | {"outcome": "busy"}),
        (FollowUp, CONTACT | {"minutes": -1}),
        (FollowUp, CONTACT | {"minutes": 1441}),
        (FollowUp, CONTACT | {"time": "25:00:00"}),
        (FollowUp, CONTACT | {"time": "10:00:00Z"}),
        (FollowUp, CONTACT | {"time": "10:00:00+02:00"}),
        (FollowUp, {"lead_id": 1}),
        (Lead, {}),
        (Lead, {"name": None}),
        (Lead, LEAD | {"contacts": [{"email": "ana@x.example"}]}),
        (Lead, LEAD | {"seq": HUGE}),
        (Lead, LEAD | {"changed": {"revision": HUGE}}),
        (Quote, QUOTE | {"lead_id": HUGE}),
        (FollowUp, CONTACT | {"quote_id": -1}),
    ],
)
def test_a_record_takes_nothing_that_no_rule_could_reckon_with(
    kind: type[Lead | Quote | FollowUp], fields: dict[str, Any]
) -> None:
    with pytest.raises(msgspec.ValidationError):
        decoded(kind, fields)


@pytest.mark.parametrize("record", [a_lead(), a_quote(), a_contact(date(2028, 2, 29))])
def test_a_record_is_the_same_after_a_journey_through_json(record: Lead | Quote | FollowUp) -> None:
    assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record


@pytest.mark.parametrize("record", [a_lead(), a_quote(), a_contact()])
def test_a_record_is_never_edited_in_place(record: Lead | Quote | FollowUp) -> None:
    for field in record.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(record, field, 2)


def test_a_quote_is_pending_while_it_is_sent_and_not_closed() -> None:
    assert [status for status in Status if a_quote(status=status).is_pending] == [Status.SENT]
    assert [status for status in Status if status.is_open] == [Status.DRAFT, Status.SENT]


@pytest.mark.parametrize(
    ("kind", "direction"),
    [
        (Kind.FOLLOW_UP, Direction.OUT),
        (Kind.REPLY, Direction.IN),
        (Kind.ANSWER, Direction.OUT),
        (Kind.MEETING, Direction.OUT),
        (Kind.CHANGE_REQUEST, Direction.IN),
    ],
)
def test_what_a_contact_was_says_who_made_it(kind: Kind, direction: Direction) -> None:
    assert kind.direction is direction
