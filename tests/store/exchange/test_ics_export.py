"""The calendar: which events it has, on which days, and that a later export updates them."""

from datetime import date, datetime
from typing import Any, Unpack

import pytest
from icalendar import Calendar

from store.exchange.ics_export import Event, ics_text
from store.exchange.selection import Filters
from store.records.stamp import Stamp
from store.records.words import Status
from store.rules.board import Board
from store.rules.views import View
from tests.builders import a_board, a_contact, a_draft, a_lead, a_quote, a_reply

TODAY = date(2026, 3, 3)
FOLLOW_UP, DEADLINE = "follow-up-10@relance", "deadline-10@relance"
CALL = "call-10@relance"


class PlainWords:
    """Facts as they are."""

    def summary(self, event: Event) -> str:
        return f"{event.kind} {event.standing.lead.name}"

    def description(self, event: Event) -> str:
        return event.standing.quote.ref


def events(board: Board, **filters: Unpack[Filters]) -> dict[str, Any]:
    """The events that icalendar reads, by UID."""
    calendar = Calendar.from_ical(ics_text(board, PlainWords(), **filters))
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def days(board: Board, **filters: Unpack[Filters]) -> dict[str, date]:
    return {uid: event.decoded("dtstart") for uid, event in events(board, **filters).items()}


def test_a_pending_quote_has_its_next_follow_up_and_its_last_valid_day() -> None:
    assert days(a_board(TODAY, a_quote())) == {
        FOLLOW_UP: date(2026, 3, 4),
        DEADLINE: date(2026, 3, 23),
    }


def test_an_event_takes_one_whole_day_and_leaves_its_owner_free() -> None:
    event = events(a_board(TODAY, a_quote()))[DEADLINE]
    assert event.decoded("dtend") == date(2026, 3, 24)
    assert event["transp"] == "TRANSPARENT"
    assert (event["summary"], event["description"]) == ("deadline Atelier Lumen", "D26-001")


@pytest.mark.parametrize("quote", [a_quote, a_draft])
def test_an_agreed_call_takes_half_an_hour_of_local_time(quote: Any) -> None:
    board = a_board(TODAY, quote(call_at=datetime(2026, 3, 5, 14, 30)))
    call = events(board)[CALL]
    assert call["dtstart"].to_ical() == b"20260305T143000", "no zone, no Z"
    assert call["dtend"].to_ical() == b"20260305T150000"
    assert call["transp"] == "OPAQUE"


def test_a_closed_quote_has_no_call() -> None:
    board = a_board(TODAY, a_quote(status=Status.WON, call_at=datetime(2026, 3, 5, 14, 30)))
    assert events(board) == {}


def test_a_call_that_is_moved_keeps_its_uid_and_raises_its_sequence() -> None:
    first = a_board(TODAY, a_quote(call_at=datetime(2026, 3, 5, 14, 30), changed=Stamp(4)))
    later = a_board(TODAY, a_quote(call_at=datetime(2026, 3, 6, 9, 0), changed=Stamp(5)))
    assert [events(board)[CALL]["sequence"] for board in (first, later)] == [4, 5]


def test_the_last_moment_that_a_call_can_have_overflows_nothing() -> None:
    board = a_board(TODAY, a_quote(call_at=datetime(2199, 12, 31, 23, 59)))
    assert days(board)[CALL] == datetime(2199, 12, 31, 23, 59)


def test_the_last_day_that_a_date_can_have_overflows_nothing() -> None:
    quote = a_quote(valid_until=date(2199, 12, 31))
    assert days(a_board(TODAY, quote))[DEADLINE] == date(2199, 12, 31)


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.SENT])
def test_what_is_not_pending_has_no_event(status: Status) -> None:
    assert events(a_board(TODAY, a_quote(status=status))) == {}


def test_a_draft_with_a_deadline_has_no_event() -> None:
    assert events(a_board(TODAY, a_draft(valid_until=date(2026, 4, 1)))) == {}


def test_a_lead_at_its_limit_has_its_deadline_alone() -> None:
    contacts = [a_contact(date(2026, 3, 2)) for _ in range(3)]
    assert [*days(a_board(TODAY, a_quote(), *contacts))] == [DEADLINE]


def test_an_expired_quote_keeps_its_last_valid_day() -> None:
    assert days(a_board(date(2026, 4, 30), a_quote())) == {DEADLINE: date(2026, 3, 23)}


def test_a_follow_up_moves_the_event_and_raises_its_sequence() -> None:
    quote = a_quote(changed=Stamp(4))
    first = events(a_board(TODAY, quote))[FOLLOW_UP]
    contact = a_contact(date(2026, 3, 4), changed=Stamp(7))
    later = events(a_board(date(2026, 3, 4), quote, contact))[FOLLOW_UP]
    assert (first.decoded("dtstart"), first["sequence"]) == (date(2026, 3, 4), 4)
    assert (later.decoded("dtstart"), later["sequence"]) == (date(2026, 3, 20), 7)
    assert later.decoded("dtstamp") > first.decoded("dtstamp")


def test_a_new_name_of_the_lead_raises_the_sequence() -> None:
    board = a_board(TODAY, a_lead(changed=Stamp(9)), a_quote(changed=Stamp(4)))
    assert {event["sequence"] for event in events(board).values()} == {9}


def test_a_sequence_stays_an_integer_of_the_standard() -> None:
    board = a_board(TODAY, a_quote(changed=Stamp(2**63 - 1)))
    assert {event["sequence"] for event in events(board).values()} == {2**31 - 1}


def test_the_same_records_on_the_same_day_give_the_same_text() -> None:
    records = (a_quote(), a_quote(id=11, ref="D26-002"), a_reply(date(2026, 3, 3)))
    turned = (records[1], records[2], records[0])
    words = PlainWords()
    assert ics_text(a_board(TODAY, *records), words) == ics_text(a_board(TODAY, *turned), words)


def test_events_are_in_the_order_of_their_days() -> None:
    board = a_board(TODAY, a_quote(), a_quote(id=11, valid_until=date(2026, 3, 10)))
    found = [*days(board).values()]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("filters", "uids"),
    [
        (Filters(lead="lumen"), [FOLLOW_UP, DEADLINE]),
        (Filters(lead="nobody"), []),
        (Filters(view=View.PENDING), [FOLLOW_UP, DEADLINE]),
        (Filters(view=View.CLOSED), []),
        (Filters(since=date(2026, 3, 5)), [DEADLINE]),
        (Filters(until=date(2026, 3, 4)), [FOLLOW_UP]),
    ],
)
def test_filters_choose_the_events(filters: Filters, uids: list[str]) -> None:
    assert [*events(a_board(TODAY, a_quote()), **filters)] == uids


def test_without_an_event_there_is_still_a_calendar() -> None:
    text = ics_text(a_board(TODAY), PlainWords())
    assert text.splitlines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//relance//relance//EN",
        "END:VCALENDAR",
    ]
