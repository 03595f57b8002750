"""`relance undo`, `redo` and `history`, each run of which is a program that starts anew."""

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
