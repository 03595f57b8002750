"""PRACTICES D: who decides."""

from datetime import date
from typing import Any

import pytest

from store.records.practice_words import Brief
from store.records.settings import Settings
from tests.builders import a_board, a_lead, a_quote
from tests.practices.advice import said_of_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine

TODAY = date(2026, 3, 3)


def test_d1_the_chain_behind_a_request_is_shown(cli: CommandLine) -> None:
    cli.ok("edit", REF, "requester=agency", "end_client=Groupe X")
    shown = cli.ok("show", REF)
    assert "Who asks: an agency" in shown
    assert "End client: Groupe X" in shown


@pytest.mark.parametrize(
    ("requester", "shown"),
    [("boss", True), ("client", True), ("agency", True), ("self", True), ("", False)],
)
def test_d1_everybody_in_the_chain_has_a_name_and_nobody_noted_none(
    cli: CommandLine, requester: str, shown: bool
) -> None:
    cli.ok("edit", REF, f"requester={requester}", "end_client=", "notes=x")
    assert ("Who asks: " in cli.ok("show", REF)) == shown
    assert "End client" not in cli.ok("show", REF)


def test_d2_a_quote_that_only_fills_a_file_is_followed_up_once(cli: CommandLine) -> None:
    assert cli.only_quote("2026-03-03")["limit"] == 3
    cli.ok("edit", REF, "sourcing_only=yes")
    quote = cli.only_quote("2026-03-03")
    assert (quote["limit"], [each["code"] for each in quote["advice"]]) == (1, ["filler_quote"])


@pytest.mark.parametrize(
    ("sector", "fields", "limit"),
    [
        ("", {"sourcing_only": True}, 1),
        ("", {"incumbent": True}, 1),
        ("Public", {"lowest_price": True}, 1),
        ("", {"lowest_price": True}, 3),
        ("public", {}, 3),
        ("", {"sourcing_only": True, "cadence": "patient"}, 1),
    ],
)
def test_d2_what_only_fills_a_file(sector: str, fields: dict[str, Any], limit: int) -> None:
    board = a_board(TODAY, a_lead(sector=sector), a_quote(**fields))
    (standing,) = board.quotes()
    assert (standing.limit, board.leads()[0].tally.limit) == (limit, limit)
    said = [advice.code for advice in standing.advice]
    assert said == (["filler_quote"] if limit == 1 else [])


def test_d2_a_limit_set_by_hand_holds_and_a_lower_one_of_the_settings_too() -> None:
    by_hand = a_quote(sourcing_only=True, limit=4)
    (standing,) = a_board(TODAY, by_hand).quotes()
    assert standing.limit == 4
    assert said_of_quote("filler_quote", TODAY, by_hand) == {}
    (standing,) = a_board(TODAY, a_quote(sourcing_only=True), settings=Settings(limit=0)).quotes()
    assert standing.limit == 0


@pytest.mark.parametrize(
    ("fields", "is_unclear"),
    [
        ({"brief": Brief.INCOHERENT}, True),
        ({"brief": Brief.VAGUE, "options": 3}, True),
        ({"brief": Brief.VAGUE, "options": 2}, False),
        ({"brief": Brief.VAGUE}, False),
        ({"brief": Brief.CLEAR, "options": 5}, False),
        ({"options": 5}, False),
    ],
)
def test_d3_unclear_scope(fields: dict[str, Any], is_unclear: bool) -> None:
    facts = said_of_quote("unclear_scope", TODAY, a_quote(**fields))
    assert facts == ({"brief": fields.get("brief")} if is_unclear else None)
