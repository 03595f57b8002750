"""`relance backups` and `relance restore NAME`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from store.errors import FileTrouble
from store.file.backups import Backup, Backups
from tui.cli import options
from tui.cli.opening import with_session
from tui.cli.output import joined, json_list, result
from tui.cli.table import Column, line_width, table
from tui.cli.words import command
from tui.language import N_, _, ngettext
from tui.session import Session
from tui.wording.days import long_day
from tui.wording.findings import WHY


@command(
    "backups",
    N_("relance backups"),
    N_("relance backups --json"),
    help=N_("List the backups, the newest first. They are made by themselves."),
)
@options.json_option
@with_session
def backups(session: Session, as_json: bool) -> None:
    """Prints the backups."""
    kept = session.repository.keeper.backups
    with _saying_what_fails(session):
        found = [] if kept is None else [(each, _quotes(kept, each)) for each in kept.all()]
    if as_json:
        json_list(_json(backup, quotes) for backup, quotes in found)
        return
    for line in table([Column(), Column(), Column(), Column()], _rows(found), line_width()):
        result(line)
    if not found:
        result(_("No backup was made yet: the first change of a day makes one."))


@command(
    "restore",
    N_("relance restore 2026-03-20-0042-daily"),
    help=N_(
        "Put a backup in the place of the file. What is there is backed up before, "
        "and restoring that takes it back: undo does not."
    ),
)
@click.argument("name")
@options.yes_option
@with_session
def restore(session: Session, name: str) -> None:
    """Restores a backup."""
    from store.file import rescue

    with _saying_what_fails(session):
        backup = rescue.restore(session.repository, name, session.clock.today())
    count = len(session.repository.snapshot().quotes)
    quotes = ngettext("{n} quote", "{n} quotes", count).format(n=count)
    hint = _("relance backups lists what was there before")
    result(joined(session, _("{name} restored").format(name=backup.name), quotes, hint))


@contextmanager
def _saying_what_fails(session: Session) -> Iterator[None]:
    """Raises `FileTrouble` where the folder of the backups fails."""
    try:
        yield
    except OSError as error:
        path, why = str(error.filename or session.repository.path), error.strerror or str(error)
        raise FileTrouble("unreadable", path=path, why=why) from error


def _quotes(kept: Backups, backup: Backup) -> int | None:
    """How many quotes are in a backup, none where it cannot be read."""
    try:
        return len(kept.tables(backup).get("quotes", {}))
    except FileTrouble:
        return None


def _rows(found: Sequence[tuple[Backup, int | None]]) -> list[list[str]]:
    return [
        [
            backup.name,
            long_day(backup.day),
            _("damaged")
            if quotes is None
            else ngettext("{n} quote", "{n} quotes", quotes).format(n=quotes),
            _("{size} kB, {why}").format(size=-(-backup.size // 1000), why=_(WHY[backup.why])),
        ]
        for backup, quotes in found
    ]


def _json(backup: Backup, quotes: int | None) -> dict[str, object]:
    return {
        "name": backup.name,
        "day": backup.day.isoformat(),
        "size": backup.size,
        "quotes": quotes,
        "why": backup.why,
    }
