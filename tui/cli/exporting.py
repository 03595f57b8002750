"""`relance export`: the follow-up log for other programs and for people, the days for calendars."""

from datetime import date
from pathlib import Path

import click

from store.exchange.output import write_export
from store.rules.views import View
from tui.cli import options
from tui.cli.opening import with_session
from tui.cli.output import document, result
from tui.cli.types import DAY
from tui.cli.words import command, option
from tui.export_formats import FORMATS, format_of
from tui.language import N_, _
from tui.safe_text import shown
from tui.session import Session

STDOUT = "-"


@command(
    "export",
    N_("relance export > log.csv"),
    N_("relance export --output log.md --lead lumen --since 01/01/2026"),
    N_("relance export --format json --output records.json --force"),
    N_("relance export --output relance.ics"),
    help=N_(
        "Export the follow-up log. As CSV it has one line for each contact, as Markdown it is a "
        "page to read; JSON has the records themselves. As ics it is a calendar of the next "
        "follow-ups and last valid days of pending quotes; importing it again updates the events."
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
@option("--force", is_flag=True, help=N_("Replace a file that exists."))
@with_session
def export(
    session: Session,
    format_name: str | None,
    output: str | None,
    lead: str,
    since: date | None,
    until: date | None,
    view: str,
    force: bool,
) -> None:
    """Writes the log to a file, or to stdout."""
    if since and until and since > until:
        raise click.UsageError(_("--since lies after --until."))
    write = FORMATS[format_name or format_of(output)]
    text = write(session.board(), lead=lead, since=since, until=until, view=View(view))
    if output in (None, STDOUT):
        document(text)
        return
    path = Path(str(output))
    write_export(path, text, own=session.own_places(), force=force)
    result(_("{path} written").format(path=shown(str(path))))
