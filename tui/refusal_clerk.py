"""Takes the order to say no: the person chooses a way, and the message is prepared after it."""

from store.errors import Refused
from store.records.message_code import MessageCode
from store.records.practice_words import Mismatch
from store.records.words import RefusalMode
from store.rules.resting import is_back
from store.rules.standing import Standing
from tui.clerk import Clerk
from tui.desk import Desk
from tui.forms.contact_forms import quote_name
from tui.forms.refusal_forms import refusal_form
from tui.language import _
from tui.screens.refusal import RefusalScreen
from tui.views.view import Look
from tui.wording.taking_up import rest_again_text


class RefusalClerk:
    """The clerk asks and saves; this one knows the four ways (PRACTICES H1 to H4)."""

    def __init__(self, clerk: Clerk, desk: Desk, look: Look) -> None:
        self._clerk = clerk
        self._desk = desk
        self._look = look

    async def refuse(self, standing: Standing) -> None:
        """Say no to the quote in one of the ways, then offer its message."""
        quote = standing.quote
        if is_back(standing.dossier, standing.today) and not quote.status.is_open:
            self._clerk.tell(rest_again_text(standing.lead))
            return
        if not quote.status.is_open:
            self._clerk.complain(Refused("closed_already", ref=quote.ref, status=quote.status))
            return
        title = _("Say no · {quote}").format(quote=quote_name(standing))
        mode = await self._clerk.answer(RefusalScreen(title, self._look))
        if mode is None:
            return
        quotes = self._desk.board.snapshot.quotes.values()
        form = refusal_form(standing, mode, self._clerk.reading, quotes)
        code = _message(standing, mode)
        if await self._clerk.fill(form) and code is not None:
            refused = self._desk.board.snapshot.quotes.get(quote.id)
            if refused is not None:
                await self._clerk.message(self._desk.board.of_quote(refused), code)


def _message(standing: Standing, mode: RefusalMode) -> MessageCode | None:
    """The message that goes with the way; a deterrent offer speaks for itself."""
    if mode is RefusalMode.NO_TIME and standing.lead.mismatch is Mismatch.SKILL:
        return MessageCode.NOT_MY_FIELD
    return {
        RefusalMode.NO_TIME: MessageCode.NO_TIME,
        RefusalMode.BOUNDED: MessageCode.TERMS_CHANGED,
        RefusalMode.REFERRAL: MessageCode.REFERRAL,
    }.get(mode)
