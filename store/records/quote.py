"""A quote: an offer with an amount and a last valid day."""

from datetime import date
from decimal import Decimal

import msgspec

from store.records.amount import checked_amount
from store.records.day import checked_day, checked_days
from store.records.ids import Id
from store.records.quote_origin import QuoteOrigin
from store.records.stamp import Stamp
from store.records.words import Status

LONGEST_VALIDITY = 3650
"""Longest validity, in days."""

HIGHEST_LIMIT = 99
"""Highest limit of unanswered follow-ups."""


_SENT = Status.SENT


class Outcome(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How a quote was closed; `before` is the status that reopening gives back."""

    on: date | None = None
    reason: str = ""
    mode: str = ""
    before: Status = Status.SENT
    became: Id | None = None
    """The id of the draft that replaced a superseded quote."""

    def __post_init__(self) -> None:
        """Refuses with `ValueError` a day outside the bounds."""
        checked_day(self.on)


class Quote(QuoteOrigin, frozen=True, kw_only=True, gc=False):
    """An offer to a lead. `valid_until` is the last day, inclusive, on which it can be accepted.

    `validity_days` says how `valid_until` was found; it is empty where the day was given itself.
    """

    id: Id = 0
    ref: str = ""
    lead_id: Id
    title: str = ""
    amount: Decimal = Decimal("0.00")
    currency: str = "EUR"
    asked_on: date | None = None
    send_by: date | None = None
    sent_on: date | None = None
    validity_days: int | None = None
    valid_until: date | None = None
    status: Status = Status.DRAFT
    cadence: str = ""
    limit: int | None = None
    snoozed_until: date | None = None
    urgent: bool = False
    notes: str = ""
    outcome: Outcome | None = None
    decision_expected: date | None = None
    changed: Stamp = Stamp()
    seq: Id = 0

    def __post_init__(self) -> None:
        """Refuses with `ValueError` what no rule could reckon with."""
        msgspec.structs.force_setattr(self, "amount", checked_amount(self.amount))
        checked_days(self.asked_on, self.send_by, self.sent_on, self.valid_until)
        if self.snoozed_until is not None or self.decision_expected is not None:
            checked_days(self.snoozed_until, self.decision_expected)
        if self.delivery_due is not None or self.call_at is not None:
            self.check_practice()
        if self.validity_days is not None and not 0 <= self.validity_days <= LONGEST_VALIDITY:
            raise ValueError(f"validity of {self.validity_days} days")
        if self.limit is not None and not 0 <= self.limit <= HIGHEST_LIMIT:
            raise ValueError(f"limit of {self.limit}")

    @property
    def is_pending(self) -> bool:
        """Sent and not closed, expired or not."""
        return self.status is _SENT
