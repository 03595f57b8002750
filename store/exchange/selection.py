"""Which records an export takes: of which lead, in which view, between which days."""

from datetime import date
from typing import TypedDict

from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.text import fold
from store.rules.board import Board
from store.rules.views import View


class Filters(TypedDict, total=False):
    """What a person can ask of every export; all of it unless they do."""

    lead: str
    """A part of the lead's name, without regard to case and accents."""
    since: date | None
    """The first day of contacts or events, inclusive; an unknown day lies before any first day."""
    until: date | None
    """The last day of contacts or events, inclusive."""
    view: View
    """The view whose quotes are taken."""


class Selection:
    """The records of a board that pass the filters; see `Filters`."""

    def __init__(
        self,
        board: Board,
        *,
        lead: str = "",
        since: date | None = None,
        until: date | None = None,
        view: View = View.ALL,
    ) -> None:
        wanted = fold(" ".join(lead.split()))
        dossiers = board.snapshot.dossiers
        self._named = {key for key, each in dossiers.items() if wanted in fold(each.lead.name)}
        self._is_whole = not wanted and view is View.ALL
        self._since = since
        self._until = until
        self._shown: set[int] | None = None  # quotes; none for all, also those that are missing
        if view is not View.ALL:
            shown = [standing.quote for standing in board.quotes(view)]
            self._shown = {quote.id for quote in shown}
            self._named &= {quote.lead_id for quote in shown}

    def has_lead(self, lead: Lead) -> bool:
        """Whether the lead has the name, and a quote in the view."""
        return lead.id in self._named

    def has_quote(self, quote: Quote) -> bool:
        """Whether the view shows the quote, and its lead has the name."""
        return quote.lead_id in self._named and self._shows(quote.id)

    def has_contact(self, contact: FollowUp) -> bool:
        """Whether the contact was about such a quote, on a day between the two."""
        if contact.lead_id not in self._named or not self._shows(contact.quote_id):
            return False
        return self.has_day(contact.on)

    def has_incident(self, incident: Incident) -> bool:
        """Whether it was about such a lead, on a day between the two; without a lead, about all."""
        about = self._is_whole if incident.lead_id is None else incident.lead_id in self._named
        return about and self.has_day(incident.on)

    def has_day(self, day: date | None) -> bool:
        """Whether the day lies between the two; an unknown one where there is no first."""
        if day is None:
            return self._since is None
        after = self._since is None or day >= self._since
        return after and (self._until is None or day <= self._until)

    def _shows(self, quote_id: int) -> bool:
        return self._shown is None or quote_id in self._shown
