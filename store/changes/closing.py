"""Closing and reopening quotes: the status machine, and the ways of saying no.

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
from store.errors import Facts, InvalidValue, Refused
from store.records.edit import Edit
from store.records.lead import Lead
from store.records.practice_words import Mismatch
from store.records.quote import Outcome, Quote
from store.records.snapshot import Snapshot
from store.records.stamp import Stamp
from store.records.words import RefusalMode, Status
from store.rules.refusal import reason_code

CLOSINGS: Mapping[Status, tuple[Status, ...]] = {
    Status.DRAFT: (Status.DECLINED,),
    Status.SENT: (Status.WON, Status.LOST, Status.NO_RESPONSE, Status.DECLINED),
}
"""What a person can close a quote as, by the status it has."""

_OF_REFUSALS = (RefusalMode.NO_TIME, RefusalMode.REFERRAL)
"""The ways that only a refusal of ours has; an offer can be bounded, or a deterrent."""


class CloseQuote(Insistent, frozen=True, kw_only=True):
    """Close a quote as won, lost, no response or declined.

    `mode` is the way of saying no, or yes within strict bounds (PRACTICES H1 to H4); a refusal is
    for lack of time unless it says otherwise, or a referral where `referred_to` names who gets
    it. To refuse who takes one for an employee, talk first or `insist` (G7).

    A yes after the last valid day revises the terms: it is refused unless `insist`, and then a
    new draft with the id `draft_id` replaces the quote, in the way given (PRACTICES A6).
    """

    quote_id: int
    status: Status
    on: date
    reason: str = ""
    mode: str = ""
    referred_to: str = ""
    draft_id: int = msgspec.field(default_factory=fresh_id)

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the closed quote, and the draft that replaces it where the yes came late."""
        quote = the_quote(snapshot, self.quote_id)
        check_closing(quote, self.status)
        self._check_refusal(snapshot.lead_of(quote))
        valid_until = circumstances.rulebook.valid_until(quote)
        if self.status is Status.WON and valid_until is not None and self.on > valid_until:
            return self._accepted_late(quote, snapshot, circumstances)
        closed = self._closed(quote, self.status)
        facts: Facts = {"status": str(self.status), "on": self.on}
        return Edit("closed", quote.ref, puts=(closed,), facts=facts)

    def _accepted_late(
        self, quote: Quote, snapshot: Snapshot, circumstances: Circumstances
    ) -> Edit:
        valid_until = circumstances.rulebook.valid_until(quote)
        if not self.insist:
            raise Refused("late_acceptance", insist=True, ref=quote.ref, valid_until=valid_until)
        ref = next_ref(snapshot, circumstances.today)
        mode = RefusalMode(self.mode) if self.mode else quote.mode
        draft = replace(_revised(quote, self.draft_id, ref, self.on), mode=mode)
        old = self._closed(quote, Status.SUPERSEDED, became=draft.id)
        facts = {"draft": draft.ref, "valid_until": valid_until}
        return Edit("superseded", quote.ref, puts=(old, draft), facts=facts)

    def _check_refusal(self, lead: Lead) -> None:
        """Raises `InvalidValue` for a way of refusing what is not refused, `Refused` for G7."""
        declined = self.status is Status.DECLINED
        mode = self.mode or (RefusalMode.REFERRAL if self.referred_to else "")
        if mode and (mode in _OF_REFUSALS) != declined:
            known = tuple(each for each in RefusalMode if (each in _OF_REFUSALS) == declined)
            raise InvalidValue("mode", mode, "not_one_of", known=known)
        wants_employee = lead.mismatch is Mismatch.AUTHORITY and not lead.remedy
        if declined and wants_employee and not self.insist:
            raise Refused("try_dialogue", insist=True, name=lead.name)

    def _closed(self, quote: Quote, status: Status, became: int | None = None) -> Quote:
        mode = self._mode(quote)
        declined_for = reason_code(self.reason) if status is Status.DECLINED else None
        outcome = Outcome(
            on=self.on,
            reason=str(declined_for or self.reason),
            mode=str(mode or ""),
            before=quote.status,
            became=became,
        )
        referred_to = self.referred_to or quote.referred_to
        return replace(quote, status=status, mode=mode, referred_to=referred_to, outcome=outcome)

    def _mode(self, quote: Quote) -> RefusalMode | None:
        """The way as given, else that of the offer where it fits, else the usual one (H1)."""
        if self.mode:
            return RefusalMode(self.mode)
        declined = self.status is Status.DECLINED
        if declined and (self.referred_to or quote.referred_to):
            return RefusalMode.REFERRAL
        if (quote.mode in _OF_REFUSALS) == declined:
            return quote.mode
        return RefusalMode.NO_TIME if declined else None


class ReopenQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Give a closed quote back the status it had.

    The way in which it was closed goes, and who got it; only a deterrent offer stays one.
    """

    quote_id: int

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the quote open; raises `Refused` where it is open or was superseded."""
        quote = the_quote(snapshot, self.quote_id)
        if quote.status.is_open:
            raise Refused("not_closed", ref=quote.ref, status=quote.status)
        if quote.status is Status.SUPERSEDED:
            raise Refused("was_superseded", ref=quote.ref, draft=_replacement(quote, snapshot))
        before = quote.outcome.before if quote.outcome else Status.SENT
        mode = RefusalMode.DETERRENT if quote.mode is RefusalMode.DETERRENT else None
        passed_on = quote.mode is RefusalMode.REFERRAL
        referred_to = "" if passed_on else quote.referred_to
        reopened = replace(quote, status=before, mode=mode, referred_to=referred_to, outcome=None)
        facts = {"was": str(quote.status), "status": str(before)}
        return Edit("reopened", quote.ref, puts=(reopened,), facts=facts)


def check_closing(quote: Quote, status: Status) -> None:
    """Raises `Refused` for a step that the status machine does not have."""
    if not quote.status.is_open:
        raise Refused("closed_already", ref=quote.ref, status=quote.status)
    if status not in CLOSINGS[quote.status]:
        raise Refused("draft_cannot_close", ref=quote.ref, status=status)


_OF_THE_OLD_OFFER: Mapping[str, object] = {
    "silence": (),
    "call_at": None,
    "referred_to": "",
    "stated_reason": "",
    "private_reason": "",
    "went": None,
    "could_have_known": None,
}
"""What was noted of how the old offer went; it is not known of the draft, or said with it."""


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
        **_OF_THE_OLD_OFFER,
        changed=Stamp(),
        seq=0,
    )


def _replacement(quote: Quote, snapshot: Snapshot) -> str:
    draft = snapshot.quotes.get(quote.outcome.became or 0) if quote.outcome else None
    return draft.ref if draft else ""
