"""What a shell may propose while somebody types: refs, leads, fields, cadences, days."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import click

from store.errors import TrackerError
from store.records.text import fold
from store.records.words import CallOutcome, Channel, Direction, Kind
from store.rules.views import View
from tui.cli.this_run import session_of
from tui.safe_text import shown
from tui.session import Session

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

DAYS = ("today", "tomorrow", "yesterday", "+3d", "+1w", "monday", "friday")
YES_NO = ("yes", "no")


class Proposal(NamedTuple):
    """A word to type, and what it stands for."""

    value: str
    help: str = ""


Propose = Callable[[click.Context, str], Iterable[Proposal]]
"""What may be proposed for the beginning of a word."""


def items(propose: Propose, ctx: click.Context, typed: str) -> "list[CompletionItem]":
    """The proposals as click hands them to the shell; nothing where the file cannot be read.

    What a terminal would obey is never proposed.
    """
    from click.shell_completion import CompletionItem

    found: list[CompletionItem] = []
    with suppress(TrackerError, OSError):
        for value, text in propose(ctx, typed):
            if value == shown(value):
                found.append(CompletionItem(value, help=shown(text) or None))
    return found


def nothing(_: click.Context, __: str) -> Iterable[Proposal]:
    """No proposal."""
    return ()


def days(_: click.Context, typed: str) -> Iterator[Proposal]:
    """Ways of naming a day."""
    return _beginning(typed, ((day, "") for day in DAYS))


def quotes(ctx: click.Context, typed: str) -> Iterator[Proposal]:
    """Refs in the order of the work, closed quotes last."""
    return _refs(session_of(ctx), typed, View.ALL)


def drafts(ctx: click.Context, typed: str) -> Iterator[Proposal]:
    """Refs of drafts."""
    return _refs(session_of(ctx), typed, View.DRAFTS)


def closed(ctx: click.Context, typed: str) -> Iterator[Proposal]:
    """Refs of closed quotes."""
    return _refs(session_of(ctx), typed, View.CLOSED)


def leads(ctx: click.Context, typed: str) -> Iterator[Proposal]:
    """Names of leads, those with most pending first."""
    names = (standing.lead.name for standing in session_of(ctx).board().leads())
    return _beginning(typed, ((name, "") for name in names if name))


def cadences(ctx: click.Context, typed: str) -> Iterator[Proposal]:
    """Names of cadences."""
    known = session_of(ctx).rulebook.settings.cadences
    return _beginning(typed, ((cadence.name, "") for cadence in known))


def quote_fields(ctx: click.Context, typed: str) -> Iterator[Proposal]:
    """`FIELD=` of a quote, then its values where they are few."""
    from store.changes.fields import QUOTE_FIELDS  # only a shell that completes needs them

    return _assignments(ctx, typed, QUOTE_FIELDS)


def lead_fields(ctx: click.Context, typed: str) -> Iterator[Proposal]:
    """`FIELD=` of a lead, and ways to add people and to say that they left."""
    from store.changes.fields import LEAD_FIELDS

    return _assignments(ctx, typed, (*LEAD_FIELDS, "contact+", "contact-"))


def contact_fields(ctx: click.Context, typed: str) -> Iterator[Proposal]:
    """`FIELD=` of a contact, then its values where they are few."""
    from store.changes.fields import CONTACT_FIELDS

    return _assignments(ctx, typed, CONTACT_FIELDS)


_VALUES: Mapping[str, Propose] = {
    "cadence": cadences,
    "lead": leads,
    "urgent": lambda _, typed: _beginning(typed, ((word, "") for word in YES_NO)),
    "regular": lambda _, typed: _beginning(typed, ((word, "") for word in YES_NO)),
    "answer_needed": lambda _, typed: _beginning(typed, ((word, "") for word in YES_NO)),
    "kind": lambda _, typed: _beginning(typed, ((code, "") for code in Kind)),
    "channel": lambda _, typed: _beginning(typed, ((code, "") for code in Channel)),
    "outcome": lambda _, typed: _beginning(typed, ((code, "") for code in CallOutcome)),
    "direction": lambda _, typed: _beginning(typed, ((code, "") for code in Direction)),
}


def _assignments(ctx: click.Context, typed: str, fields: Iterable[str]) -> Iterator[Proposal]:
    name, equals, value = typed.partition("=")
    if not equals:
        return _beginning(typed, ((f"{field}=", "") for field in fields))
    known = _VALUES.get(name, nothing)(ctx, value)
    return (Proposal(f"{name}={proposal.value}", proposal.help) for proposal in known)


def _refs(session: Session, typed: str, view: View) -> Iterator[Proposal]:
    found = session.board().quotes(view)
    described = ((each.quote.ref, f"{each.lead.name}, {each.quote.title}") for each in found)
    return _beginning(typed, described)


def _beginning(typed: str, known: Iterable[tuple[str, str]]) -> Iterator[Proposal]:
    """Those that begin with what was typed, without regard to case and accents."""
    start = fold(typed)
    return (Proposal(value, text) for value, text in known if fold(value).startswith(start))
