"""Opening the app: the only way by which the command line loads the screen."""

import sys

import click

from tui.language import _
from tui.session import Session


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
