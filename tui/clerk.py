"""Takes a person's order: shows its form, has the desk save it, and says what became of it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from functools import partial
from typing import Any, TypeVar

from msgspec.structs import replace
from rich.text import Text
from textual.app import App
from textual.screen import Screen

from store.changes.closing import ReopenQuote, check_closing
from store.changes.command import Command, Insistent
from store.changes.contacts import AmendContact, DeleteContact
from store.changes.field_reading import Reading
from store.changes.leads import DeleteLead
from store.changes.quotes import DeleteQuote
from store.errors import FileTrouble, Refused, TrackerError
from store.file.about import quote_of_edit
from store.file.history import Change
from store.file.repository import Saved
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.message_code import MessageCode
from store.records.words import Status
from store.rules.standing import Standing
from tui.desk import Desk
from tui.forms.contact_forms import contact_form, follow_up_form, quote_name, reply_form
from tui.forms.lead_forms import edit_lead_form, merge_form
from tui.forms.quote_forms import (
    close_form,
    edit_quote_form,
    new_quote_form,
    send_form,
    snooze_form,
)
from tui.forms.spec import FormSpec, Typed, form_labels, no_notes
from tui.forms.triage_form import triage_form
from tui.language import _, ngettext
from tui.palette import Palette
from tui.safe_text import shown
from tui.screens.confirm import ConfirmScreen
from tui.screens.form import FormScreen
from tui.screens.sheet import SheetScreen
from tui.views.quote_views import lead_name
from tui.views.view import Look
from tui.widgets.field_line import Field
from tui.wording.changes import change_text, edit_told, next_step_text
from tui.wording.errors import error_text

Answer = TypeVar("Answer")
Result = TypeVar("Result")


_NOT_CONFIRMED = "not_confirmed"
"""The code of the trouble that a change was written, and may not survive a power cut."""


class Clerk:
    """Every order is a coroutine that ends when the person is done with it.

    `changed` is called after each change that was saved.
    """

    def __init__(
        self,
        app: App[Any],
        desk: Desk,
        look: Callable[[], Look],
        changed: Callable[[Saved | None], None],
    ) -> None:
        self._app = app
        self._desk = desk
        self._look = look
        self._changed = changed
        self._is_asking = False

    @property
    def reading(self) -> Reading:
        """What reading a form's answers needs."""
        return Reading(self._desk.board.today, self._desk.session.rulebook.settings)

    @property
    def palette(self) -> Palette:
        """The colours of the current theme."""
        return self._look().palette

    async def follow_up(self, standing: Standing) -> None:
        """Log a follow-up."""
        if standing.quote.status is Status.DRAFT:
            self.complain(Refused("draft_not_sent", ref=standing.quote.ref))
            return
        await self.fill(follow_up_form(standing, self.reading, self._look().palette))

    async def reply(self, standing: Standing) -> None:
        """Log what the lead sent back."""
        await self.fill(reply_form(standing, self.reading, self._look().palette))

    async def summary_sent(self, standing: Standing) -> None:
        """The written summary of the latest call that lacks one went out (PRACTICES E3)."""
        call = standing.owed.summary
        if call is None:
            self.tell(_("No call of this quote waits for its summary."))
            return
        await self.give(AmendContact(contact_id=call.id, values={"summary_sent": True}))

    async def message(self, standing: Standing, first: MessageCode | None = None) -> None:
        """Write a message about a quote, `first` that one, else the one that it wants now."""
        from tui.message_clerk import MessageClerk  # few mornings begin with it

        await MessageClerk(self, self._app, self._desk, self._look).message(standing, first)

    async def refuse(self, standing: Standing) -> None:
        """Say no to a quote."""
        from tui.refusal_clerk import RefusalClerk  # no morning begins with it

        await RefusalClerk(self, self._desk, self._look()).refuse(standing)

    async def new_quote(self, *, draft: bool) -> None:
        """Add a quote."""
        palette = self._look().palette
        await self.fill(new_quote_form(self._desk.board, self.reading, palette, draft=draft))

    async def edit_quote(self, standing: Standing) -> None:
        """Correct a quote."""
        await self.fill(edit_quote_form(standing, self._desk.board.snapshot, self.reading))

    async def triage(self, standing: Standing) -> None:
        """Note what is known of a quote and its lead."""
        await self.fill(triage_form(standing, self.reading, self._look().palette))

    async def send(self, standing: Standing) -> None:
        """A draft was sent."""
        quote = standing.quote
        if quote.status is not Status.DRAFT:
            self.complain(Refused("not_a_draft", ref=quote.ref, status=quote.status))
            return
        await self.fill(send_form(standing, self.reading))

    async def snooze(self, standing: Standing) -> None:
        """Hide a quote until a day."""
        await self.fill(snooze_form(standing, self.reading))

    async def close(self, standing: Standing, status: Status) -> None:
        """Close a quote."""
        try:
            check_closing(standing.quote, status)
        except Refused as refusal:
            self.complain(refusal)
            return
        await self.fill(close_form(standing, status, self.reading))

    async def reopen(self, standing: Standing) -> None:
        """Give a closed quote its status back."""
        await self.give(ReopenQuote(quote_id=standing.quote.id))

    async def delete_quote(self, standing: Standing) -> None:
        """Delete a quote, after a yes."""
        quote, count = standing.quote, len(standing.contacts)
        with_it = ngettext("and {n} contact", "and {n} contacts", count).format(n=count)
        question = _("Delete {ref} {title} {with_it}?").format(
            ref=shown(quote.ref), title=shown(quote.title), with_it=with_it
        )
        if await self.ask(question, _("delete it")):
            await self.give(DeleteQuote(quote_id=quote.id))

    async def edit_contact(self, contact: FollowUp) -> None:
        """Correct a contact."""
        quote = self._desk.board.snapshot.quotes.get(contact.quote_id)
        name = quote_name(self._desk.board.of_quote(quote)) if quote else ""
        await self.fill(contact_form(contact, name, self.reading))

    async def delete_contact(self, contact: FollowUp) -> None:
        """Delete a contact, after a yes."""
        if await self.ask(_("Delete this contact?"), _("delete it")):
            await self.give(DeleteContact(contact_id=contact.id))

    async def edit_lead(self, lead: Lead) -> None:
        """Correct a lead."""
        await self.fill(edit_lead_form(lead, self.reading))

    async def merge_lead(self, lead: Lead) -> None:
        """Merge a lead into another."""
        await self.fill(merge_form(lead, self._desk.board.snapshot))

    async def delete_lead(self, lead: Lead) -> None:
        """Delete a lead and all that belongs to it, after a yes."""
        count = len(self._desk.board.of_lead(lead.id))
        with_it = ngettext("and {n} quote", "and {n} quotes", count).format(n=count)
        question = _("Delete {lead} {with_it}?").format(lead=lead_name(lead), with_it=with_it)
        if await self.ask(question, _("delete it")):
            await self.give(DeleteLead(lead_id=lead.id, insist=True))

    async def forget_lead(self, lead: Lead) -> None:
        """Erase a lead and all its traces for good."""
        from tui.forget_clerk import ForgetClerk  # no morning begins with it

        await ForgetClerk(self, self._desk).forget(lead)

    async def incident(self, lead: Lead | None) -> None:
        """Note what happened with a platform; `lead` is the one under the cursor."""
        from tui.forms.incident_form import incident_form  # few years have one

        await self.fill(incident_form(lead, self._desk.board.snapshot, self.reading))

    async def undo(self) -> None:
        """Take back the latest change."""
        await self._travel(self._desk.undo, _("Undone: {change}"))

    async def redo(self) -> None:
        """Do again what was undone last."""
        await self._travel(self._desk.redo, _("Done again: {change}"))

    async def fill(self, spec: FormSpec) -> bool:
        """Shows the form until its command is saved or given up; whether it was saved."""

        async def save(typed: Typed) -> bool:
            return await self.save(spec.command(typed)) is not None

        screen: Callable[..., FormScreen] = FormScreen
        if spec.pages:
            screen = partial(SheetScreen, pages=spec.pages, hint=_("PgUp PgDn"))
        return await self.ask_until(spec.title, spec.fields, save, spec.remarks, screen)

    async def ask_until(
        self,
        title: str,
        fields: Sequence[Field],
        done: Callable[[Typed], Awaitable[bool]],
        remarks: Callable[[Typed], Sequence[Text]] = no_notes,
        screen: Callable[..., FormScreen] = FormScreen,
        yes: str = "",
    ) -> bool:
        """Shows the fields again, as typed and with what was wrong, until `done` says yes.

        Whether it did: the person may give up. `yes` is what Enter does, if it does not save.
        """
        self._app.clear_notifications()
        labels = form_labels(self._look().signs, yes)
        typed: Typed | None = None
        error = ""
        while True:
            form = screen(title, fields, labels=labels, error=error, typed=typed, revise=remarks)
            typed = await self.answer(form)
            if typed is None:
                return False
            try:
                if await done(typed):
                    return True
                error = ""
            except FileTrouble as trouble:
                if trouble.code == _NOT_CONFIRMED:  # it is written: the form has nothing to add
                    self.complain(trouble)
                    return True
                error = _("{trouble} Enter tries again, Esc gives it up.").format(
                    trouble=error_text(trouble)
                )
            except TrackerError as trouble:
                error = error_text(trouble)

    async def give(self, command: Command) -> None:
        """Saves a command that needs no form."""
        try:
            await self.save(command)
        except TrackerError as trouble:
            self.complain(trouble)

    async def ask(self, question: str, yes: str, *details: str) -> bool:
        """A yes or no."""
        answer: bool | None = await self.answer(ConfirmScreen(question, yes, details=details))
        return answer is True

    async def answer(self, dialog: Screen[Answer]) -> Answer | None:
        """What the dialog returns; nothing, as if it was left, while there is another one.

        A key that is held down, or clicks in a hurry, would stack dialogs on dialogs.
        """
        if self._is_asking:
            return None
        self._is_asking = True
        try:
            return await self._app.push_screen_wait(dialog)
        finally:
            self._is_asking = False

    async def preview(self, title: str, text: str) -> bool:
        """Shows what would be written; a yes or no."""
        from tui.screens.preview import PreviewScreen  # no morning begins with it

        signs = self._look().signs
        screen = PreviewScreen(title, text, (signs.between, signs.ellipsis))
        return await self.answer(screen) is True

    async def at_work(self, work: Coroutine[Any, Any, Result], text: str) -> Result:
        """What the work comes to; where it takes longer than a moment, `text` says that it does."""
        from tui.screens.working import AFTER, WorkingScreen  # no morning begins with it

        task = asyncio.create_task(work)
        done, _pending = await asyncio.wait({task}, timeout=AFTER)
        if done:
            return task.result()
        screen = WorkingScreen(text)
        await self._app.push_screen(screen)
        try:
            return await task
        finally:
            screen.action_leave()

    def tell(self, message: str, seconds: float = 4) -> None:
        """Says something for a few seconds."""
        self._app.clear_notifications()
        self._app.notify(message, markup=False, timeout=seconds)

    def changed(self) -> None:
        """Has the newest board shown, after a change that was no command."""
        self._changed(None)

    def complain(self, trouble: TrackerError) -> None:
        """Says what went wrong."""
        self._app.clear_notifications()
        self._app.notify(error_text(trouble), severity="error", markup=False, timeout=8)

    async def save(self, command: Command) -> Saved | None:
        """What was saved, none where it was not; a rule that can be overruled asks first."""
        try:
            saved = await self._confirmed(command)
        except Refused as refusal:
            if not (refusal.insist and isinstance(command, Insistent)):
                raise
            if not await self.ask(error_text(refusal), _insisting(refusal)):
                return None
            saved = await self._confirmed(replace(command, insist=True))
        self._changed(saved)
        self.tell(self._saved_text(saved))
        return saved

    async def _confirmed(self, command: Command) -> Saved:
        """What was saved; raises the trouble where a person stops asking whether it is safe.

        It is the very same command that is given again: its ids keep it from adding twice.
        """
        while True:
            try:
                return await self._desk.commit(command)
            except FileTrouble as trouble:
                if trouble.code != _NOT_CONFIRMED:
                    raise
                if not await self.ask(error_text(trouble), _("make sure of it")):
                    await self._desk.read_again()
                    self._changed(None)
                    raise

    def _saved_text(self, saved: Saved) -> str:
        if not (saved.edit.puts or saved.edit.deletes):
            return _("Nothing changed: it was so already.")
        return f"{edit_told(saved.edit)}{self._next_step(saved)}"

    def _next_step(self, saved: Saved) -> str:
        quote = saved.snapshot.quotes.get(quote_of_edit(saved.edit) or 0)
        if quote is None or not quote.status.is_open:
            return ""
        return f" · {next_step_text(self._desk.board.of_quote(quote))}"

    async def _travel(self, way: Callable[[], Awaitable[Change]], words: str) -> None:
        try:
            change = await way()
        except TrackerError as trouble:
            self.complain(trouble)
            return
        self._changed(None)
        text = change_text(change.code, change.subject, change.facts)
        self.tell(words.format(change=text))


def _insisting(refusal: Refused) -> str:
    """What insisting does, beside its key."""
    if refusal.code == "late_acceptance":
        return _("replace it by a new draft")
    return _("insist")
