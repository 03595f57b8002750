"""`relance history` tells edits before and after; every command can be undone and redone."""

import pytest

from store.file.repository import Repository
from store.records.snapshot import Snapshot
from tests.tui.cli.command_line import CommandLine

Q = "D26-001"

CHANGES: tuple[tuple[str, ...], ...] = (
    ("add", "Cabinet Rey", "Leaflet", "650"),
    ("add", "Atelier Lumen", "Leaflet", "650", "--draft"),
    ("send", "D"),
    ("log", Q),
    ("reply", Q),
    ("close", Q, "won"),
    ("close", Q, "won", "--on", "2026-04-20", "--yes"),
    ("reopen", "C"),
    ("snooze", Q, "+1w"),
    ("edit", Q, "amount=1500", "title=New", "notes=x"),
    ("edit", Q, "lead=Somebody New"),
    ("lead", "Atelier Lumen", "sector=x", "contact+=Ana Roux <ana@x.example>"),
    ("amend", "C", "1", "note=said", "minutes=5"),
    ("amend", "C", "1", "--delete"),
    ("delete", "C"),
    ("delete", "--lead", "Ville de Nay", "--yes"),
    ("merge-leads", "Ville de Nay", "Atelier Lumen"),
)


@pytest.fixture
def full(quoted: CommandLine) -> CommandLine:
    """Quote Q, a draft D, and a closed quote C with a contact."""
    quoted.ok("add", "Cabinet Rey", "Poster", "300", "--draft", "--ref", "D")
    quoted.ok("add", "Ville de Nay", "Report", "9000", "--ref", "C")
    quoted.ok("log", "C")
    quoted.ok("close", "C", "lost")
    return quoted


def records(cli: CommandLine) -> list[str]:
    """Everything in the file as a program that starts anew reads it, but for the stamps."""
    snapshot: Snapshot = Repository(cli.file, "reader").snapshot()
    tables = (snapshot.leads, snapshot.quotes, snapshot.follow_ups)
    return sorted(
        repr(
            {name: getattr(record, name) for name in record.__struct_fields__ if name != "changed"}
        )
        for table in tables
        for record in table.values()
    )


@pytest.mark.parametrize("change", CHANGES, ids=" ".join)
def test_every_change_is_undone_and_redone_by_programs_that_start_anew(
    full: CommandLine, change: tuple[str, ...]
) -> None:
    before = records(full)
    full.ok(*change)
    after = records(full)
    assert after != before
    full.ok("undo")
    assert records(full) == before
    full.ok("redo")
    assert records(full) == after
    full.ok("undo")
    assert records(full) == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("edit", Q, "amount=1500"), f"{Q}: amount 1 200 € -> 1 500 €"),
        (("edit", Q, "limit=5"), f"{Q}: limit nothing -> 5"),
        (("edit", Q, "urgent=yes"), f"{Q}: urgent no -> yes"),
        (
            ("edit", Q, "sent_on=2026-03-01"),
            f"{Q}: sent on Mon 2 Mar 2026 -> Sun 1 Mar 2026, "
            "deadline Mon 23 Mar 2026 -> Sun 22 Mar 2026",
        ),
        (("edit", Q, "lead=Cabinet Rey"), f"{Q}: lead Atelier Lumen -> Cabinet Rey"),
        (("lead", "Cabinet Rey", "tags=a,b"), "Cabinet Rey: tags nothing -> a, b"),
        (("edit", Q, "title=\x1b[31mX"), f"{Q}: title Website redesign -> ␛[31mX"),
    ],
)
def test_an_edit_is_told_before_and_after(
    full: CommandLine, change: tuple[str, ...], told: str
) -> None:
    full.ok(*change)
    assert full.ok("history").splitlines()[0] == f"Mon 2 Mar 2026 · {told}"


def test_a_corrected_contact_is_told_before_and_after(full: CommandLine) -> None:
    full.ok("amend", "C", "1", "minutes=5")
    line = full.ok("history").splitlines()[0]
    assert line.endswith("corrected (minutes): minutes nothing -> 5")


def test_scripts_get_every_field_before_and_after(full: CommandLine) -> None:
    full.ok("edit", Q, "amount=1500", "title=New")
    [record] = full("history", "--json").json[0]["records"]
    assert record == {
        "table": "quotes",
        "id": record["id"],
        "how": "updated",
        "before": {"title": "Website redesign", "amount": "1200.00"},
        "after": {"title": "New", "amount": "1500.00"},
    }
