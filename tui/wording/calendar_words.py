"""The words of the iCalendar export."""

from collections.abc import Mapping

from store.exchange.ics_export import Event, EventKind
from tui.language import N_, _
from tui.wording.amounts import amount_text
from tui.wording.days import long_day

_SUMMARIES: Mapping[EventKind, str] = {
    EventKind.FOLLOW_UP: N_("Follow up: {lead} · {title}"),
    EventKind.CALL: N_("Call: {lead} · {title}"),
    EventKind.DEADLINE: N_("Last valid day: {lead} · {title}"),
    EventKind.CALL: N_("Call: {lead} · {title}"),
}


class CalendarWords:
    """Says it in the person's language."""

    def summary(self, event: Event) -> str:
        """What is to be done, whom it is about and which quote."""
        quote, lead = event.standing.quote, event.standing.lead
        name = lead.name or _("(no name)")
        return _(_SUMMARIES[event.kind]).format(lead=name, title=quote.title or quote.ref)

    def description(self, event: Event) -> str:
        """The ref and the amount, the follow-ups since the last reply, and the deadline."""
        standing = event.standing
        quote = standing.quote
        lines = [
            f"{quote.ref} · {amount_text(quote.amount, quote.currency)}",
            _("Follow-ups: {count} of {limit}").format(
                count=standing.tally.count, limit=standing.limit
            ),
        ]
        if standing.valid_until is not None:
            lines.append(_("Deadline: {day}").format(day=long_day(standing.valid_until)))
        return "\n".join(lines)
