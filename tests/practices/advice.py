"""What rules say of records, without the command line."""

from datetime import date
from typing import Any

from store.records.edit import Record
from store.records.settings import Settings
from store.rules.advice import Advice
from tests.builders import LEAD_ID, QUOTE_ID, a_board
from tests.tui.cli.command_line import CommandLine


def said_of_quote(
    code: str,
    today: date,
    *records: Record,
    settings: Settings | None = None,
    quote_id: int = QUOTE_ID,
) -> dict[str, Any] | None:
    """The facts of the advice of that code about quote Q on a day; none where it is not given."""
    board = a_board(today, *records, settings=settings)
    return _facts(code, board.of_quote(board.snapshot.quotes[quote_id]).advice)


def said_of_lead(
    code: str, today: date, *records: Record, settings: Settings | None = None
) -> dict[str, Any] | None:
    """The facts of the advice of that code about the lead of quote Q; none where not given."""
    board = a_board(today, *records, settings=settings)
    (standing,) = [each for each in board.leads() if each.lead.id == LEAD_ID]
    return _facts(code, standing.advice)


def codes(cli: CommandLine, on: str) -> list[str]:
    """The codes of what `list --json` says of the one quote there is on a day."""
    return [each["code"] for each in cli.only_quote(on)["advice"]]


def _facts(code: str, found: tuple[Advice, ...]) -> dict[str, Any] | None:
    return next((dict(advice.facts) for advice in found if advice.code == code), None)
