"""`relance undo`, `redo` and `history`, each run of which is a program that starts anew."""

import pytest

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"


def test_undo_and_redo_go_back_and_forth_over_restarts(quoted: CommandLine) -> None:
    quoted.ok("close", Q, "won")
    line = quoted.ok("undo")
    assert line == f"undone: {Q} closed as won · next: Wed 4 Mar 2026, in 2 days\n"
    assert quoted.only_quote("2026-03-02")["status"] == "sent"
    assert quoted.ok("redo").startswith(f"redone: {Q} closed as won")
    assert quoted.only_quote("2026-03-02")["status"] == "won"


def test_everything_is_undone_one_change_at_a_time(quoted: CommandLine) -> None:
    quoted.ok("log", Q)
    quoted.ok("undo")
    quoted.ok("undo")
    assert quoted("list", "--view", "all", "--json").json == []
    answer = quoted("undo")
    assert (answer.code, answer.out) == (1, "")
    assert "nothing to undo" in answer.err


def test_a_lead_that_is_named_as_a_quote_has_not_its_next_step(quoted: CommandLine) -> None:
    quoted.ok("lead", "Atelier Lumen", f"name={Q}")
    quoted.ok("lead", Q, "sector=x")
    assert quoted.ok("undo") == f"undone: {Q}: sector changed\n"
    assert quoted.ok("redo") == f"redone: {Q}: sector changed\n"


@pytest.mark.parametrize(
    ("change", "undone", "redone"),
    [
        (("log", Q), "Wed 4 Mar 2026, in 2 days", "Fri 20 Mar 2026, in 18 days"),
        (("reply", Q), "Wed 4 Mar 2026, in 2 days", "answer their reply"),
        (("edit", Q, "ref=NEW"), "Wed 4 Mar 2026, in 2 days", "Wed 4 Mar 2026, in 2 days"),
        (("edit", Q, "lead=Rey"), "Wed 4 Mar 2026, in 2 days", "Wed 4 Mar 2026, in 2 days"),
        (("snooze", Q, "+1w"), "Wed 4 Mar 2026, in 2 days", "Mon 9 Mar 2026, in 7 days"),
        (
            ("close", Q, "won", "--on", "2026-04-20", "--yes"),
            "Wed 4 Mar 2026, in 2 days",
            "send it",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_the_next_step_is_that_of_the_quote_that_the_change_was_about(
    quoted: CommandLine, change: tuple[str, ...], undone: str, redone: str
) -> None:
    quoted.ok("add", "Cabinet Rey", "Leaflet", "650")
    quoted.ok(*change)
    assert quoted.ok("undo").endswith(f" · next: {undone}\n")
    assert quoted.ok("redo").endswith(f" · next: {redone}\n")


def test_a_contact_that_was_corrected_or_deleted_has_its_quotes_next_step(
    quoted: CommandLine,
) -> None:
    quoted.ok("log", Q)
    for change in (("amend", Q, "1", "note=x"), ("amend", Q, "1", "--delete")):
        quoted.ok(*change)
        assert "next: Fri 20 Mar 2026" in quoted.ok("undo")
    assert "next: Wed 4 Mar 2026" in quoted.ok("redo")


def test_a_quote_that_is_gone_has_no_next_step(quoted: CommandLine) -> None:
    assert quoted.ok("undo") == f"undone: {Q} added\n"


def test_there_may_be_nothing_to_redo(quoted: CommandLine) -> None:
    assert quoted("redo").code == 1


def test_history_is_newest_first_one_line_a_change(quoted: CommandLine) -> None:
    quoted.ok("log", Q, on="2026-03-04 10:00")
    quoted.ok("snooze", Q, "+1w", on="2026-03-05")
    quoted.ok("undo", on="2026-03-05")
    assert quoted.ok("history").splitlines() == [
        f"Thu 5 Mar 2026 · {Q} snoozed until Thu 12 Mar 2026 · undone",
        f"Wed 4 Mar 2026 10:00 · {Q}: follow-up by e-mail logged, Wed 4 Mar 2026",
        f"Mon 2 Mar 2026 · {Q} added",
    ]


def test_history_names_the_machines_where_there_are_several(quoted: CommandLine) -> None:
    quoted("log", Q, RELANCE_MACHINE="laptop")
    assert [line.split(" · ")[-1] for line in quoted.ok("history").splitlines()] == [
        "laptop",
        "here",
    ]


def test_history_for_scripts(quoted: CommandLine) -> None:
    (change,) = quoted("history", "--json").json
    expected = {"on": "2026-03-02", "time": None, "machine": "here", "code": "added", "subject": Q}
    assert change | expected | {"undone": False, "text": f"{Q} added"} == change
