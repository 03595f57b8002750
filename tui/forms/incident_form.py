"""The form about what happened with a platform: a ban, or a complaint (PRACTICES F2)."""

from store.changes.field_reading import Reading, day, line, note, read_values
from store.changes.incidents import LogIncident
from store.records.day_reading import read_day
from store.records.lead import Lead
from store.records.practice_words import IncidentKind
from store.records.snapshot import Snapshot
from store.records.text import fold
from tui.forms.spec import FormSpec, Typed, read_field
from tui.language import _
from tui.views.quote_views import lead_name
from tui.widgets.field_line import Field
from tui.wording.labels import field_label


def incident_form(lead: Lead | None, snapshot: Snapshot, reading: Reading) -> FormSpec:
    """An incident with a platform; `lead` is the one under the cursor, with whom a complaint goes.

    Its platform comes first. Who shut one out is known already, so it is chosen from the known.
    """
    fields = (
        read_field(
            "platform",
            line,
            reading,
            initial=lead.platform if lead else "",
            options=_platforms(snapshot, reading),
            required=True,
        ),
        Field("kind", field_label("kind"), choices=_kinds(lead)),
        read_field("note", note, reading),
        read_field("on", day, reading, initial=reading.today.isoformat(), required=True),
    )

    def command(typed: Typed) -> LogIncident:
        texts = {name: typed[name] for name in ("platform", "note")}
        values = read_values({"platform": line, "note": note}, texts, reading)
        kind = IncidentKind(typed["kind"] or IncidentKind.CONTACT)
        complains = lead is not None and kind is IncidentKind.COMPLAINT
        return LogIncident(
            on=read_day("on", typed["on"], reading.today),
            kind=kind,
            lead_id=lead.id if lead and complains else None,
            **values,  # type: ignore[arg-type]
        )

    return FormSpec(_("An incident with a platform"), fields, command)


def _kinds(lead: Lead | None) -> tuple[tuple[str, str], ...]:
    """What it was about, the ban first."""
    complaint = (
        _("a complaint of {lead}").format(lead=lead_name(lead)) if lead else _("a complaint")
    )
    return (
        (IncidentKind.CONTACT, _("a ban for contact outside the platform")),
        (IncidentKind.COMPLAINT, complaint),
        (IncidentKind.OTHER, _("something else")),
    )


def _platforms(snapshot: Snapshot, reading: Reading) -> tuple[str, ...]:
    """The platforms that are configured, and those that leads came through."""
    configured = [platform.name for platform in reading.settings.platforms]
    of_leads = [lead.platform for lead in snapshot.leads.values() if lead.platform]
    named = {fold(name): name for name in (*reversed(of_leads), *configured)}
    return tuple(sorted(named.values(), key=str.casefold))
