"""Takes the order to forget a lead: says what would go, asks for its name, says what is left."""

from store.errors import TrackerError
from store.records.lead import Lead
from tui.clerk import Clerk
from tui.desk import Desk
from tui.forms.forget_form import forget_fields, forget_notes, with_copies
from tui.forms.spec import Typed
from tui.language import _
from tui.views.quote_views import lead_name
from tui.wording.forgetting import forgotten_text, remains


class ForgetClerk:
    """The clerk asks and tells; this one knows what cannot be undone."""

    def __init__(self, clerk: Clerk, desk: Desk) -> None:
        self._clerk = clerk
        self._desk = desk

    async def forget(self, lead: Lead) -> None:
        """Erase the lead and all its traces, once its name was typed."""
        try:
            found = await self._desk.look_for(lead.name)
        except TrackerError as trouble:
            self._clerk.complain(trouble)
            return

        async def erase(typed: Typed) -> bool:
            done = await self._desk.forget(found, with_copies=with_copies(typed))
            self._clerk.changed()
            self._clerk.tell("\n".join((forgotten_text(done), *remains(done))), seconds=20)
            return True

        title = _("Forget {lead} for good").format(lead=lead_name(lead))
        notes = forget_notes(found)
        await self._clerk.ask_until(
            title, forget_fields(found), erase, lambda _typed: notes, yes=_("erase it for good")
        )
