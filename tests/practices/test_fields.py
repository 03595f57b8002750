"""The optional fields: set by name, left out of the file until then, errors list what there is."""

import json
from datetime import date, datetime

import pytest

from store.changes.field_reading import Reading, read_values
from store.changes.fields import LEAD_FIELDS, QUOTE_FIELDS
from store.changes.practice_fields import LEAD_PRACTICE, QUOTE_PRACTICE
from store.records.lead_practice import LeadPractice
from store.records.quote_practice import QuotePractice
from store.records.settings import Settings
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine

READING = Reading(date(2026, 3, 2), Settings())


def test_every_optional_field_can_be_set_by_name() -> None:
    assert set(QUOTE_PRACTICE) == set(QuotePractice.__struct_fields__)
    assert set(LEAD_PRACTICE) == set(LeadPractice.__struct_fields__)


def test_what_nobody_noted_is_left_out_of_the_file(cli: CommandLine) -> None:
    tables = json.loads(cli.file.read_text())
    for table, practice in (("quotes", QUOTE_PRACTICE), ("leads", LEAD_PRACTICE)):
        (row,) = tables[table].values()
        assert not row.keys() & practice.keys()


def test_what_was_noted_is_in_the_file_and_leaves_it_again(cli: CommandLine) -> None:
    cli.ok("edit", REF, "competitors=10", "silence=price,embarrassed")
    (row,) = json.loads(cli.file.read_text())["quotes"].values()
    assert (row["competitors"], row["silence"]) == (10, ["price", "embarrassed"])
    cli.ok("edit", REF, "competitors=", "silence=")
    (row,) = json.loads(cli.file.read_text())["quotes"].values()
    assert not row.keys() & {"competitors", "silence"}


@pytest.mark.parametrize(
    ("fields", "typed", "value"),
    [
        (QUOTE_FIELDS, {"feasible": "non"}, False),
        (QUOTE_FIELDS, {"feasible": ""}, None),
        (QUOTE_FIELDS, {"enthusiasm_mine": "3"}, 3),
        (QUOTE_FIELDS, {"call_at": "2026-03-05 14:00"}, datetime(2026, 3, 5, 14)),
        (QUOTE_FIELDS, {"alternatives": "restore backup, wait"}, ("restore backup", "wait")),
        (QUOTE_FIELDS, {"discovery": "1,goal, 3"}, ("situation", "goal", "problem")),
        (LEAD_FIELDS, {"flags": "hangs up,rushes"}, ("hangs_up", "rushes")),
        (LEAD_FIELDS, {"recontact_on": "1/9/2026"}, date(2026, 9, 1)),
    ],
)
def test_how_a_value_is_read(fields: object, typed: dict[str, str], value: object) -> None:
    readers = QUOTE_FIELDS if fields is QUOTE_FIELDS else LEAD_FIELDS
    assert [*read_values(readers, typed, READING).values()] == [value]


@pytest.mark.parametrize(
    ("assignment", "hint"),
    [
        ("enthusiasm_mine=4", "from 0 to 3"),
        ("brief=foggy", "clear, vague, incoherent"),
        ("silence=price,bored", "not_urgent"),
        ("call_at=2026-03-05", "not a time"),
        ("colour=red", "sourcing_only"),
    ],
)
def test_a_wrong_value_is_an_error_that_lists_what_is_possible(
    cli: CommandLine, assignment: str, hint: str
) -> None:
    before = cli.file.read_bytes()
    answer = cli("edit", REF, assignment)
    assert (answer.code, hint in answer.err) == (2, True), answer
    assert cli.file.read_bytes() == before
