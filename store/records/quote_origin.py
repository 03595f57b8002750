"""What a file said of a quote when it was last imported: with this the next import compares.

A field that still holds what the import wrote follows the file; one that a person changed stays.
"""

from datetime import date
from decimal import Decimal

import msgspec

from store.records.amount import checked_amount
from store.records.quote_practice import QuotePractice
from store.records.words import Status


class Imported(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The fields as the file had them; of a deadline that it does not have, nothing.

    `follow_ups` is how many it counted. `usual_days` is the validity that held, in days, where it
    has no deadline; none in what was imported before this was kept.
    """

    lead: str = ""
    ref: str = ""
    title: str = ""
    amount: Decimal = Decimal("0.00")
    currency: str = "EUR"
    status: Status = Status.SENT
    asked_on: date | None = None
    sent_on: date | None = None
    validity_days: int | None = None
    valid_until: date | None = None
    usual_days: int | None = None
    follow_ups: int = 0

    def __post_init__(self) -> None:
        """Refuses with `ValueError` what no amount can be."""
        msgspec.structs.force_setattr(self, "amount", checked_amount(self.amount))


class QuoteOrigin(QuotePractice, frozen=True, kw_only=True, gc=False):
    """The optional field of a quote that was imported."""

    imported: Imported | None = None
