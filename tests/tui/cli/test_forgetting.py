"""`relance forget`: asks for the name, says before that there is no way back, erases everything."""

import pytest

from tests.store.file.test_forgetting import traces
from tests.tui.cli.command_line import CommandLine
from tui.forgetting import forget_in_log

NAME = "Zorblax"


@pytest.fixture
def tracker(quoted: CommandLine) -> CommandLine:
    """Quote Q of Atelier Lumen, and a lead with a quote, a contact and a backup."""
    quoted.ok("add", NAME, f"{NAME} site", "900", "--note", f"for {NAME}")
    quoted.ok("log", "D26-002", "--note", f"{NAME} is away", on="2026-03-04")
    quoted.ok("log", "D26-001", on="2026-03-05")
    return quoted


def test_typing_the_name_erases_it_everywhere(tracker: CommandLine) -> None:
    answer = tracker("forget", NAME.lower(), on="2026-03-06", typed=f"{NAME.upper()}\ny\n")
    assert answer.code == 0, answer
    assert answer.out == (
        f"{NAME} forgotten: 1 lead, 1 quote, 1 contact; 2 entries of the history; "
        "3 copies rewritten\n"
    )
    assert "cannot be undone" in answer.err
    assert "git history" in answer.err
    assert traces(tracker.home.parent) == []
    assert tracker("forget", NAME).code == 4


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "Atelier Lumen\ny\n", f"{NAME}\n"])
def test_anything_else_erases_nothing(tracker: CommandLine, typed: str) -> None:
    before = tracker.file.read_bytes()
    answer = tracker("forget", NAME, typed=typed)
    assert answer.code == 5, answer
    assert answer.out == ""
    assert "Nothing was erased" in answer.err
    assert tracker.file.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "typed"), [(("--yes", "--keep-backups"), ""), ((), f"{NAME}\nn\n")]
)
def test_backups_stay_where_that_is_said(
    tracker: CommandLine, options: tuple[str, ...], typed: str
) -> None:
    answer = tracker("forget", NAME, *options, typed=typed)
    assert answer.code == 0, answer
    assert traces(tracker.file.parent) == []
    assert traces(tracker.home)
    assert "2 copies still hold it" in answer.err


def test_others_who_name_it_are_said(tracker: CommandLine) -> None:
    tracker.ok("lead", "Atelier Lumen", f"notes=through {NAME}")
    assert "in the words of others: Atelier Lumen." in tracker("forget", NAME, "--yes").err


def test_the_log_of_mistakes_loses_the_entries_that_name_it(tracker: CommandLine) -> None:
    log = tracker.home / "errors.log"
    log.write_text(f"--- day 1\nValueError: zorblax!\n--- day 2\nValueError: {NAME}ia\n")
    forget_in_log(log, frozenset({"zorblax"}))
    assert log.read_text() == f"--- day 2\nValueError: {NAME}ia\n"
    forget_in_log(tracker.home / "none.log", frozenset({"zorblax"}))


def test_the_doctor_names_leads_silent_for_three_years_which_is_nothing_wrong(
    tracker: CommandLine,
) -> None:
    tracker.ok("lead", NAME, "name=Zorblax l'Aîné")
    tracker.ok("log", "D26-001", on="2027-03-04")
    text = tracker.ok("doctor", on="2029-03-05")
    command = "relance forget 'Zorblax l'\"'\"'Aîné'"
    assert f"Silent for over three years, since Wed 4 Mar 2026: {command}\n" in text
    assert "Atelier Lumen" not in text
    assert "Nothing is wrong." in text
    assert "Silent" not in tracker.ok("doctor", on="2029-03-04")
    (found,) = (
        each
        for each in tracker("doctor", "--json", on="2029-03-05").json
        if each["note"]
        if each["code"] == "silent_lead"
    )
    assert found["facts"] == {"name": "Zorblax l'Aîné", "since": "2026-03-04"}


@pytest.mark.parametrize("count", [5, 6])
def test_many_silent_leads_share_a_line_that_names_those_longest_silent(
    cli: CommandLine, count: int
) -> None:
    for number in range(count):
        cli.ok("add", f"Lead {number}", "Site", "900", on=f"2026-03-{20 - number}")
    text = cli.ok("doctor", on="2029-06-01")
    assert text.count("relance forget") == (5 if count == 5 else 1)
    shared = "6 leads are silent for over three years, longest Lead 5, Lead 4, Lead 3."
    assert (shared in text) == (count == 6)
    listed = cli("doctor", "--json", on="2029-06-01").json
    assert sum(each["code"] == "silent_lead" for each in listed) == count


def test_a_quote_that_was_imported_for_it_and_went_to_another_lead_is_not_said(
    tracker: CommandLine,
) -> None:
    file = tracker.home / "devis.csv"
    head = "ID,Party,Customer Name,Date,Valid Till,Currency,Grand Total,Status,Lost Reasons"
    file.write_text(f"{head}\nM1,,{NAME},2026-02-02,2026-03-23,EUR,80.00,Open,\n")
    tracker.ok("import", str(file))
    tracker.ok("edit", "M1", "lead=Autre")
    answer = tracker("forget", NAME, "--yes")
    assert answer.code == 0, answer
    assert "in the words of others" not in answer.err
    file.unlink()
    assert traces(tracker.home.parent) == []
