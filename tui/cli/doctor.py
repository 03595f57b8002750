"""`relance doctor`: what is wrong with the file, and what can be done about it."""

from collections.abc import Sequence

import click

from store.errors import FileTrouble, NothingToDo
from store.file.doctor import Examined, Finding, examine, examined
from store.file.history import REMARKS
from store.file.keeper import LOST
from store.file.rescue import start_afresh
from store.file.review import mark_seen
from store.file.treatment import treat
from tui.cli import options
from tui.cli.opening import with_session
from tui.cli.output import json_list, remark, result
from tui.cli.words import command, option
from tui.language import N_, _
from tui.session import Session
from tui.wording.findings import SILENT, finding_text, silent_leads_text, treatment_text

FOUND = 1
"""The exit code where something is wrong."""

MOST_SILENT = 5
"""So many silent leads get a line each; more of them share one."""


@command(
    "doctor",
    N_("relance doctor"),
    N_("relance doctor --fix"),
    N_("relance doctor --reviewed                        # the lost values were looked at"),
    N_("relance doctor --start-afresh                    # the file is gone: begin anew"),
    help=N_("Find what is wrong with the file. It is only looked at, unless --fix is given."),
)
@option("--fix", "fixes", is_flag=True, help=N_("Mend what can be mended."))
@option("--start-afresh", "afresh", is_flag=True, help=N_("Begin anew where the file is gone."))
@option("--reviewed", is_flag=True, help=N_("Mark the values lost in merges as seen."))
@options.json_option
@with_session
def doctor(session: Session, fixes: bool, afresh: bool, reviewed: bool, as_json: bool) -> None:
    """Prints what is found, and mends it where that is wanted."""
    if afresh:
        _start_afresh(session)
    file = examined(session.repository, session.clock.today())
    try:
        findings = examine(file)
        done = treat(findings, file, session.circumstances()) if fixes else []
        done += _mark_seen(session, findings) if reviewed else []
    except OSError as error:
        raise _trouble(file, error) from error
    left = [each for each in findings if not each.note and each not in done]
    if as_json:
        json_list(_json(each, each in done) for each in findings)
    else:
        _print(findings, done, fixes=fixes)
    click.get_current_context().exit(FOUND if left else 0)


def _start_afresh(session: Session) -> None:
    """Forgets a file that is gone, and says so; raises `NothingToDo` for one that is not."""
    file = examined(session.repository, session.clock.today())
    if file.trouble is None or file.trouble.code not in LOST:
        raise NothingToDo("not_gone", path=str(file.path))
    start_afresh(session.repository)
    remark(_("Begun afresh with an empty file. The backups stay: relance backups lists them."))


def _mark_seen(session: Session, findings: Sequence[Finding]) -> list[Finding]:
    """Marks what is to be reviewed as seen; returns those findings."""
    marked = [each for each in findings if each.code in REMARKS]
    if marked:
        ids = {each.facts["id"] for each in marked}
        mark_seen(session.repository, ids, session.clock.today())
    return marked


def _print(findings: Sequence[Finding], done: Sequence[Finding], *, fixes: bool) -> None:
    silent = [each for each in findings if each.code == SILENT]
    for each in findings:
        if each.code == SILENT and len(silent) > MOST_SILENT:
            continue
        treatment = treatment_text(each)
        result(finding_text(each))
        if each in done:
            result("  " + _("done: {treatment}").format(treatment=treatment))
        elif each.code in REMARKS:
            result("  " + _("--reviewed: {treatment}").format(treatment=treatment))
        elif treatment and not fixes:
            result("  " + _("--fix: {treatment}").format(treatment=treatment))
    if len(silent) > MOST_SILENT:
        result(silent_leads_text(silent))
    if all(each.note for each in findings):
        result(_("Nothing is wrong."))


def _json(finding: Finding, is_fixed: bool) -> dict[str, object]:
    return {
        "code": finding.code,
        "facts": {name: _plain(fact) for name, fact in finding.facts.items()},
        "note": finding.note,
        "fixable": finding.fixable,
        "fixed": is_fixed,
        "text": finding_text(finding),
    }


def _plain(fact: object) -> object:
    if isinstance(fact, tuple):
        return [*fact]
    return fact if isinstance(fact, str | int | bool | None) else str(fact)


def _trouble(file: Examined, error: OSError) -> FileTrouble:
    why = error.strerror or str(error)
    return FileTrouble("not_saved", path=str(error.filename or file.path), why=why)
