"""`relance import` of a JSON export: the records of another tracker, or of this one."""

import click

from store.exchange.import_records import (
    TAKEN,
    ImportRecords,
    PlannedRecord,
    RecordVerdict,
    plan_records,
)
from store.exchange.json_import import read_records
from tui.cli.interruptible import Interruptible
from tui.cli.output import joined, remark, result
from tui.language import _
from tui.session import Session
from tui.wording.changes import edit_text
from tui.wording.errors import command_line_error, problem_text
from tui.wording.record_words import counts_text, planned_text

NOTHING_GOOD = 2
"""The exit code where no record of the file is good."""


def import_records(session: Session, name: str, data: bytes, *, dry_run: bool) -> None:
    """Takes the records in, or tells what would become of each. `name` is the file's."""
    read = read_records(name, data)
    planned = plan_records(read, session.repository.snapshot())
    for each in planned:
        if each.problem is not None:
            remark(problem_text(each.problem, command_line_error))
    if dry_run:
        for each in planned:
            result(planned_text(each))
        result(joined(session, *counts_text(planned), _("nothing was saved")))
    else:
        _take_in(session, ImportRecords(name=read.name, found=read.found), planned)
    if planned and all(each.verdict is RecordVerdict.PROBLEM for each in planned):
        click.get_current_context().exit(NOTHING_GOOD)


def _take_in(session: Session, command: ImportRecords, planned: list[PlannedRecord]) -> None:
    left = [each for each in planned if each.verdict not in TAKEN]
    if len(left) == len(planned):
        result(joined(session, _("nothing to add"), *counts_text(left)))
        return
    with Interruptible() as saving:
        saving.watch(len(planned), len(planned))  # it is one step, which is not stopped
        saved = session.repository.commit(command, session.circumstances())
    said = joined(session, edit_text(saved.edit), *counts_text(left), _("next: relance today"))
    result(said)
    saving.leave_if_asked()
