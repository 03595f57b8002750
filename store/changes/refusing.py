"""Saying no to a quote: the closing, what was said and thought, and when the lead may come back."""

from datetime import date

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from store.changes.closing import CloseQuote
from store.changes.command import Circumstances, Insistent, the_lead
from store.records.edit import Edit, Record
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.words import RefusalMode, Status


class RefuseQuote(Insistent, frozen=True, kw_only=True):
    """Decline a quote (PRACTICES H1, H4, H5, H8).

    `referred_to` is who gets it, `stated_reason` what the lead is told, `private_reason` what I
    thought. On `recontact_on` the lead is back in the day's work. What is not given is left as it
    is; an empty text, or no day, takes away what was noted.
    """

    quote_id: int
    on: date
    mode: RefusalMode = RefusalMode.NO_TIME
    reason: str = ""
    referred_to: str = ""
    stated_reason: str | UnsetType = UNSET
    private_reason: str | UnsetType = UNSET
    recontact_on: date | UnsetType | None = UNSET

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the declined quote, and its lead where it is to come back."""
        closing = CloseQuote(
            quote_id=self.quote_id,
            status=Status.DECLINED,
            on=self.on,
            mode=self.mode,
            reason=self.reason,
            referred_to=self.referred_to,
            insist=self.insist,
        )
        edit = closing.apply(snapshot, circumstances)
        puts = [self._told(record) for record in edit.puts]
        if self.recontact_on is not UNSET:
            quote = snapshot.quotes[self.quote_id]
            lead = the_lead(snapshot, quote.lead_id)
            puts.append(replace(lead, recontact_on=self.recontact_on))
        return msgspec.structs.replace(edit, puts=tuple(puts))

    def _told(self, record: Record) -> Record:
        if not isinstance(record, Quote):
            return record
        told = {"stated_reason": self.stated_reason, "private_reason": self.private_reason}
        return replace(
            record, **{name: given for name, given in told.items() if given is not UNSET}
        )
