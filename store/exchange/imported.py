"""The common form of what is imported, whatever program wrote it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from store.changes import deadlines
from store.changes.command import fresh_id
from store.errors import InvalidValue
from store.records.follow_up import FollowUp
from store.records.quote import Outcome, Quote
from store.records.words import Channel, Status


@dataclass(frozen=True, kw_only=True)
class ImportedFollowUp:
    """A follow-up that the file knows of; `on` is none where its day is unknown."""

    on: date | None = None
    channel: Channel = Channel.OTHER
    follow_up_id: int = field(default_factory=fresh_id, compare=False)


@dataclass(frozen=True, kw_only=True)
class ImportedQuote:
    """A quote as a file has it on the line `line`, its fields read and within bounds.

    It brings the ids that its records will have, so that adding it again adds nothing; `lead_id`
    is for a lead that nobody knows yet. Unless it is a draft it has a `sent_on`, and
    `validity_days` or `valid_until`.
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
    notes: str = ""
    follow_ups: tuple[ImportedFollowUp, ...] = ()
    quote_id: int = field(default_factory=fresh_id, compare=False)
    lead_id: int = field(default_factory=fresh_id, compare=False)

    def record(self, lead_id: int) -> Quote:
        """The quote to keep; raises `InvalidValue` where the days do not fit together.

        On which day a closed quote was closed is unknown.
        """
        quote = Quote(
            id=self.quote_id,
            ref=self.ref,
            lead_id=lead_id,
            title=self.title,
            amount=self.amount,
            currency=self.currency,
            asked_on=self.asked_on,
            validity_days=self.validity_days,
            valid_until=self.valid_until,
            status=self.status,
            notes=self.notes,
            outcome=None if self.status.is_open else Outcome(before=Status.SENT),
        )
        if self.sent_on is None:
            return quote
        return deadlines.sent(quote, self.sent_on, self.validity_days or 0)

    def contacts(self, lead_id: int) -> tuple[FollowUp, ...]:
        """The follow-ups to keep, in the order in which they happened."""
        return tuple(
            FollowUp(
                id=each.follow_up_id,
                lead_id=lead_id,
                quote_id=self.quote_id,
                on=each.on,
                channel=each.channel,
            )
            for each in self.follow_ups
        )


@dataclass(frozen=True)
class Problem:
    """Why a line is not imported; `column` is the file's own name for the field, if it has one."""

    line: int
    error: InvalidValue
    column: str = ""


@dataclass(frozen=True, kw_only=True)
class Import:
    """What a file holds: good quotes, problems with other lines, and columns that nobody reads."""

    name: str
    quotes: tuple[ImportedQuote, ...]
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
