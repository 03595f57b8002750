"""Commands that list: today, list, leads. They create nothing."""

import click

from store.records.text import fold
from store.rules.leads import LeadStanding
from store.rules.views import View
from tui.cli import options
from tui.cli.day_text import day_lines
from tui.cli.ink import pen_for_stdout
from tui.cli.listing_text import lead_lines, quote_lines
from tui.cli.opening import with_session
from tui.cli.output import json_list, result, result_lines
from tui.cli.words import command, option
from tui.language import N_
from tui.session import Session

HAS_WORK = 1
"""The exit code of `today --exit-code` where there is something to do."""


@command(
    "today",
    N_("relance today"),
    N_("relance today --count                              # one number, for a status bar"),
    N_('relance today --exit-code > work.txt || mail -s "To chase" me < work.txt'),
    help=N_("Whom to chase today, and whom to stop chasing."),
)
@options.json_option
@option("--count", is_flag=True, help=N_("Print only how many quotes and leads ask for something."))
@option("--exit-code", is_flag=True, help=N_("Exit with 1 where there is something to do."))
@with_session
def today(session: Session, as_json: bool, count: bool, exit_code: bool) -> None:
    """Prints the day's work."""
    needs_only_work = count and not as_json
    indexed = session.first_board() if needs_only_work else session.briefing()
    board = indexed or session.board()
    work = board.work()
    if as_json:
        from tui.cli.listing_json import back_json, quote_json  # people read text

        json_list(
            back_json(each) if isinstance(each, LeadStanding) else quote_json(each) for each in work
        )
    elif count:
        result(str(len(work)))
    else:
        result_lines(day_lines(session, board, work, pen_for_stdout()))
    if exit_code and work:
        click.get_current_context().exit(HAS_WORK)


@command(
    "list",
    N_("relance list"),
    N_("relance list --view limit                          # whom to stop chasing"),
    N_("relance list --view all --lead lumen --json"),
    help=N_("List quotes. They are the pending ones unless --view says otherwise."),
)
@options.view_option(View.PENDING)
@options.lead_option
@options.json_option
@with_session
def list_(session: Session, view: str, lead: str, as_json: bool) -> None:
    """Prints the quotes of a view."""
    board = session.board()
    wanted = fold(lead)
    found = [each for each in board.quotes(View(view)) if wanted in fold(each.lead.name)]
    if as_json:
        from tui.cli.listing_json import quote_json

        json_list(map(quote_json, found))
        return
    result_lines(quote_lines(session, board, found))


@command(
    "leads",
    N_("relance leads"),
    N_("relance leads --json"),
    help=N_("List leads. See what is pending with them, and how often they were chased."),
)
@options.json_option
@with_session
def leads(session: Session, as_json: bool) -> None:
    """Prints the leads."""
    board = session.board()
    if as_json:
        from tui.cli.listing_json import lead_json

        currency = session.rulebook.settings.currency
        json_list(lead_json(standing, currency) for standing in board.leads())
        return
    result_lines(lead_lines(session, board))
