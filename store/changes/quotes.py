"""Adding, sending, snoozing, correcting and deleting quotes."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from store.changes import deadlines
from store.changes.command import Circumstances, fresh_id, the_quote
from store.changes.field_reading import Values
from store.changes.refs import free_ref, next_ref, still_linked
from store.errors import InvalidValue, NotFound, Refused
from store.records.edit import Edit, Record
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.text import fold
from store.records.words import Status


class AddQuote(msgspec.Struct, frozen=True, kw_only=True):
    """A new quote, a draft where `sent_on` is none; a lead that nobody knows is added with it.

    A draft for a lead whose rest is over takes it up again, so that the day which was noted for
    that is taken away (PRACTICES H8); a quote says so itself, by its day of sending.

    `validity_days` or `valid_until` says how long it holds, 21 days where neither does
    (PRACTICES A3).
    """

    lead: str
    title: str
    amount: Decimal
    currency: str | None = None
    ref: str | None = None
    sent_on: date | None = None
    validity_days: int | None = None
    valid_until: date | None = None
    asked_on: date | None = None
    send_by: date | None = None
    cadence: str = ""
    limit: int | None = None
    urgent: bool = False
    notes: str = ""
    quote_id: int = msgspec.field(default_factory=fresh_id)
    lead_id: int = msgspec.field(default_factory=fresh_id)

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the quote, and the lead where it is new; nothing where it was added already."""
        known = snapshot.quotes.get(self.quote_id)
        if known is not None:
            return Edit("added", known.ref)
        lead = lead_for(snapshot, self.lead, self.lead_id)
        given = self.ref and free_ref(snapshot, self.ref, self.quote_id)
        quote = self._draft(lead, given or next_ref(snapshot, circumstances.today), circumstances)
        if self.sent_on is not None:
            sent = replace(quote, status=Status.SENT)
            quote = deadlines.sent(sent, self.sent_on, circumstances.settings.validity_days)
        rested = _taken_up(lead, circumstances.today) if self.sent_on is None else ()
        return Edit("added", quote.ref, puts=(*_if_new(snapshot, lead), *rested, quote))

    def _draft(self, lead: Lead, ref: str, circumstances: Circumstances) -> Quote:
        return Quote(
            id=self.quote_id,
            ref=ref,
            lead_id=lead.id,
            title=self.title,
            amount=self.amount,
            currency=self.currency or circumstances.settings.currency,
            asked_on=self.asked_on,
            send_by=self.send_by,
            validity_days=self.validity_days,
            valid_until=self.valid_until,
            cadence=self.cadence,
            limit=self.limit,
            urgent=self.urgent,
            notes=self.notes,
        )


class SendQuote(msgspec.Struct, frozen=True, kw_only=True):
    """A draft was sent."""

    quote_id: int
    on: date

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the quote as sent; raises `Refused` unless it is a draft."""
        quote = the_quote(snapshot, self.quote_id)
        if quote.status is not Status.DRAFT:
            raise Refused("not_a_draft", ref=quote.ref, status=quote.status)
        sent = replace(quote, status=Status.SENT)
        sent = deadlines.sent(sent, self.on, circumstances.settings.validity_days)
        return Edit("sent", quote.ref, puts=(sent,), facts={"on": self.on})


class SnoozeQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Hide a quote from the day's work until a day; on that day it is back. None ends a snooze."""

    quote_id: int
    until: date | None

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the quote snoozed; raises `Refused` where it is closed, `InvalidValue` too early."""
        quote = the_quote(snapshot, self.quote_id)
        if not quote.status.is_open:
            raise Refused("closed_already", ref=quote.ref, status=quote.status)
        if self.until is not None and self.until <= circumstances.today:
            day = self.until.isoformat()
            raise InvalidValue("snoozed_until", day, "not_after_today", today=circumstances.today)
        snoozed = replace(quote, snoozed_until=self.until)
        code = "woken" if self.until is None else "snoozed"
        return Edit(code, quote.ref, puts=(snoozed,), facts={"until": self.until})


class EditQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Correct fields of a quote; `values` were read by `QUOTE_FIELDS`."""

    quote_id: int
    values: Values
    lead_id: int = msgspec.field(default_factory=fresh_id)

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the corrected quote; a lead that nobody knows is added with it.

        Quotes that name it as similar follow a new ref.
        """
        quote = the_quote(snapshot, self.quote_id)
        values = dict(self.values)
        new: tuple[Record, ...] = ()
        if "lead" in values:
            lead = lead_for(snapshot, str(values.pop("lead")), self.lead_id)
            new = _if_new(snapshot, lead)
            values["lead_id"] = lead.id
        if "ref" in values:
            ref = free_ref(snapshot, str(values["ref"]), quote.id)
            new += tuple(still_linked(snapshot, quote, ref))
        edited = _redated(quote, replace(quote, **values))
        moved = tuple(
            replace(contact, lead_id=edited.lead_id)
            for contact in snapshot.follow_ups.values()
            if contact.quote_id == quote.id and contact.lead_id != edited.lead_id
        )
        naming = _renamed(snapshot, quote, edited.ref)
        facts = {"fields": tuple(self.values)}
        return Edit("edited", edited.ref, puts=(*new, edited, *naming, *moved), facts=facts)


class DeleteQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Delete a quote and its contacts; it can be undone."""

    quote_id: int

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Deletes the records."""
        quote = the_quote(snapshot, self.quote_id)
        contacts = tuple(
            contact for contact in snapshot.follow_ups.values() if contact.quote_id == quote.id
        )
        facts = {"contacts": len(contacts)}
        return Edit("deleted_quote", quote.ref, deletes=(quote, *contacts), facts=facts)


def lead_for(snapshot: Snapshot, name: str, new_id: int) -> Lead:
    """The lead of that name, or a new one."""
    try:
        return snapshot.lead_named(name)
    except NotFound:
        return snapshot.leads.get(new_id) or Lead(id=new_id, name=name)


def _taken_up(lead: Lead, today: date) -> tuple[Lead, ...]:
    """The lead without the day on which it was to be taken up again, where that has come."""
    if lead.recontact_on is None or lead.recontact_on > today:
        return ()
    return (replace(lead, recontact_on=None),)


def _if_new(snapshot: Snapshot, lead: Lead) -> tuple[Lead, ...]:
    return () if lead.id in snapshot.leads else (lead,)


def _renamed(snapshot: Snapshot, quote: Quote, ref: str) -> Iterator[Quote]:
    """The quotes that name this one as similar, with its new ref (PRACTICES G11).

    Where another quote has the old ref too, nobody knows which one they mean.
    """
    old = fold(quote.ref)
    if ref == quote.ref or len(snapshot.quotes_with_ref(quote.ref)) > 1:
        return
    for other in snapshot.quotes.values():
        if other.id != quote.id and old in map(fold, other.similar_to):
            refs = (ref if fold(each) == old else each for each in other.similar_to)
            yield replace(other, similar_to=tuple(refs))


def _redated(before: Quote, after: Quote) -> Quote:
    """The deadline moves with a new validity or day of sending, unless a day was given itself."""
    if after.status is Status.DRAFT and after.sent_on is not None:
        raise Refused("send_it_instead", ref=after.ref)
    if before.sent_on is not None and after.sent_on is None:
        raise InvalidValue("sent_on", "", "empty")
    if after.valid_until != before.valid_until:
        after = replace(after, validity_days=None)
    if after.validity_days is None:
        return deadlines.checked(after)
    return deadlines.with_validity(after, after.validity_days)
