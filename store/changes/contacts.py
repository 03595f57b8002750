"""Logging, correcting and deleting contacts with a lead."""

from datetime import date, time

import msgspec
from msgspec.structs import replace

from store.changes.command import Circumstances, Insistent, fresh_id, the_contact, the_quote
from store.changes.field_reading import Values
from store.errors import Facts, Refused
from store.records.edit import Edit
from store.records.follow_up import FollowUp, in_order
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import CallOutcome, Channel, Kind, Status
from store.rules.owing import unanswered_reply
from store.rules.platforms import left_platform, past_platform, refuses_voice


class LogContact(Insistent, frozen=True, kw_only=True):
    """A contact about a quote.

    Where `kind` is none it is a follow-up, or the answer to a reply that still waits for one.
    `minutes` is its length. A reply ends a snooze. What a platform forbids is refused unless
    `insist` (PRACTICES F1, F4).
    """

    quote_id: int
    on: date | None
    at: time | None = None
    kind: Kind | None = None
    channel: Channel = Channel.EMAIL
    outcome: CallOutcome | None = None
    minutes: int | None = None
    note: str = ""
    answer_needed: bool = True
    summary_sent: bool = False
    contact_id: int = msgspec.field(default_factory=fresh_id)

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the contact, and the quote awake where a reply came in.

        Puts nothing where the contact was logged already.
        """
        quote = the_quote(snapshot, self.quote_id)
        known = snapshot.follow_ups.get(self.contact_id)
        contact = known or self._contact(quote, snapshot)
        facts: Facts = {**_what(contact), "channel": str(contact.channel)}
        if known is not None:
            return Edit("logged", quote.ref, facts=facts)
        if contact.kind is Kind.FOLLOW_UP and quote.status is Status.DRAFT:
            raise Refused("draft_not_sent", ref=quote.ref)
        if not self.insist:
            _check_platform(contact, quote, snapshot.lead_of(quote), circumstances.settings)
        awake = _woken(quote, contact, circumstances.today)
        return Edit("logged", quote.ref, puts=(contact, *awake), facts=facts)

    def _contact(self, quote: Quote, snapshot: Snapshot) -> FollowUp:
        contact = FollowUp(
            id=self.contact_id,
            lead_id=quote.lead_id,
            quote_id=quote.id,
            on=self.on,
            time=self.at,
            channel=self.channel,
            outcome=self.outcome,
            minutes=self.minutes,
            note=self.note,
            answer_needed=self.answer_needed,
            summary_sent=self.summary_sent,
            seq=_LATEST,
        )
        kind = self.kind or usual_kind(quote, contact, snapshot)
        return replace(contact, kind=kind, direction=kind.direction, seq=0)


_JUDGED = ("kind", "direction", "channel", "outcome", "minutes")
"""What of a contact a platform may forbid; what says the rest is no new contact."""


class AmendContact(Insistent, frozen=True, kw_only=True):
    """Correct fields of a contact; `values` were read by `CONTACT_FIELDS`.

    What a platform forbids is refused as it is when logging, unless `insist` (PRACTICES F1, F4).
    """

    contact_id: int
    values: Values

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the corrected contact; its direction follows its kind unless it is given."""
        contact = the_contact(snapshot, self.contact_id)
        amended = replace(contact, **self.values)
        if "kind" in self.values and "direction" not in self.values:
            amended = replace(amended, direction=amended.kind.direction)
        quote = snapshot.quotes.get(contact.quote_id)
        differs = any(getattr(amended, name) != getattr(contact, name) for name in _JUDGED)
        if quote is not None and differs and not self.insist:
            lead = snapshot.lead_of(quote)
            _check_platform(amended, quote, lead, circumstances.settings)
        awake = () if quote is None else _woken(quote, amended, circumstances.today)
        facts: Facts = {"fields": tuple(self.values), **_what(amended)}
        return Edit("amended", _ref(amended, snapshot), puts=(amended, *awake), facts=facts)


class DeleteContact(msgspec.Struct, frozen=True, kw_only=True):
    """Delete a contact; it can be undone."""

    contact_id: int

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Deletes the record."""
        contact = the_contact(snapshot, self.contact_id)
        ref = _ref(contact, snapshot)
        return Edit("deleted_contact", ref, deletes=(contact,), facts=_what(contact))


def _check_platform(contact: FollowUp, quote: Quote, lead: Lead, settings: Settings) -> None:
    """Raises `Refused` for what the lead's platform forbids (PRACTICES F1, F4)."""
    left = left_platform(contact, lead, settings)
    if left is not None:
        raise past_platform(left, contact.channel)
    silent = refuses_voice(contact, quote, lead, settings)
    if silent is not None:
        services = silent.voice_services or ()
        facts: Facts = {"ref": quote.ref, "platform": silent.name, "services": services}
        raise Refused("no_voice", insist=True, **facts)


_LATEST = 2**63 - 1
"""While its kind is being found, a new contact comes after all others of its day."""


def usual_kind(quote: Quote, contact: FollowUp, snapshot: Snapshot) -> Kind:
    """What goes out after an unanswered reply is an answer; anything else is a follow-up."""
    others = [known for known in snapshot.dossier_of(quote).contacts if known.id != contact.id]
    ordered = in_order([*others, contact])
    before = [each for each in ordered[: ordered.index(contact)] if each.quote_id == quote.id]
    return Kind.ANSWER if unanswered_reply(before) else Kind.FOLLOW_UP


def _woken(quote: Quote, contact: FollowUp, today: date) -> tuple[Quote, ...]:
    """The quote without its snooze, where the contact is a reply that has come in by today."""
    ahead = contact.on is not None and contact.on > today
    if contact.kind is not Kind.REPLY or quote.snoozed_until is None or ahead:
        return ()
    return (replace(quote, snoozed_until=None),)


def _what(contact: FollowUp) -> Facts:
    return {"kind": str(contact.kind), "on": contact.on}


def _ref(contact: FollowUp, snapshot: Snapshot) -> str:
    quote = snapshot.quotes.get(contact.quote_id)
    return quote.ref if quote else ""
