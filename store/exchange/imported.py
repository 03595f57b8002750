"""The common form of what is imported, whatever program wrote it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from store.changes import deadlines
from store.changes.command import fresh_id
from store.exchange.conventions import Conventions
from store.exchange.problem import Problem
from store.records.follow_up import FollowUp
from store.records.lead import Person
from store.records.quote import Outcome, Quote
from store.records.quote_origin import Imported
from store.records.text import fold
from store.records.words import Channel, Status


@dataclass(frozen=True, kw_only=True)
class ImportedFollowUp:
    """A follow-up that the file knows of; `on` is none where its day is unknown."""

    on: date | None = None
    channel: Channel = Channel.OTHER
    follow_up_id: int = field(default_factory=fresh_id, compare=False)

    def record(self, lead_id: int, quote_id: int) -> FollowUp:
        """The follow-up to keep."""
        return FollowUp(
            id=self.follow_up_id,
            lead_id=lead_id,
            quote_id=quote_id,
            on=self.on,
            channel=self.channel,
        )


@dataclass(frozen=True, kw_only=True)
class ImportedQuote:
    """A quote as a file has it on the line `line`, its fields read and within bounds.

    It brings the ids that its records will have, so that adding it again adds nothing; `lead_id`
    is for a lead that nobody knows yet. Without a `ref` it gets the next free one. Unless it is a
    draft it has a `sent_on`, and `validity_days` or `valid_until`; `usual_validity` tells that the
    file has no deadline. `person` is somebody at the lead, `reason` why it was closed, `remarks`
    are what a person should know of a row that is good all the same.
    """

    line: int
    lead: str
    ref: str
    title: str
    amount: Decimal
    currency: str
    status: Status
    asked_on: date | None = None
    sent_on: date | None = None
    validity_days: int | None = None
    valid_until: date | None = None
    usual_validity: bool = False
    notes: str = ""
    reason: str = ""
    person: Person | None = None
    remarks: tuple[Problem, ...] = ()
    follow_ups: tuple[ImportedFollowUp, ...] = ()
    quote_id: int = field(default_factory=fresh_id, compare=False)
    lead_id: int = field(default_factory=fresh_id, compare=False)

    @property
    def identity(self) -> tuple[object, ...]:
        """By what it is found again: its ref, else lead, title and day, as they are compared."""
        if self.ref:
            return (fold(self.ref),)
        return (fold(self.lead), fold(self.title), self.sent_on or self.asked_on)

    @property
    def outcome(self) -> Outcome | None:
        """How it was closed, on an unknown day; none while it is open."""
        return None if self.status.is_open else Outcome(before=Status.SENT, reason=self.reason)

    @property
    def said(self) -> Imported:
        """What the file says, to compare the next import with."""
        return Imported(
            lead=self.lead,
            ref=self.ref,
            title=self.title,
            amount=self.amount,
            currency=self.currency,
            status=self.status,
            asked_on=self.asked_on,
            sent_on=self.sent_on,
            validity_days=None if self.usual_validity else self.validity_days,
            valid_until=self.valid_until,
            usual_days=self.validity_days if self.usual_validity else None,
            follow_ups=len(self.follow_ups),
        )

    def record(self, lead_id: int, ref: str = "") -> Quote:
        """The quote to keep, under that ref if one is given, else under its own.

        Raises `InvalidValue` where the days do not fit together. On which day a closed
        quote was closed is unknown.
        """
        quote = Quote(
            id=self.quote_id,
            ref=ref or self.ref,
            lead_id=lead_id,
            title=self.title,
            amount=self.amount,
            currency=self.currency,
            asked_on=self.asked_on,
            validity_days=self.validity_days,
            valid_until=self.valid_until,
            status=self.status,
            notes=self.notes,
            outcome=self.outcome,
            imported=self.said,
        )
        if self.sent_on is None:
            return quote
        return deadlines.sent(quote, self.sent_on, self.validity_days or 0)

    def contacts(self, lead_id: int) -> tuple[FollowUp, ...]:
        """The follow-ups to keep, in the order in which they happened."""
        return tuple(each.record(lead_id, self.quote_id) for each in self.follow_ups)


@dataclass(frozen=True, kw_only=True)
class Import:
    """What a file holds: good quotes, problems with other lines, and columns that nobody reads.

    `shape` is the name of the shape that was recognised, none for a mapping; `mapping` is its
    text. `remembered` tells that the mapping was given for an earlier file with this header.
    """

    name: str
    quotes: tuple[ImportedQuote, ...]
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    shape: str = ""
    mapping: str = ""
    remembered: bool = False
    conventions: Conventions | None = None
    header: tuple[str, ...] = ()
    sample: tuple[str, ...] = ()
    """The cells of the first row below the header, to show what is in the columns."""
