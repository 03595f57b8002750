"""Commands through time: undo, redo, history."""

import msgspec

from store.file.about import quote_of_change
from store.file.history import Change, Touched
from store.records.quote_practice import is_private
from store.records.snapshot import Snapshot
from tui.cli import options
from tui.cli.opening import with_session
from tui.cli.output import joined, json_list, result
from tui.cli.saving import next_step
from tui.cli.words import command
from tui.language import N_, _
from tui.safe_text import shown
from tui.session import Session
from tui.wording.changes import change_text
from tui.wording.days import long_day
from tui.wording.history import history_text, public_facts


@command(
    "undo",
    N_("relance undo"),
    help=N_("Take back the latest change. It may be one of an earlier day."),
)
@options.yes_option
@with_session
def undo(session: Session) -> None:
    """Takes back the latest change."""
    session.repository.snapshot()  # a file that cannot be read is not written to
    change = session.repository.undo(session.circumstances())
    _say(session, _("undone: {change}"), change)


@command("redo", N_("relance redo"), help=N_("Do again what was undone last."))
@options.yes_option
@with_session
def redo(session: Session) -> None:
    """Does again what was undone."""
    session.repository.snapshot()
    change = session.repository.redo(session.circumstances())
    _say(session, _("redone: {change}"), change)


@command(
    "history",
    N_("relance history"),
    N_("relance history --json"),
    help=N_("What was changed, the latest change first."),
)
@options.json_option
@with_session
def history(session: Session, as_json: bool) -> None:
    """Prints the changes."""
    changes = [*reversed(session.repository.history())]
    snapshot = session.repository.snapshot()
    if as_json:
        json_list(_json(change, snapshot) for change in changes)
        return
    several = len({change.machine for change in changes}) > 1
    for change in changes:
        result(_line(session, change, snapshot, with_machine=several))
    if not changes:
        result(_("Nothing was changed yet."))


def _say(session: Session, words: str, change: Change) -> None:
    """One line: the change, and the next step of the quote that it was about."""
    snapshot = session.repository.snapshot()
    quote_id = quote_of_change(change, snapshot) or 0
    text = words.format(change=_text(change))
    result(joined(session, text, next_step(session, snapshot, quote_id)))


def _text(change: Change) -> str:
    return change_text(change.code, change.subject, _facts(change))


def _facts(change: Change) -> dict[str, str | int | bool | tuple[str, ...] | None]:
    return {
        name: tuple(fact) if isinstance(fact, list) else fact for name, fact in change.facts.items()
    }


def _line(session: Session, change: Change, snapshot: Snapshot, *, with_machine: bool) -> str:
    clock = f" {change.time:%H:%M}" if change.time else ""
    parts = (
        f"{long_day(change.on)}{clock}",
        history_text(change, snapshot),
        _("undone") if change.undone else "",
        shown(change.machine) if with_machine else "",
    )
    return joined(session, *parts)


def _json(change: Change, snapshot: Snapshot) -> dict[str, object]:
    return {
        "on": change.on.isoformat(),
        "time": f"{change.time:%H:%M}" if change.time else None,
        "machine": change.machine,
        "code": change.code,
        "subject": change.subject,
        "facts": public_facts(change),
        "undone": change.undone,
        "text": history_text(change, snapshot),
        "records": [_record_json(record) for record in change.records],
    }


def _record_json(record: Touched) -> dict[str, object]:
    """What the change did to a record: which, how, and its fields before and after.

    Only the file and its backups keep what is private (PRACTICES H5).
    """
    before, after = (
        {name: msgspec.json.decode(raw) for name, raw in fields.items() if not is_private(name)}
        for fields in (record.before, record.after)
    )
    head = {"table": record.table, "id": record.id, "how": record.how}
    return {**head, "before": before, "after": after}
