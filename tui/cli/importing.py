"""`relance import`: quotes from another program's file, line by line."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from store.exchange.decoding import LARGEST
from store.exchange.import_quotes import ImportQuotes, Planned, Verdict, plan
from store.exchange.imported import Import
from store.exchange.importing import read_file
from store.exchange.incoming import read_bytes
from store.exchange.json_import import is_json
from tui.cli.importing_records import import_records
from tui.cli.opening import with_session
from tui.cli.options import yes_option
from tui.cli.output import joined, remark, result, understood
from tui.cli.words import command, option
from tui.language import N_, _, ngettext
from tui.safe_text import shown
from tui.session import Session
from tui.wording.amounts import amount_text
from tui.wording.changes import edit_text
from tui.wording.errors import command_line_error, problem_text
from tui.wording.labels import label

STDIN = "-"
NOT_UNDERSTOOD = 2
"""The exit code where nothing in the file is good."""


@command(
    "import",
    N_("relance import devis.csv --dry-run             # see what would be added"),
    N_("relance import devis.csv"),
    N_("relance import records.json                     # what export --format json wrote"),
    help=N_(
        "Import quotes from a spreadsheet saved as CSV, or the records of a JSON export. Quotes "
        "that are there already stay as they are, and of records the ones changed last; "
        "`relance undo` takes the whole import back."
    ),
)
@click.argument("file", type=click.Path())
@option("--dry-run", is_flag=True, help=N_("Only print what would happen to each line."))
@yes_option
@with_session
def import_(session: Session, file: str, dry_run: bool) -> None:
    """Imports a file, or tells what importing it would do."""
    name, data = shown(Path(file).name), _bytes(file)
    if is_json(data):
        import_records(session, name, data, dry_run=dry_run)
        return
    read = read_file(name, data, session.clock.today(), session.rulebook.settings)
    planned = plan(read, session.repository.snapshot())
    if read.unread:
        understood(_("columns not read"), ", ".join(read.unread))
    for each in planned:
        if each.problem is not None:
            remark(problem_text(each.problem, command_line_error))
    if dry_run:
        _print_plan(session, planned)
    else:
        _add(session, read, planned)
    if planned and _count(planned, Verdict.PROBLEM) == len(planned):
        click.get_current_context().exit(NOT_UNDERSTOOD)


def _bytes(file: str) -> bytes:
    """What is in the file, or on stdin; not much more than can be imported is read."""
    if file == STDIN:
        return sys.stdin.buffer.read(LARGEST + 1)
    return read_bytes(Path(file))


def _add(session: Session, read: Import, planned: Sequence[Planned]) -> None:
    """Adds what is new, at once, and prints one line."""
    present = _count(planned, Verdict.PRESENT)
    known = _present_text(present) if present else ""
    if not _count(planned, Verdict.ADD):
        result(joined(session, _("nothing to add"), known))
        return
    command = ImportQuotes(name=read.name, quotes=read.quotes)
    saved = session.repository.commit(command, session.circumstances())
    result(joined(session, edit_text(saved.edit), known, _("next: relance today")))


def _print_plan(session: Session, planned: Sequence[Planned]) -> None:
    """One line for each line of the file, then the total."""
    for each in planned:
        result(_plan_text(session, each))
    add, problems = _count(planned, Verdict.ADD), _count(planned, Verdict.PROBLEM)
    total = (
        ngettext("{n} quote to add", "{n} quotes to add", add).format(n=add),
        _present_text(_count(planned, Verdict.PRESENT)),
        ngettext("{n} problem", "{n} problems", problems).format(n=problems),
        _("nothing was saved"),
    )
    result(joined(session, *total))


def _plan_text(session: Session, planned: Planned) -> str:
    words = {
        Verdict.ADD: _("add"),
        Verdict.PRESENT: _("there already"),
        Verdict.PROBLEM: _("problem"),
    }
    head = _("line {line}: {verdict}").format(line=planned.line, verdict=words[planned.verdict])
    quote = planned.quote
    if quote is None:
        return head
    chased = len(quote.follow_ups)
    return joined(
        session,
        f"{head} {shown(quote.ref)}",
        shown(quote.lead),
        shown(quote.title),
        amount_text(quote.amount, quote.currency),
        label(quote.status),
        ngettext("{n} follow-up", "{n} follow-ups", chased).format(n=chased) if chased else "",
    )


def _present_text(count: int) -> str:
    words = ngettext("{n} quote there already", "{n} quotes there already", count)
    return words.format(n=count)


def _count(planned: Sequence[Planned], verdict: Verdict) -> int:
    return sum(each.verdict is verdict for each in planned)
