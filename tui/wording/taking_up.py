"""What is said of a lead that is back: what to do with it, and when it leaves the day's work."""

from datetime import date

from store.records.lead import Lead
from tui.language import _
from tui.safe_text import shown
from tui.wording.days import distance, long_day


def short_keys_text() -> str:
    """What to do, in a narrow column."""
    return _("n new, m mail")


def back_text(day: date, today: date) -> str:
    """Since when the lead is back, and what to do in the app."""
    text = _(
        "Back since {day} ({distance}): n adds a new quote, m writes a message, f or r notes a "
        "contact. With a new quote or a contact it leaves Today."
    )
    return text.format(day=long_day(day), distance=distance(day, today))


def back_step_text() -> str:
    """What to do on the command line."""
    return _("next: take it up; a new quote or a contact takes it off this list")


def rest_again_text(lead: Lead) -> str:
    """Why there is nothing to decline, and what to do instead."""
    text = _("There is nothing open to decline. To let {lead} rest again, move Back on with i.")
    return text.format(lead=shown(lead.name))
