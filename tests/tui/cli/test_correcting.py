"""`relance edit`, `delete`, `lead` and `merge-leads`."""

from typing import Any

import pytest

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("title=New title", {"title": "New title"}),
        ("amount=5 200,50 USD", {"amount": "5200.50", "currency": "USD"}),
        ("deadline=30/04/2026", {"valid_until": "2026-04-30"}),
        ("sent_on=2026-02-27", {"sent_on": "2026-02-27", "valid_until": "2026-03-20"}),
        ("validity_days=30", {"valid_until": "2026-04-01"}),
        ("limit=1", {"limit": 1}),
        ("ref=MINE", {"ref": "MINE"}),
        ("lead=Cabinet Rey", {"lead": "Cabinet Rey"}),
    ],
)
def test_a_field_of_a_quote_is_edited(
    quoted: CommandLine, typed: str, expected: dict[str, Any]
) -> None:
    line = quoted.ok("edit", Q, typed)
    assert line.count("\n") == 1
    assert " changed · next: " in line
    quote = quoted.only_quote("2026-03-02")
    assert quote | expected == quote


def test_edit_says_which_lead_and_which_day_it_understood(quoted: CommandLine) -> None:
    answer = quoted("edit", Q, "lead=Cabinet Rey", "deadline=+30d")
    assert "new lead: Cabinet Rey\n" in answer.err
    assert "deadline: Wed 1 Apr 2026, in 30 days\n" in answer.err


def test_the_contacts_move_with_the_quote(quoted: CommandLine) -> None:
    quoted.ok("log", Q, on="2026-03-04")
    quoted.ok("edit", Q, "lead=Cabinet Rey")
    counts = {lead["name"]: lead["total"] for lead in quoted("leads", "--json").json}
    assert counts == {"Atelier Lumen": 0, "Cabinet Rey": 0}, "nothing counts before its day"
    later = quoted("leads", "--json", on="2026-03-04").json
    assert {lead["name"]: lead["total"] for lead in later} == {"Atelier Lumen": 0, "Cabinet Rey": 1}


def test_edit_prints_the_record_where_nothing_is_to_change(quoted: CommandLine) -> None:
    lines = quoted.ok("edit", Q).splitlines()
    for line in ("lead=Atelier Lumen", "title=Website redesign", "amount=1200.00", "urgent=no"):
        assert line in lines


def test_an_unknown_field_is_answered_with_the_known_ones(quoted: CommandLine) -> None:
    answer = quoted("edit", Q, "colour=red")
    assert answer.code == 2
    assert "colour" in answer.err
    assert "valid_until" in answer.err


def test_what_is_so_already_changes_nothing(quoted: CommandLine) -> None:
    before = quoted.file.read_bytes()
    answer = quoted("edit", Q, "title=Website redesign")
    assert (answer.code, answer.out) == (1, "")
    assert quoted.file.read_bytes() == before


def test_a_deleted_quote_is_brought_back_by_undo(quoted: CommandLine) -> None:
    assert "relance undo" in quoted.ok("delete", Q)
    assert quoted("list", "--view", "all", "--json").json == []
    quoted.ok("undo")
    assert quoted.only_quote("2026-03-02")["ref"] == Q


def test_a_lead_with_quotes_is_deleted_only_where_it_is_insisted(quoted: CommandLine) -> None:
    answer = quoted("delete", "--lead", "atelier lumen")
    assert (answer.code, answer.out) == (5, "")
    assert "--yes" in answer.err
    quoted.ok("delete", "--lead", "atelier lumen", "--yes")
    assert quoted("leads", "--json").json == []


@pytest.mark.parametrize("arguments", [(), (Q, "--lead", "Atelier Lumen")])
def test_delete_wants_a_quote_or_a_lead(quoted: CommandLine, arguments: tuple[str, ...]) -> None:
    assert quoted("delete", *arguments).code == 2


def lead_record(cli: CommandLine) -> Any:
    return cli("show", Q, "--json").json["lead_record"]


def test_fields_of_a_lead_are_edited(quoted: CommandLine) -> None:
    quoted.ok("lead", "Atelier Lumen", "sector=design", "regular=oui", "tags=web, print")
    record = lead_record(quoted)
    assert (record["sector"], record["regular"], record["tags"]) == (
        "design",
        True,
        ["web", "print"],
    )
    quoted.ok("lead", "atelier lumen", "name=Lumen & Cie")
    assert lead_record(quoted)["name"] == "Lumen & Cie"


def test_people_join_and_leave(quoted: CommandLine) -> None:
    person = "Ana Roux <ana@x.example> +33 6 12 34 56 78"
    quoted.ok("lead", "Atelier Lumen", f"contact+={person}", "contact+=Bo Li")
    quoted.ok("lead", "Atelier Lumen", "contact-=ana roux", on="2026-03-09")
    ana, bo = lead_record(quoted)["contacts"]
    assert (ana["email"], ana["phone"]) == ("ana@x.example", "+33 6 12 34 56 78")
    assert (ana["left_on"], bo["left_on"]) == ("2026-03-09", None)
    printed = quoted.ok("lead", "Atelier Lumen")
    assert f"contact={person} (left on 2026-03-09)" in printed.splitlines()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("Atelier", "sector=x"), 4),
        (("Atelier Lumen", "contact-=Nobody"), 4),
        (("Atelier Lumen", "contact+=<>"), 2),
        (("Atelier Lumen", "contact=Ana"), 2),
        (("Atelier Lumen", "name="), 2),
        (("Atelier Lumen", "name=Cabinet Rey"), 2),
    ],
)
def test_what_cannot_be_said_of_a_lead(
    quoted: CommandLine, arguments: tuple[str, ...], code: int
) -> None:
    quoted.ok("add", "Cabinet Rey", "Leaflet", "650")
    answer = quoted("lead", *arguments)
    assert (answer.code, answer.out) == (code, "")


def test_two_leads_that_are_one_are_merged(quoted: CommandLine) -> None:
    quoted.ok("add", "At. Lumen", "Poster", "300")
    line = quoted.ok("merge-leads", "At. Lumen", "Atelier Lumen")
    assert "merged into Atelier Lumen" in line
    (lead,) = quoted("leads", "--json").json
    assert (lead["name"], lead["pending_quotes"]) == ("Atelier Lumen", 2)
    assert quoted("merge-leads", "Atelier Lumen", "atelier lumen").code == 2
