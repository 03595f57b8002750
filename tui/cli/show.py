"""`relance show REF`: everything about one quote."""

from tui.cli import options
from tui.cli.listing_json import show_json
from tui.cli.opening import with_session
from tui.cli.output import json_object, result
from tui.cli.show_text import show_lines
from tui.cli.words import command
from tui.language import N_
from tui.session import Session


@command(
    "show",
    N_("relance show D26-014"),
    N_("relance show D26-014 --json"),
    help=N_("Everything about a quote. The lead, its people, the contacts, what comes next."),
)
@options.ref_argument
@options.json_option
@with_session
def show(session: Session, ref: str, as_json: bool) -> None:
    """Prints a quote."""
    board = session.board()
    standing = board.of_quote(board.snapshot.quote_with_ref(ref))
    if as_json:
        json_object(show_json(standing, session.repository))
        return
    for line in show_lines(session, standing):
        result(line)
