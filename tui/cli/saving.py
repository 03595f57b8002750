"""Committing what a command asks for, and saying in one line what changed and what comes next."""

from store.changes.command import Command
from store.errors import NotFound, NothingToDo
from store.file.repository import Saved
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.rules.board import Board
from store.rules.standing import Standing
from tui.cli.output import joined, result, understood
from tui.language import _
from tui.session import Session
from tui.wording.changes import edit_text, next_step_text


def the_quote(session: Session, ref: str) -> Quote:
    """The quote named `ref`, which is said with its lead: refs are easily mistaken.

    Raises `NotFound`, or `TrackerError` where two quotes have the name.
    """
    snapshot = session.repository.snapshot()
    quote = snapshot.quote_with_ref(ref)
    understood(_("quote"), f"{quote.title}, {snapshot.lead_of(quote).name}")
    return quote


def say_lead(session: Session, typed: str) -> None:
    """Says which lead was understood, or that it is a new one."""
    try:
        understood(_("lead"), session.repository.snapshot().lead_named(typed).name)
    except NotFound:
        understood(_("new lead"), typed)


def save(session: Session, command: Command) -> Saved:
    """Commits the command; raises `NothingToDo` where everything was so already."""
    saved = session.repository.commit(command, session.circumstances())
    if not (saved.edit.puts or saved.edit.deletes):
        raise NothingToDo("nothing_changed")
    return saved


def say(session: Session, saved: Saved, *parts: str) -> None:
    """Prints what changed, then the parts, on one line."""
    result(joined(session, edit_text(saved.edit), *parts))


def save_quote(session: Session, command: Command, quote: Quote) -> Saved:
    """Commits a change of a quote and prints what changed, and the quote's next step."""
    saved = save(session, command)
    say(session, saved, next_step(session, saved.snapshot, quote.id))
    return saved


def next_step(session: Session, snapshot: Snapshot, quote_id: int) -> str:
    """What comes next for the quote, or for the draft that replaced it; empty where it is gone."""
    quote = snapshot.quotes.get(quote_id)
    if quote is None:
        return ""
    became = quote.outcome.became if quote.outcome else None
    return next_step_text(standing_of(session, snapshot, snapshot.quotes.get(became or 0) or quote))


def standing_of(session: Session, snapshot: Snapshot, quote: Quote) -> Standing:
    """Where the quote stands today."""
    return Board(snapshot, session.clock.today(), session.rulebook, session.clock.now()).of_quote(
        quote
    )


def undo_hint() -> str:
    """How to take a change back, for those after which nothing comes next."""
    return _("relance undo takes it back")
