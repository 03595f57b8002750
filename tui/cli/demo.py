"""`relance demo`, and opening the app: the only way by which the command line loads the screen."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from msgspec.structs import replace

from tui.cli.opening import with_session
from tui.cli.words import command
from tui.language import N_, _
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

    check_terminal()
    with TemporaryDirectory(prefix="relance-demo-") as folder:
        repository = demo_repository(Path(folder), session.clock.today())
        return open_app(replace(session, repository=repository, demo=True))


def open_app(session: Session) -> int:
    """Opens the app, and answers with its exit code.

    Raises `click.UsageError` where there is no terminal for it.
    """
    check_terminal()
    from tui.app import run_app

    return run_app(session)


def check_terminal() -> None:
    """Raises `click.UsageError` unless a person sits before a terminal."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise click.UsageError(
            _("The app needs a terminal. `relance today` prints the day's work as text.")
        )
