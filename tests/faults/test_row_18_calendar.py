"""Row 18: whatever text a record holds, it is one event whose text is read back as it was."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from store.exchange.ics_export import EventKind, calendar_events, ics_text
from store.rules.board import Board
from tests.builders import a_board, a_contact, a_lead, a_quote
from tests.faults.poison import ALL, records
from tui.wording.calendar_words import CalendarWords

TODAY = date(2026, 3, 20)
LATER = date(2026, 4, 30)

LINE_OCTETS = 75

TEXTS: Mapping[str, str] = {
    "separators": 'a;b,c:d=e"f"',
    "backslashes": "\\ \\\\ \\; \\, \\n C:\\new C:\\New \\",
    "breaks": "one\ntwo\r\nthree\rfour\u2028five\u2029six\x85seven\vend\f",
    "an event of its own": "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nSUMMARY:evil",
    "a property of its own": "x\nATTACH:file:///etc/passwd\n ATTENDEE:mailto:a@x.example",
    "spaces at a fold": " " * 200,
    "a tab": "a\tb",
    "everything": ALL,
}

CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f]")
"""What RFC 5545 allows in no line."""

PROPERTIES = {
    *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "TRANSP", "SUMMARY", "DESCRIPTION"),
}

SIGNS = ("é", "€", "𝕏", "e\u0301", "\\", ";", ",", "\n")
"""Of 1 to 4 octets, alone or escaped."""


def read(text: str) -> list[Any]:
    """The events, after a look at the lines: no sign of several octets is cut in two."""
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= LINE_OCTETS
        assert not CONTROL.search(line.decode())
    return [*Calendar.from_ical(text).walk("VEVENT")]


def expected(board: Board) -> Iterator[tuple[str, str, str]]:
    """UID, summary and description of every event, as the words say them."""
    words = CalendarWords()
    for event in calendar_events(board):
        yield event.uid, allowed(words.summary(event)), allowed(words.description(event))


def found(events: list[Any]) -> list[tuple[str, str, str]]:
    """The same of the events that were read."""
    return [(str(e["uid"]), str(e["summary"]), str(e["description"])) for e in events]


def allowed(text: str) -> str:
    """The text with line feeds for all line breaks and a sign for every control character."""
    lines = f"{text}|".splitlines()
    return "\n".join(CONTROL.sub("\N{REPLACEMENT CHARACTER}", it) for it in lines)[:-1]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_in_every_field_is_in_one_event_and_read_back_equal(text: str) -> None:
    board = a_board(TODAY, *records(text))
    events = read(ics_text(board, CalendarWords()))
    assert [uid for uid, *_ in found(events)] == ["follow-up-10@relance", "deadline-10@relance"]
    assert found(events) == [*expected(board)]
    for event in events:
        assert {*event} == PROPERTIES


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_a_sign_at_any_column_of_the_fold_stays_whole(sign: str) -> None:
    for before in range(LINE_OCTETS + 5):
        text = "x" * before + sign * 80
        board = a_board(TODAY, a_lead(name=text), a_quote(title=text, ref=text))
        assert found(read(ics_text(board, CalendarWords()))) == [*expected(board)]


def test_a_second_export_has_the_same_uids_whatever_was_changed_meanwhile() -> None:
    quote = a_quote(title="Leaflet", valid_until=LATER, call_at=datetime(2026, 4, 30, 9, 0))
    before = a_board(TODAY, a_lead(name="Rey"), quote)
    moved = {"valid_until": LATER + timedelta(days=30), "call_at": datetime(2026, 5, 4, 9, 30)}
    changed = a_quote(title="Map", ref="X", amount="5", **moved)
    after = a_board(TODAY, a_lead(name="Roux"), changed, a_contact(date(2026, 3, 19)))
    uids, later = (
        [uid for uid, *_ in found(read(ics_text(board, CalendarWords())))]
        for board in (before, after)
    )
    assert sorted(uids) == sorted(later) == sorted(f"{kind}-10@relance" for kind in EventKind)
