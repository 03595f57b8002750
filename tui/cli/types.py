"""The kinds of values on the command line: how each is read, and what the shell may propose.

The readers are loaded where a value is given: most commands get none.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from store.records.follow_up import LONGEST_CONTACT
from store.records.quote import HIGHEST_LIMIT, LONGEST_VALIDITY
from store.records.text import read_line, read_note, read_ref, read_required_line
from tui.cli import proposals
from tui.cli.proposals import Propose
from tui.cli.this_run import session_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    ParamType = click.ParamType[object]
else:
    ParamType = click.ParamType  # generic only since click 8.4


class Reads(ParamType):
    """A value that one of the tracker's readers reads; what it raises names the option."""

    def __init__(
        self,
        name: str,
        read: Callable[[str, str, click.Context], object],
        propose: Propose = proposals.nothing,
    ) -> None:
        self.name = name
        self._read = read
        self._propose = propose

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """What was typed, read; a default is taken as it is."""
        if not isinstance(value, str) or param is None or ctx is None:
            return value
        is_option = isinstance(param, click.Option)
        field = param.opts[-1] if is_option else param.human_readable_name
        return self._read(field, value, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """What the shell may propose."""
        return proposals.items(self._propose, ctx, incomplete)


def one_of(codes: Iterable[str]) -> click.Choice[str]:
    """One of the codes, in any case."""
    return click.Choice([str(code) for code in codes], case_sensitive=False)


def _number(highest: int) -> Reads:
    def read(field: str, typed: str, _: click.Context) -> object:
        from store.changes.field_reading import read_number

        return read_number(field, typed, highest)

    return Reads("number", read)


def _read_day(field: str, typed: str, ctx: click.Context) -> object:
    from store.records.day_reading import read_day

    return read_day(field, typed, session_of(ctx).clock.today())


def _read_moment(field: str, typed: str, ctx: click.Context) -> object:
    from store.records.day_reading import read_moment

    return read_moment(field, typed, session_of(ctx).clock.today())


def _read_amount(field: str, typed: str, _: click.Context) -> object:
    from store.records.amount_reading import read_amount

    return read_amount(field, typed)


def _read_currency(field: str, typed: str, _: click.Context) -> object:
    from store.records.amount_reading import read_currency

    return read_currency(field, typed)


def _read_cadence(field: str, typed: str, ctx: click.Context) -> object:
    from store.changes.field_reading import Reading
    from store.changes.fields import QUOTE_FIELDS

    session = session_of(ctx)
    reading = Reading(session.clock.today(), session.rulebook.settings)
    return QUOTE_FIELDS["cadence"](field, typed, reading)[field]


DAY = Reads("date", _read_day, proposals.days)
MOMENT = Reads("date", _read_moment, proposals.days)
AMOUNT = Reads("amount", _read_amount)
CURRENCY = Reads("code", _read_currency)
VALIDITY = _number(LONGEST_VALIDITY)
LIMIT = _number(HIGHEST_LIMIT)
MINUTES = _number(LONGEST_CONTACT)
NUMBER = _number(999_999)
LINE = Reads("text", lambda field, typed, _: read_required_line(field, typed))
PART = Reads("name", lambda field, typed, _: read_line(field, typed), proposals.leads)
NOTE = Reads("text", lambda field, typed, _: read_note(field, typed))
NEW_REF = Reads("ref", lambda field, typed, _: read_ref(field, typed))
LEAD = Reads("name", lambda field, typed, _: read_required_line(field, typed), proposals.leads)
CADENCE = Reads("name", _read_cadence, proposals.cadences)
REF = Reads("ref", lambda _, typed, __: typed, proposals.quotes)
DRAFT_REF = Reads("ref", lambda _, typed, __: typed, proposals.drafts)
CLOSED_REF = Reads("ref", lambda _, typed, __: typed, proposals.closed)
