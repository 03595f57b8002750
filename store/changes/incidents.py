"""Noting what happened with a platform (PRACTICES F2)."""

from datetime import date

import msgspec

from store.changes.command import Circumstances, fresh_id, the_lead
from store.errors import Facts, InvalidValue
from store.records.edit import Edit
from store.records.incident import Incident
from store.records.practice_words import IncidentKind
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.text import fold


class LogIncident(msgspec.Struct, frozen=True, kw_only=True):
    """An incident with a platform that is configured, or that some lead came through."""

    platform: str
    on: date
    kind: IncidentKind = IncidentKind.CONTACT
    lead_id: int | None = None
    note: str = ""
    incident_id: int = msgspec.field(default_factory=fresh_id)

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the incident; nothing where it was noted already.

        Raises `InvalidValue` for a platform that nobody knows, `NotFound` for a lead that is gone.
        """
        platform = _known(self.platform, snapshot, circumstances.settings)
        facts: Facts = {"on": self.on}
        code = f"incident_{self.kind}"
        if any(self._is_noted_as(each) for each in snapshot.incidents.values()):
            return Edit(code, platform, facts=facts)
        if self.lead_id is not None:
            the_lead(snapshot, self.lead_id)
        incident = Incident(
            id=self.incident_id,
            platform=platform,
            on=self.on,
            kind=self.kind,
            lead_id=self.lead_id,
            note=self.note,
        )
        return Edit(code, platform, puts=(incident,), facts=facts)

    def _is_noted_as(self, incident: Incident) -> bool:
        """Whether the incident is this one; there is one ban a day, but several complaints."""
        if incident.id == self.incident_id:
            return True
        same = (incident.on, incident.kind, incident.lead_id) == (self.on, self.kind, self.lead_id)
        if not same or fold(incident.platform) != fold(self.platform.strip()):
            return False
        return self.kind is IncidentKind.CONTACT or incident.note == self.note


def _known(typed: str, snapshot: Snapshot, settings: Settings) -> str:
    """The platform's name as it is known; a mistyped one would be banned unheard."""
    configured = [platform.name for platform in settings.platforms]
    of_leads = [lead.platform for lead in snapshot.leads.values() if lead.platform]
    names = {fold(name): name for name in (*reversed(of_leads), *configured)}
    known = names.get(fold(typed.strip()))
    if known is None:
        everyone = tuple(sorted(names.values(), key=str.casefold))
        raise InvalidValue("platform", typed, "not_one_of", known=everyone)
    return known
