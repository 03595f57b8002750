"""`relance demo`: the app on sample data."""

from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from tui.cli import screen
from tui.cli.opening import with_session
from tui.cli.words import command
from tui.language import N_
from tui.session import Session


@command(
    "demo",
    N_("relance demo"),
    help=N_("Open the app on a throw-away copy of sample data."),
)
@with_session
def demo(session: Session) -> int:
    """Opens the app on sample data that is gone afterwards."""
    from tui.demo import demo_repository

    screen.check_terminal()
    with TemporaryDirectory(prefix="relance-demo-") as folder:
        repository = demo_repository(Path(folder), session.clock.today())
        return screen.open_app(replace(session, repository=repository, demo=True))
