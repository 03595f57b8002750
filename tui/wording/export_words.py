"""The words of the Markdown and HTML exports."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from store.exchange.selection import Filters
from store.rules.views import View
from tui.language import N_, _, current_language
from tui.safe_text import shown
from tui.wording.amounts import amount_text
from tui.wording.days import long_day
from tui.wording.labels import label

HEADINGS: Mapping[str, str] = {
    "log": N_("Follow-up log"),
    "totals": N_("In all"),
    "no_contacts": N_("No contact yet."),
    "no_name": N_("(no name)"),
    "ref": N_("Ref"),
    "title": N_("Quote"),
    "amount": N_("Amount"),
    "valid_until": N_("Deadline"),
    "status": N_("Status"),
    "day": N_("Day"),
    "kind": N_("Kind"),
    "channel": N_("Channel"),
    "outcome": N_("Outcome"),
    "minutes": N_("Minutes"),
    "count": N_("Count"),
    "note": N_("Note"),
    "follow_ups": N_("Follow-ups"),
    "replies": N_("Replies"),
    "referrals": N_("Referrals"),
    "referred_to": N_("Passed on to"),
    "lead": N_("Lead"),
    "leads": N_("Leads"),
    "quotes": N_("Quotes"),
}


class ExportWords:
    """Says it in the person's language."""

    @property
    def language(self) -> str:
        """The code of the language."""
        return current_language()

    def heading(self, code: str) -> str:
        """A title, or the head of a column."""
        return _(HEADINGS[code])

    def label(self, code: str) -> str:
        """The label of a status, a kind, a channel or an outcome."""
        return label(code)

    def day(self, day: date | None) -> str:
        """A day, or that it is unknown."""
        return long_day(day) if day else _("day unknown")

    def amount(self, amount: Decimal, currency: str) -> str:
        """An amount in an ISO 4217 currency."""
        return amount_text(amount, currency)

    def about(self, today: date, filters: Filters) -> str:
        """On which day the page was made, and what was chosen for it."""
        lead, view = filters.get("lead", ""), filters.get("view", View.ALL)
        since, until = filters.get("since"), filters.get("until")
        parts = (
            _("As of {day}").format(day=long_day(today)),
            _("leads named {part}").format(part=shown(lead)) if lead else "",
            _("since {day}").format(day=long_day(since)) if since else "",
            _("until {day}").format(day=long_day(until)) if until else "",
            _("quotes: {view}").format(view=label(view)) if view is not View.ALL else "",
        )
        return " · ".join(part for part in parts if part)
