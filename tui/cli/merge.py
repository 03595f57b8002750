"""`relance merge`: two versions of the file made one, for git and for whoever keeps copies."""

from pathlib import Path
from shlex import quote

import click
from click.core import ParameterSource

from store.errors import FileTrouble
from store.file.atomic import replace_file
from store.file.level import level
from store.file.lost import Merged
from store.file.merge import merge as merge_tables
from store.file.port import Disk
from store.file.side import read_side
from store.file.tables import Tables, compose
from tui.cli.opening import say_warnings
from tui.cli.output import remark, result
from tui.cli.this_run import session_of
from tui.cli.words import command
from tui.language import N_, _, ngettext
from tui.safe_text import shown
from tui.session import Session
from tui.wording.errors import command_line_error

CANNOT_MERGE = 1
"""The exit code that tells git that a person has to look: a side cannot be read."""

GITS_OWN = ".merge_file_"
"""How the names of the files begin that git gives to its merge drivers."""


@command(
    "merge",
    N_("relance merge base.json mine.json theirs.json   # the result is in mine.json"),
    N_("git config merge.relance.driver '/the/path/to/relance merge %O %A %B'"),
    N_("echo 'relance.json merge=relance' >> .gitattributes"),
    help=N_(
        "Merge the changes of two versions of the file since BASE, record by record, and write "
        "the result into OURS. Of two changes of one field the one is kept whose version had seen "
        "more changes by then, and the other is listed by relance doctor. Exits with 1, and OURS "
        "as it was, where a version cannot be read."
    ),
)
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
def merge(base: str, ours: str, theirs: str) -> None:
    """Merges, or says why not."""
    session = session_of(click.get_current_context())
    try:
        ancestor, mine, other = _sides(Path(base), Path(ours), Path(theirs))
        merged = merge_tables(*level(ancestor, mine, other))
    except FileTrouble as error:
        remark(_("relance: {problem}").format(problem=command_line_error(error)))
        click.get_current_context().exit(CANNOT_MERGE)
    if session.repository.path == Path(ours).resolve():
        merged = _merge_into_file(session, ancestor, other)
    else:
        replace_file(Disk(), Path(ours).resolve(), compose(merged.tables))
    result(_merged_text(len(merged.lost), _doctor_of(session, Path(ours))))


def _merge_into_file(session: Session, ancestor: Tables, other: Tables) -> Merged:
    """Merges into the data file, as it is under the lock, after a backup."""
    done: list[Merged] = []

    def merged(tables: Tables) -> Tables:
        done.append(merge_tables(*level(ancestor, tables, other)))
        return done[-1].tables

    session.repository.rewrite(merged, session.clock.today(), "merge")
    say_warnings(session)
    return done[-1]


def _sides(base: Path, ours: Path, theirs: Path) -> tuple[Tables, Tables, Tables]:
    """The three versions. An empty side where there was something is damage, not a deletion."""
    sides = [read_side(Disk(), path) for path in (base, ours, theirs)]
    for side in sides[1:]:
        if sides[0].text.strip() and not side.text.strip():
            raise FileTrouble("damaged", path=str(side.path), why=_("it is empty"))
    ancestor, mine, other = (side.tables for side in sides)
    return ancestor, mine, other


def _doctor_of(session: Session, ours: Path) -> str:
    """The command that lists what was lost. What git merges is a file that goes by itself."""
    root = click.get_current_context().find_root()
    is_typed = root.get_parameter_source("file") is ParameterSource.COMMANDLINE
    is_default = session.repository.path == ours.resolve() and not is_typed
    if is_default or ours.name.startswith(GITS_OWN):
        return "relance doctor"
    return f"relance --file {shown(quote(str(ours)))} doctor"


def _merged_text(lost: int, doctor: str) -> str:
    if not lost:
        return _("merged")
    words = ngettext(
        "merged; {n} field was changed on both sides: see {doctor}",
        "merged; {n} fields were changed on both sides: see {doctor}",
        lost,
    )
    return words.format(n=lost, doctor=doctor)
