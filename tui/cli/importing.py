"""`relance import`: quotes from another program's file, line by line."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from store.errors import InvalidValue
from store.exchange.conventions import DAY_ORDERS, DECIMAL_SIGNS, Forced
from store.exchange.decoding import ENCODINGS, LARGEST
from store.exchange.import_quotes import ImportQuotes, Planned, Verdict, plan
from store.exchange.imported import Import
from store.exchange.importing import read_file
from store.exchange.incoming import read_bytes
from store.exchange.json_import import is_json
from store.exchange.recognising import SHAPES
from store.exchange.remembered import NAME, remember, remembered
from store.exchange.table import DELIMITERS
from tui.cli.importing_records import import_records
from tui.cli.interruptible import Interruptible
from tui.cli.opening import with_session
from tui.cli.options import yes_option
from tui.cli.output import joined, remark, result, understood, warning
from tui.cli.progress import progress
from tui.cli.words import command, option
from tui.language import N_, _
from tui.safe_text import shown
from tui.session import Session
from tui.wording.changes import edit_text
from tui.wording.errors import command_line_error, problem_text
from tui.wording.import_words import line_parts, present_text, read_as_parts, total_parts

STDIN = "-"
NOT_UNDERSTOOD = 2
"""The exit code where nothing in the file is good."""

_TAB = "tab"


@command(
    "import",
    N_("relance import devis.csv --dry-run             # see what would be added"),
    N_("relance import devis.csv"),
    N_("relance import records.json                     # what export --format json wrote"),
    N_("relance import liste.csv --map lead=Client,title=Objet,amount=Prix,sent=Date"),
    help=N_(
        "Import quotes from a CSV file: of Dolibarr, Invoice Ninja, Odoo, ERPNext, a spreadsheet, "
        "or any other with --map. The same file again adds nothing; one that grew adds what is "
        "new and changes what you did not change yourself. The records of a JSON export are taken "
        "in too. `relance undo` takes it all back."
    ),
)
@click.argument("file", type=click.Path())
@option("--dry-run", is_flag=True, help=N_("Only print what would happen to each line."))
@option(
    "--format",
    "shape",
    type=click.Choice([shape.name for shape in SHAPES], case_sensitive=False),
    help=N_("The program that wrote it, where its header does not tell."),
)
@option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN,...",
    help=N_("Which column holds what; remembered for files with the same header."),
)
@option(
    "--encoding",
    type=click.Choice([*ENCODINGS], case_sensitive=False),
    help=N_("The encoding of the text."),
)
@option(
    "--delimiter",
    type=click.Choice([_TAB if each == "\t" else each for each in DELIMITERS]),
    help=N_("The sign between the columns."),
)
@option(
    "--decimal",
    type=click.Choice(DECIMAL_SIGNS),
    help=N_("The sign before the cents."),
)
@option(
    "--dates",
    type=click.Choice(DAY_ORDERS),
    help=N_("The order of day, month and year."),
)
@yes_option
@with_session
def import_(session: Session, /, file: str, dry_run: bool, **said: Any) -> None:
    """Imports a file, or tells what importing it would do."""
    name, data = shown(Path(file).name), _bytes(file)
    if is_json(data):
        import_records(session, name, data, dry_run=dry_run)
        return
    read = _read(session, name, data, _forced(**said))
    with progress(_("Comparing")) as watch:
        planned = plan(read, session.repository.snapshot(), watch)
    _say_how(session, read)
    _say_problems(planned)
    if dry_run:
        _print_plan(session, planned)
    else:
        _add(session, read, planned)
        _keep_mapping(session, read)
    if planned and _count(planned, Verdict.PROBLEM) == len(planned):
        click.get_current_context().exit(NOT_UNDERSTOOD)


def _forced(*, mapping: Sequence[str], shape: str | None, **said: str | None) -> Forced:
    """What the options say of the file."""
    if mapping and shape:
        raise click.UsageError(_("--format and --map contradict each other: give one of them."))
    if said["delimiter"] == _TAB:
        said["delimiter"] = "\t"
    given: dict[str, Any] = {name: value for name, value in said.items() if value}
    return Forced(mapping=",".join(mapping), shape=shape or "", **given)


def _read(session: Session, name: str, data: bytes, forced: Forced) -> Import:
    with progress(_("Reading")) as watch:
        return read_file(
            name,
            data,
            session.clock.today(),
            session.rulebook.settings,
            forced=forced,
            known=remembered(session.memory),
            watch=watch,
        )


def _bytes(file: str) -> bytes:
    """What is in the file, or on stdin; not much more than can be imported is read."""
    if file == STDIN:
        return sys.stdin.buffer.read(LARGEST + 1)
    return read_bytes(Path(file))


def _say_how(session: Session, read: Import) -> None:
    """How the file was understood."""
    understood(_("read as"), joined(session, *read_as_parts(read)))
    if read.remembered:
        understood(_("mapping given before for these columns"), read.mapping)
    if read.unread:
        understood(_("columns not read"), ", ".join(read.unread))


def _say_problems(planned: Sequence[Planned]) -> None:
    for each in planned:
        if each.problem is not None:
            remark(problem_text(each.problem, command_line_error))
        if each.quote is not None and each.verdict is not Verdict.PRESENT:
            for noted in each.quote.remarks:
                warning(problem_text(noted, command_line_error))


def _add(session: Session, read: Import, planned: Sequence[Planned]) -> None:
    """Adds and changes what is new, at once, and prints one line; then obeys Ctrl+C."""
    present = _count(planned, Verdict.PRESENT)
    known = present_text(present) if present else ""
    with progress(_("Saving")) as watch, Interruptible(watch) as saving:
        command = ImportQuotes(name=read.name, quotes=read.quotes, watch=saving.watch)
        is_news = any(each.is_news for each in planned)
        saved = session.repository.commit(command, session.circumstances()) if is_news else None
    if saved is None or not (saved.edit.puts or saved.edit.deletes):
        result(joined(session, _("nothing to add"), known))
    else:
        result(joined(session, edit_text(saved.edit), known, _("next: relance today")))
        saving.leave_if_asked()


def _keep_mapping(session: Session, read: Import) -> None:
    """Remembers a mapping that was given, and says so."""
    if not read.mapping or read.remembered or session.memory is None:
        return
    try:
        remember(session.memory, read.header, read.mapping)
    except OSError as error:
        path = str(session.memory / NAME)
        trouble = InvalidValue("map", path, "mapping_not_kept", path=path, why=str(error.strerror))
        warning(command_line_error(trouble))
    else:
        remark(_("The mapping is remembered: a file with these columns needs no --map."))


def _print_plan(session: Session, planned: Sequence[Planned]) -> None:
    """One line for each line of the file, then the total."""
    for each in planned:
        result(joined(session, *line_parts(each)))
    result(joined(session, *total_parts(planned), _("nothing was saved")))


def _count(planned: Sequence[Planned], verdict: Verdict) -> int:
    return sum(each.verdict is verdict for each in planned)
