"""`relance path`: where the data file is."""

from tui.cli.opening import with_session
from tui.cli.output import result
from tui.cli.words import command
from tui.language import N_
from tui.safe_text import shown
from tui.session import Session


@command(
    "path",
    N_("relance path"),
    N_('cp "$(relance path)" backup.json'),
    help=N_("Print where the data file is, or will be."),
)
@with_session
def path(session: Session) -> None:
    """Prints the place of the data file."""
    result(shown(str(session.repository.path)))
