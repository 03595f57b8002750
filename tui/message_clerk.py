"""Takes the order to write a message: the person chooses, edits and takes it elsewhere.

Nothing is sent from here, and nothing is logged that the person does not save.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from msgspec.structs import replace as with_fields
from rich.text import Text
from textual.app import App, SuspendNotSupported

from store.errors import TrackerError
from store.exchange.mail import draft_name, write_draft
from store.exchange.message import read_message
from store.records.message_code import MessageCode
from store.records.words import Channel, Kind
from store.rules.platforms import own_platform, past_platform
from store.rules.standing import Standing
from store.rules.usual_message import usual_message
from tui.clerk import Clerk
from tui.desk import Desk
from tui.forms.contact_forms import follow_up_form, own_channel, quote_name
from tui.forms.exchange_forms import draft_fields, draft_path
from tui.forms.spec import Typed
from tui.language import _, environment_of_others
from tui.mail_program import open_in_mail_program
from tui.messages.writing import Letter, language_for, write
from tui.safe_text import shown
from tui.screens.message import Chosen, MessageScreen, Use
from tui.text_editor import edited
from tui.views.view import Look
from tui.wording.errors import error_text


class MessageClerk:
    """The clerk asks and tells; this one knows what can be done with a message."""

    def __init__(self, clerk: Clerk, app: App[Any], desk: Desk, look: Callable[[], Look]) -> None:
        self._clerk = clerk
        self._app = app
        self._desk = desk
        self._look = look

    async def message(self, standing: Standing, first: MessageCode | None = None) -> None:
        """Write a message about the quote, then offer to log it."""
        self._app.clear_notifications()
        language = language_for(standing.lead, self._desk.session.language)
        own = self._desk.session.own_messages()
        rewritten: dict[MessageCode, Letter] = {}

        def letter_of(code: MessageCode) -> Letter:
            return rewritten.get(code) or write(standing, code, language, own)

        code = first or usual_message(standing)
        done = ""
        while True:
            chosen = await self._chosen(standing, letter_of, code)
            if chosen is None:
                return
            code = chosen.letter.code
            try:
                if chosen.use is Use.EDIT:
                    rewritten[code] = self._edited(chosen.letter)
                else:
                    done = await self._use(standing, chosen)
            except TrackerError as trouble:
                self._clerk.complain(trouble)
            if done:
                await self._offer_to_log(standing.quote.id, chosen, done)
                return

    async def _chosen(
        self,
        standing: Standing,
        letter_of: Callable[[MessageCode], Letter],
        first: MessageCode | None,
    ) -> Chosen | None:
        title = _("Message · {quote}").format(quote=quote_name(standing))
        return await self._clerk.answer(MessageScreen(title, letter_of, first, self._look()))

    async def _use(self, standing: Standing, chosen: Chosen) -> str:
        """What was done with the message, as a sentence; empty where the person gave it up."""
        letter = chosen.letter
        if chosen.use is Use.COPY:
            self._app.copy_to_clipboard(letter.message.body)
            return _("The message is in the clipboard.")
        if not await self._may_mail(standing):
            return ""
        if chosen.use is Use.OPEN:
            await asyncio.to_thread(open_in_mail_program, letter.mailto)
            return _("The message was handed to the mail program.")
        return await self._save_draft(standing.quote.ref, letter)

    async def _may_mail(self, standing: Standing) -> bool:
        """Whether the person wants to write past the lead's platform, where it has one (F1)."""
        platform = own_platform(standing.lead, standing.rulebook.settings)
        if platform is None:
            return True
        risk = past_platform(platform, Channel.EMAIL)
        return await self._clerk.ask(error_text(risk), _("write all the same"))

    async def _save_draft(self, ref: str, letter: Letter) -> str:
        name = draft_name(ref, letter.code)
        saved = ""

        async def save(typed: Typed) -> bool:
            nonlocal saved
            path, own = draft_path(typed, name), self._desk.session.own_places()
            await asyncio.to_thread(write_draft, Path(path), letter.draft, own=own)
            saved = _("{path} written").format(path=shown(str(path.absolute())))
            return True

        await self._clerk.ask_until(_("Save as a draft to be sent"), draft_fields(name), save)
        return saved

    def _edited(self, letter: Letter) -> Letter:
        """The message as the person's editor left it; raises `TrackerError`.

        The app waits meanwhile: it must not write to the terminal that the editor has.
        """
        text, held_back = letter.message.text, _HeldBack()
        try:
            with self._app.suspend(), held_back:
                text = edited(text, environment_of_others())
        except SuspendNotSupported as error:
            raise TrackerError("no_editor_here") from error
        held_back.let_go()
        return with_fields(letter, message=read_message(text, _("The edited message")))

    async def _offer_to_log(self, quote_id: int, chosen: Chosen, done: str) -> None:
        """The follow-up form, ready to be saved; after a refusal there is nothing to log."""
        code = chosen.letter.code
        quote = self._desk.board.snapshot.quotes.get(quote_id)
        if quote is None or not quote.is_pending or code.says_no:
            self._clerk.tell(done)
            return
        standing = self._desk.board.of_quote(quote)
        copied = chosen.use is Use.COPY
        channel = own_channel(standing) if copied else Channel.EMAIL
        kind = None if code.asks else Kind.ANSWER
        palette = self._look().palette
        spec = follow_up_form(standing, self._clerk.reading, palette, channel=channel, kind=kind)
        said = Text(_("{done} Log it once it is sent, or leave with Esc.").format(done=done))
        await self._clerk.fill(replace(spec, remarks=lambda typed: [said, *spec.remarks(typed)]))


class _HeldBack:
    """Holds back whatever is raised in it: raised while the app is suspended, it would never wake.

    `let_go` raises it afterwards, be it a fault of the program or a person's Ctrl+C.
    """

    def __init__(self) -> None:
        self._error: BaseException | None = None

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        self._error = error
        return True

    def let_go(self) -> None:
        """Raises what was held back, if anything was."""
        if self._error is not None:
            raise self._error
