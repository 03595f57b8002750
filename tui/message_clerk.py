"""Takes the order to write a message: the person chooses, edits and takes it elsewhere.

Nothing is sent from here, and nothing is logged that the person does not save.
"""

import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from msgspec.structs import replace as with_fields
from rich.text import Text
from textual.app import App, SuspendNotSupported

from store.errors import TrackerError
from store.exchange.mail import draft_name, write_draft
from store.exchange.message import read_message
from store.records.message_code import MessageCode
from store.records.words import Channel, Kind
from store.rules.standing import Standing
from store.rules.usual_message import usual_message
from tui.clerk import Clerk
from tui.desk import Desk
from tui.forms.contact_forms import follow_up_form, quote_name
from tui.forms.exchange_forms import draft_fields, draft_path
from tui.forms.spec import Typed
from tui.language import _
from tui.mail_program import open_in_mail_program
from tui.messages.writing import Letter, language_for, write
from tui.safe_text import shown
from tui.screens.message import Chosen, MessageScreen, Use
from tui.text_editor import edited
from tui.views.view import Look


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
        rewritten: dict[MessageCode, Letter] = {}

        def letter_of(code: MessageCode) -> Letter:
            return rewritten.get(code) or write(standing, code, language)

        code = first or usual_message(standing)
        done = ""
        while not done:
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
        if code is not None:
            await self._offer_to_log(standing.quote.id, code, done)

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
        if chosen.use is Use.OPEN:
            await asyncio.to_thread(open_in_mail_program, letter.mailto)
            return _("The message was handed to the mail program.")
        return await self._save_draft(standing.quote.ref, letter)

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
        text = letter.message.text
        trouble: TrackerError | None = None
        try:
            with self._app.suspend():
                try:  # what is raised in here would leave the terminal with nobody
                    text = edited(text, os.environ)
                except TrackerError as error:
                    trouble = error
        except SuspendNotSupported as error:
            raise TrackerError("no_editor_here") from error
        if trouble is not None:
            raise trouble
        return with_fields(letter, message=read_message(text, _("The edited message")))

    async def _offer_to_log(self, quote_id: int, code: MessageCode, done: str) -> None:
        """The follow-up form, ready to be saved; after a refusal there is nothing to log."""
        quote = self._desk.board.snapshot.quotes.get(quote_id)
        if quote is None or not quote.is_pending or code.says_no:
            self._clerk.tell(done)
            return
        standing = self._desk.board.of_quote(quote)
        channel = Channel.PLATFORM if standing.lead.platform else Channel.EMAIL
        kind = None if code.asks else Kind.ANSWER
        palette = self._look().palette
        spec = follow_up_form(standing, self._clerk.reading, palette, channel=channel, kind=kind)
        said = Text(_("{done} Log it once it is sent, or leave with Esc.").format(done=done))
        await self._clerk.fill(replace(spec, remarks=lambda typed: [said, *spec.remarks(typed)]))
