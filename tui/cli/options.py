"""Options and arguments that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from store.records.words import CallOutcome, Channel
from store.rules.views import View
from tui.cli import proposals
from tui.cli.proposals import Propose
from tui.cli.types import DAY, MINUTES, MOMENT, NOTE, PART, REF, Reads, one_of
from tui.cli.words import option
from tui.language import N_

F = TypeVar("F", bound=Callable[..., Any])

ref_argument = click.argument("ref", type=REF)

_INSISTS = N_("Insist where a rule refuses.")

insist_option = option("--yes", "insist", is_flag=True, help=_INSISTS)

yes_option = option("--yes", is_flag=True, expose_value=False, help=_INSISTS)
"""For commands that no rule refuses so far: `--yes` may be said to all that change something."""

json_option = option("--json", "as_json", is_flag=True, help=N_("Print JSON, for scripts."))

lead_option = option(
    "--lead", metavar="NAME", type=PART, default="", help=N_("Only leads with NAME in their name.")
)

on_day_option = option("--on", type=DAY, metavar="DATE", help=N_("The day; today unless given."))


def view_option(default: View) -> Callable[[F], F]:
    """`--view`, with its default."""
    return option(
        "--view",
        type=one_of(View),
        default=default.value,
        show_default=True,
        help=N_("Which quotes."),
    )


def fields_argument(propose: Propose) -> Callable[[F], F]:
    """FIELD=VALUE, as often as needed."""
    kind = Reads("text", lambda _, typed, __: typed, propose)
    return click.argument("fields", type=kind, nargs=-1, metavar="[FIELD=VALUE]...")


def contact_options(function: F) -> F:
    """What is said of a contact: day, channel, minutes, note."""
    for add in (
        option("--note", type=NOTE, default="", help=N_("What was said.")),
        option("--minutes", type=MINUTES, metavar="N", help=N_("How long it took.")),
        option(
            "--channel",
            type=one_of(Channel),
            default=Channel.EMAIL.value,
            show_default=True,
            help=N_("How it was made."),
        ),
        option(
            "--on",
            type=MOMENT,
            metavar="DATE",
            help=N_("The day, maybe with a time; today unless given."),
        ),
    ):
        function = add(function)
    return function


outcome_option = option("--outcome", type=one_of(CallOutcome), help=N_("How the attempt ended."))

quote_fields = fields_argument(proposals.quote_fields)
lead_fields = fields_argument(proposals.lead_fields)
contact_fields = fields_argument(proposals.contact_fields)
