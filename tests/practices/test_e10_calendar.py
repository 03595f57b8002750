"""An agreed call is in the calendar at its time (PRACTICES E10)."""

from datetime import date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from store.records.words import Status
from tests.builders import a_board, a_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine
from tui.export_formats import FORMATS

AT = datetime(2026, 3, 5, 14)


def events(text: str) -> dict[str, Any]:
    """The events that icalendar reads, by what they are."""
    found = Calendar.from_ical(text).walk("VEVENT")
    return {str(event["uid"]).rpartition("-")[0]: event for event in found}


def test_e10_the_call_of_14_00_is_exported_with_its_time(cli: CommandLine) -> None:
    cli.ok("edit", REF, "call_at=2026-03-05 14:00")
    found = events(cli.ok("export", "--format", "ics"))
    assert sorted(found) == ["call", "deadline", "follow-up"]
    call = found["call"]
    assert (call.decoded("dtstart"), call.decoded("dtend")) == (AT, datetime(2026, 3, 5, 14, 30))
    assert str(call["summary"]) == "Call: Atelier Lumen · Website redesign"
    assert call.get("transp", "OPAQUE") == "OPAQUE"


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"status": Status.DRAFT, "sent_on": None}, ["call"]),
        ({"status": Status.WON}, []),
        ({"status": Status.DECLINED}, []),
        ({"call_at": None}, ["deadline", "follow-up"]),
        ({"call_at": datetime(2199, 12, 31, 23, 59)}, ["call", "deadline", "follow-up"]),
    ],
)
def test_e10_calls_are_those_of_open_quotes_drafts_too(
    fields: dict[str, Any], kinds: list[str]
) -> None:
    board = a_board(date(2026, 3, 3), a_quote(**({"call_at": AT} | fields)))
    assert sorted(events(FORMATS["ics"](board))) == kinds


def test_e10_a_call_that_is_moved_moves_its_event(cli: CommandLine) -> None:
    sequences = []
    for at in ("2026-03-05 14:00", "2026-03-06 09:30"):
        cli.ok("edit", REF, f"call_at={at}")
        call = events(cli.ok("export", "--format", "ics"))["call"]
        sequences.append((str(call["uid"]), call["sequence"]))
    (first, before), (second, after) = sequences
    assert first == second
    assert before < after
    assert call.decoded("dtstart") == datetime(2026, 3, 6, 9, 30)
