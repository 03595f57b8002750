"""Closing and reopening quotes: the status machine.

draft -> sent | declined
sent  -> won | lost | declined | no_response | superseded
won, lost, declined, no_response -> the status before closing
"""

from collections.abc import Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from store.changes.command import Circumstances, Insistent, fresh_id, the_quote
from store.changes.refs import next_ref
from store.errors import Facts, Refused
from store.records.edit import Edit
from store.records.quote import Outcome, Quote
from store.records.snapshot import Snapshot
from store.records.stamp import Stamp
from store.records.words import Status

CLOSINGS: Mapping[Status, tuple[Status, ...]] = {
    Status.DRAFT: (Status.DECLINED,),
    Status.SENT: (Status.WON, Status.LOST, Status.NO_RESPONSE, Status.DECLINED),
}
"""What a person can close a quote as, by the status it has."""


class CloseQuote(Insistent, frozen=True, kw_only=True):
    """Close a quote as won, lost, no response or declined.

    A yes after the last valid day revises the terms: it is refused unless `insist`, and then a
    new draft with the id `draft_id` replaces the quote (PRACTICES A6).
    """

    quote_id: int
    status: Status
    on: date
    reason: str = ""
    mode: str = ""
    draft_id: int = msgspec.field(default_factory=fresh_id)

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the closed quote, and the draft that replaces it where the yes came late."""
        quote = the_quote(snapshot, self.quote_id)
        check_closing(quote, self.status)
        valid_until = circumstances.rulebook.valid_until(quote)
        if self.status is Status.WON and valid_until is not None and self.on > valid_until:
            return self._accepted_late(quote, snapshot, circumstances)
        closed = replace(quote, status=self.status, outcome=self._outcome(quote))
        facts: Facts = {"status": str(self.status), "on": self.on}
        return Edit("closed", quote.ref, puts=(closed,), facts=facts)

    def _accepted_late(
        self, quote: Quote, snapshot: Snapshot, circumstances: Circumstances
    ) -> Edit:
        valid_until = circumstances.rulebook.valid_until(quote)
        if not self.insist:
            raise Refused("late_acceptance", insist=True, ref=quote.ref, valid_until=valid_until)
        draft = _revised(quote, self.draft_id, next_ref(snapshot, circumstances.today), self.on)
        outcome = replace(self._outcome(quote), became=draft.id)
        old = replace(quote, status=Status.SUPERSEDED, outcome=outcome)
        facts = {"draft": draft.ref, "valid_until": valid_until}
        return Edit("superseded", quote.ref, puts=(old, draft), facts=facts)

    def _outcome(self, quote: Quote) -> Outcome:
        return Outcome(on=self.on, reason=self.reason, mode=self.mode, before=quote.status)


class ReopenQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Give a closed quote back the status it had."""

    quote_id: int

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the quote open; raises `Refused` where it is open or was superseded."""
        quote = the_quote(snapshot, self.quote_id)
        if quote.status.is_open:
            raise Refused("not_closed", ref=quote.ref, status=quote.status)
        if quote.status is Status.SUPERSEDED:
            raise Refused("was_superseded", ref=quote.ref, draft=_replacement(quote, snapshot))
        before = quote.outcome.before if quote.outcome else Status.SENT
        reopened = replace(quote, status=before, outcome=None)
        facts = {"was": str(quote.status), "status": str(before)}
        return Edit("reopened", quote.ref, puts=(reopened,), facts=facts)


def check_closing(quote: Quote, status: Status) -> None:
    """Raises `Refused` for a step that the status machine does not have."""
    if not quote.status.is_open:
        raise Refused("closed_already", ref=quote.ref, status=quote.status)
    if status not in CLOSINGS[quote.status]:
        raise Refused("draft_cannot_close", ref=quote.ref, status=status)


def _revised(quote: Quote, draft_id: int, ref: str, asked_on: date) -> Quote:
    """The draft with the same terms, to be revised and sent again."""
    return replace(
        quote,
        id=draft_id,
        ref=ref,
        status=Status.DRAFT,
        asked_on=asked_on,
        send_by=None,
        sent_on=None,
        valid_until=None,
        snoozed_until=None,
        decision_expected=None,
        outcome=None,
        changed=Stamp(),
        seq=0,
    )


def _replacement(quote: Quote, snapshot: Snapshot) -> str:
    draft = snapshot.quotes.get(quote.outcome.became or 0) if quote.outcome else None
    return draft.ref if draft else ""
