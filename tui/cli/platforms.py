"""`relance ban`: what happened with a platform, and how long it lasts."""

from datetime import date

import click

from store.changes.incidents import LogIncident
from store.records.practice_words import IncidentKind
from store.rules.platform_history import PlatformHistory, platform_history
from tui.cli import options
from tui.cli.opening import with_session
from tui.cli.output import understood, understood_on, warn_of_future
from tui.cli.saving import save, say
from tui.cli.types import LEAD, LINE, NOTE, one_of
from tui.cli.words import command, option
from tui.language import N_, _
from tui.session import Session
from tui.wording.days import long_day


@command(
    "ban",
    N_("relance ban 5euros                                 # banned for contact outside it, today"),
    N_('relance ban malt --kind complaint --lead "Atelier Lumen" --note "Late by a day"'),
    help=N_(
        "Note an incident with a platform. A first ban for contact lasts 15 days, a second is for "
        "good. A complaint is kept with its lead and bans nobody."
    ),
)
@click.argument("platform", type=LINE)
@options.on_day_option
@option(
    "--kind",
    type=one_of(IncidentKind),
    default=IncidentKind.CONTACT.value,
    show_default=True,
    help=N_("What it was about."),
)
@option("--lead", "lead_name", type=LEAD, metavar="NAME", help=N_("The lead that it was about."))
@option("--note", type=NOTE, default="", help=N_("What happened."))
@options.yes_option
@with_session
def ban(
    session: Session,
    platform: str,
    on: date | None,
    kind: str,
    lead_name: str | None,
    note: str,
) -> None:
    """Notes an incident and prints how long the ban lasts."""
    day = on or session.clock.today()
    if on is not None:
        understood_on(session, _("on"), on)
        warn_of_future(session, on)
    lead_id = None
    if lead_name:
        lead = session.repository.snapshot().lead_named(lead_name)
        understood(_("lead"), lead.name)
        lead_id = lead.id
    incident = LogIncident(
        platform=platform, on=day, kind=IncidentKind(kind), lead_id=lead_id, note=note
    )
    saved = save(session, incident)
    seen_on = max(day, session.clock.today())
    say(session, saved, _lasts(platform_history(saved.snapshot, seen_on), saved.edit.subject))


def _lasts(history: PlatformHistory, platform: str) -> str:
    """How long the platform's ban lasts."""
    found = history.ban(platform)
    if found is None:
        return _("no ban lasts")
    if found.until is None:
        return _("banned for good")
    return _("banned until {day}").format(day=long_day(found.until))
