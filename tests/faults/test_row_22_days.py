"""Row 22: what is no day within bounds is refused; the first, the last and leap days are right."""

import pytest

from tests.faults.entrances import (
    CONTACT,
    LEAD,
    QUOTE,
    data_file,
    form_refusal,
    problem_of,
    record_problem_of,
    refused,
    typed_fields,
    unreadable,
)
from tests.tui.cli.command_line import CommandLine

DAYS = (
    *("0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31", "2026-02-29", "31/02/2026"),
    *("0000-01-01", "2100-02-29", "29/02/2027", "+9999w", "-9999m", "5", "32 mai", "2026-3-1x"),
    *("٢٠٢٦-٠٣-٢٠", "99999999999-01-01"),
)
KEPT = ("0000-01-01", "0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31", "2026-02-29", "")
GOOD_DAYS = {
    "1970-01-01": "1970-01-01",
    "2199-12-31": "2199-12-31",
    "29/02/2028": "2028-02-29",
    "2000-02-29": "2000-02-29",
}
DAY_OPTIONS = (
    ("add", "Lead", "Title", "5", "--sent"),
    ("add", "Lead", "Title", "5", "--deadline"),
    ("add", "Lead", "Title", "5", "--asked"),
    ("add", "Lead", "Title", "5", "--draft", "--send-by"),
    ("log", "D26-001", "--on"),
    ("reply", "D26-001", "--on"),
    ("close", "D26-001", "lost", "--on"),
    ("snooze", "D26-001", "--"),
    ("export", "--since"),
    ("export", "--until"),
)
QUOTE_DAYS = (
    *("sent_on", "deadline", "asked_on", "send_by", "snoozed_until", "decision_expected"),
)
KEPT_DAYS = {
    **dict.fromkeys(
        ("asked_on", "send_by", "sent_on", "valid_until", "snoozed_until", "decision_expected"),
        QUOTE,
    ),
    "on": CONTACT,
}
FORM_DAYS = {*QUOTE_DAYS, "on", "valid_until"}


@pytest.mark.parametrize("typed", DAYS)
def test_the_command_line_refuses_it(quoted: CommandLine, typed: str) -> None:
    for arguments in DAY_OPTIONS:
        assert typed in refused(quoted, *arguments, typed)
    for name in QUOTE_DAYS:
        assert typed in refused(quoted, "edit", "D26-001", f"{name}={typed}")
    assert typed in refused(quoted, "--today", typed, "list")


@pytest.mark.parametrize("typed", DAYS)
def test_no_form_takes_it(typed: str) -> None:
    asked = [(spec, field) for spec, field in typed_fields() if field.name in FORM_DAYS]
    assert len(asked) >= 10
    for spec, field in asked:
        assert typed in form_refusal(spec, field, typed), (spec.title, field.name)


@pytest.mark.parametrize("typed", DAYS)
@pytest.mark.parametrize("column", [4, 5, 8])
def test_an_import_names_it_and_keeps_the_rest(
    quoted: CommandLine, typed: str, column: int
) -> None:
    cells = ["Rey", "R-1", "Titre", "10", "02/03/2026", "", "Envoyé", "1", "", "tél", ""]
    cells[column] = typed
    assert typed in problem_of(quoted, ";".join(cells))


@pytest.mark.parametrize("day", KEPT)
def test_a_json_export_with_it_keeps_the_rest(quoted: CommandLine, day: str) -> None:
    for name, template in KEPT_DAYS.items():
        table = "quotes" if template is QUOTE else "follow_ups"
        assert day in record_problem_of(quoted, table, f'"{name}": "{day}"')


@pytest.mark.parametrize("name", KEPT_DAYS)
def test_the_data_file_with_it_is_left_as_it_is(cli: CommandLine, name: str) -> None:
    for day in KEPT:
        assert unreadable(cli, data_file(KEPT_DAYS[name], f'"{name}": "{day}"'))


def test_so_are_days_inside_of_other_fields(cli: CommandLine) -> None:
    assert unreadable(cli, data_file(QUOTE, '"outcome": {"on": "2200-01-01"}'))
    person = '{"name": "Ana", "left_on": "1969-12-31"}'
    assert unreadable(cli, data_file(LEAD, f'"contacts": [{person}]'))


@pytest.mark.parametrize("typed", GOOD_DAYS)
def test_the_first_and_the_last_day_and_leap_days_are_good(cli: CommandLine, typed: str) -> None:
    cli.ok("add", "Lead", "Title", "5", "--ref", "R", "--sent", typed, "--validity", "0")
    assert cli.only_quote(typed)["sent_on"] == GOOD_DAYS[typed]
    for command in (("today",), ("leads",), ("show", "R"), ("export",), ("history",)):
        cli.ok(*command, on=typed)
    cli.ok("export", "--format", "ics", on=typed)
