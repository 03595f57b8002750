"""The keys that give orders to the clerk, on every screen that shows a quote."""

from abc import abstractmethod
from collections.abc import Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.words import Status
from store.rules.standing import Standing
from tui.commands import COMMANDS, AppCommand, Section
from tui.language import _
from tui.screens.leavable import LeavableScreen

if TYPE_CHECKING:
    from tui.clerk import Clerk

Order = Coroutine[Any, Any, None]


def bindings(commands: Iterable[AppCommand]) -> list[BindingType]:
    """Textual's bindings for commands, by whose names a person may give them other keys."""
    return [
        Binding(",".join(command.keys), command.action, show=False, id=command.name)
        for command in commands
    ]


class OrderScreen(LeavableScreen[None]):
    """A screen whose keys give orders; it says what stands under its cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        command for command in COMMANDS if command.section in (Section.CHASE, Section.EDIT)
    )

    @property
    @abstractmethod
    def clerk(self) -> "Clerk":
        """Who takes the orders."""

    @property
    @abstractmethod
    def standing(self) -> Standing | None:
        """The quote that the orders concern."""

    @property
    @abstractmethod
    def lead(self) -> Lead | None:
        """The lead that the orders concern."""

    @property
    @abstractmethod
    def under_cursor(self) -> FollowUp | Lead | Quote | None:
        """What edit and delete concern."""

    def action_follow_up(self) -> None:
        """Log a follow-up."""
        self._with_quote(self.clerk.follow_up)

    def action_reply(self) -> None:
        """Log a reply."""
        self._with_quote(self.clerk.reply)

    def action_summary_sent(self) -> None:
        """The summary of a call was sent."""
        self._with_quote(self.clerk.summary_sent)

    def action_message(self) -> None:
        """Write a message about the quote."""
        self._with_quote(self.clerk.message)

    def action_close(self, status: str) -> None:
        """Close the quote."""
        self._with_quote(lambda standing: self.clerk.close(standing, Status(status)))

    def action_refuse(self) -> None:
        """Say no to the quote."""
        self._with_quote(self.clerk.refuse)

    def action_reopen(self) -> None:
        """Reopen the quote."""
        self._with_quote(self.clerk.reopen)

    def action_send(self) -> None:
        """The draft was sent."""
        self._with_quote(self.clerk.send)

    def action_snooze(self) -> None:
        """Hide the quote until a day."""
        self._with_quote(self.clerk.snooze)

    def action_new_quote(self, draft: bool) -> None:
        """Add a quote."""
        self.run_worker(self.clerk.new_quote(draft=draft))

    def action_triage(self) -> None:
        """Note what is known of the quote and its lead."""
        self._with_quote(self.clerk.triage)

    def action_edit(self) -> None:
        """Correct the contact, the lead or the quote under the cursor."""
        match self.under_cursor:
            case FollowUp() as contact:
                self.run_worker(self.clerk.edit_contact(contact))
            case Lead() as lead:
                self.run_worker(self.clerk.edit_lead(lead))
            case Quote() | None:
                self._with_quote(self.clerk.edit_quote)

    def action_edit_lead(self) -> None:
        """Correct the lead."""
        self._with_lead(self.clerk.edit_lead)

    def action_merge_lead(self) -> None:
        """Merge the lead into another."""
        self._with_lead(self.clerk.merge_lead)

    def action_incident(self) -> None:
        """Note what happened with a platform."""
        self.run_worker(self.clerk.incident(self.lead))

    def action_delete(self) -> None:
        """Delete the contact, the lead or the quote under the cursor."""
        match self.under_cursor:
            case FollowUp() as contact:
                self.run_worker(self.clerk.delete_contact(contact))
            case Lead() as lead:
                self.run_worker(self.clerk.delete_lead(lead))
            case Quote() | None:
                self._with_quote(self.clerk.delete_quote)

    def action_forget_lead(self) -> None:
        """Forget the lead for good."""
        self._with_lead(self.clerk.forget_lead)

    def action_undo(self) -> None:
        """Undo the last change."""
        self.run_worker(self.clerk.undo())

    def action_redo(self) -> None:
        """Redo what was undone."""
        self.run_worker(self.clerk.redo())

    def _with_quote(self, order: Callable[[Standing], Order]) -> None:
        if self.standing is None:
            self.clerk.tell(_("Move to a quote first, or add one with n."))
        else:
            self.run_worker(order(self.standing))

    def _with_lead(self, order: Callable[[Lead], Order]) -> None:
        if self.lead is None:
            self.clerk.tell(_("Move to a lead first."))
        else:
            self.run_worker(order(self.lead))
