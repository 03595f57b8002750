"""`relance export`: the follow-up log for other programs and for people, the days for calendars."""

from collections.abc import Callable
from pathlib import Path
from typing import Unpack

import click

from store.exchange.output import write_export
from store.exchange.selection import Filters
from store.rules.views import View
from tui.cli import options
from tui.cli.opening import with_session
from tui.cli.output import document, result
from tui.cli.types import DAY
from tui.cli.words import command, option
from tui.export_formats import EXCEL, FORMATS, format_of, writer_of
from tui.language import N_, _
from tui.safe_text import shown
from tui.session import Session

STDOUT = "-"


@command(
    "export",
    N_("relance export > log.csv"),
    N_("relance export --output log.md --lead lumen --since 01/01/2026"),
    N_("relance export --format json --output records.json --force"),
    N_("relance export --excel --output log.csv         # for an Excel with French settings"),
    N_("relance export --output relance.ics"),
    help=N_(
        "Export the follow-up log. As CSV it has one line for each contact, as Markdown or HTML it "
        "is a page to read or print; JSON has the records themselves, to be imported again. As ics "
        "it is a calendar of the next follow-ups, last valid days and agreed calls of open quotes; "
        "importing it again updates the events."
    ),
)
@option(
    "--format",
    "format_name",
    type=click.Choice([*FORMATS]),
    help=N_("csv unless the name of the output says otherwise."),
)
@option("--output", type=click.Path(), metavar="FILE", help=N_("Write a file instead of stdout."))
@options.lead_option
@option("--since", type=DAY, metavar="DATE", help=N_("The first day of contacts or events."))
@option("--until", type=DAY, metavar="DATE", help=N_("The last day of contacts or events."))
@options.view_option(View.ALL)
@option("--excel", "for_excel", is_flag=True, help=N_("csv as an Excel with French settings."))
@option("--force", is_flag=True, help=N_("Replace a file that exists."))
@with_session
def export(
    session: Session,
    format_name: str | None,
    output: str | None,
    for_excel: bool,
    force: bool,
    **filters: Unpack[Filters],
) -> None:
    """Writes the log to a file, or to stdout."""
    since, until = filters["since"], filters["until"]
    if since and until and since > until:
        raise click.UsageError(_("--since lies after --until."))
    write = _writer(format_name or format_of(output), for_excel=for_excel)
    text = write(session.board(), **filters | {"view": View(filters["view"])})
    if output in (None, STDOUT):
        document(text)
        return
    path = Path(str(output))
    write_export(path, text, own=session.own_places(), force=force)
    result(_("{path} written").format(path=shown(str(path))))


def _writer(name: str, *, for_excel: bool) -> Callable[..., str]:
    """What writes the format; raises `click.UsageError`."""
    if for_excel and name != "csv":
        raise click.UsageError(_("--excel is for csv, not for {format}.").format(format=name))
    return writer_of(EXCEL if for_excel else name)
