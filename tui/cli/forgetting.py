"""`relance forget LEAD`: erases a lead and all its traces, after the name was typed once more."""

import click

from store.errors import Refused
from store.file.forgetting import Found, find
from store.file.traces import plain
from tui.cli.opening import with_session
from tui.cli.output import remark, result, understood, warning
from tui.cli.types import LEAD
from tui.cli.words import command, option
from tui.forgetting import forget_everywhere
from tui.language import N_, _
from tui.session import Session
from tui.wording.forgetting import (
    copies_text,
    forgotten_text,
    found_text,
    remains,
    warnings_before,
)


@command(
    "forget",
    N_('relance forget "Atelier Lumen"                     # asks for the name once more'),
    N_('relance forget "Atelier Lumen" --keep-backups'),
    N_('relance forget "Atelier Lumen" --yes               # asks nothing'),
    help=N_(
        "Erase a lead and all its traces for good, also from the history and the backups. "
        "Use delete for what you may want back."
    ),
)
@click.argument("name", type=LEAD)
@option("--keep-backups", "keeps", is_flag=True, help=N_("Leave backups and other copies as is."))
@option("--yes", "insist", is_flag=True, help=N_("Ask nothing; backups are rewritten too."))
@with_session
def forget(session: Session, name: str, keeps: bool, insist: bool) -> None:
    """Forgets a lead."""
    found = find(session.repository, name)
    understood(_("lead"), found.name)
    remark(found_text(found))
    remark(warnings_before())
    if not insist:
        _check_name(found)
    with_copies = not keeps and (insist or not found.copies or _wants_copies(found))
    done = forget_everywhere(session, found, with_copies=with_copies)
    result(forgotten_text(done))
    for text in remains(done):
        warning(text)


def _check_name(found: Found) -> None:
    """Raises `Refused` unless the lead's name is typed."""
    refusal = Refused("name_not_typed", insist=True, name=found.name)
    try:
        typed = click.prompt(
            _("Type the lead's name to erase it"), default="", show_default=False, err=True
        )
    except click.Abort:
        raise refusal from None
    if plain(typed) != plain(found.name):
        raise refusal


def _wants_copies(found: Found) -> bool:
    """Whether the copies are to be rewritten too; yes unless the answer is no."""
    question = _("Erase it from {copies} too?").format(copies=copies_text(found))
    try:
        return click.confirm(question, default=True, err=True)
    except click.Abort:
        raise Refused("name_not_typed", insist=True, name=found.name) from None
