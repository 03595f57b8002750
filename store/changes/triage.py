"""Noting what is known of a quote and of its lead at once, as a triage does."""

import msgspec

from store.changes.command import Circumstances, the_quote
from store.changes.field_reading import Values
from store.changes.leads import EditLead
from store.changes.quotes import EditQuote
from store.records.edit import Edit, Record
from store.records.snapshot import Snapshot


class Triage(msgspec.Struct, frozen=True, kw_only=True):
    """Note fields of a quote and of its lead in one change.

    `quote_values` were read by `QUOTE_FIELDS`, `lead_values` by `LEAD_FIELDS`; the lead stays the
    quote's.
    """

    quote_id: int
    quote_values: Values
    lead_values: Values

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts what was noted; raises what correcting the quote or the lead would raise."""
        quote = the_quote(snapshot, self.quote_id)
        puts: tuple[Record, ...] = ()
        if self.quote_values:
            edit_quote = EditQuote(quote_id=quote.id, values=self.quote_values)
            puts = edit_quote.apply(snapshot, circumstances).puts
        if self.lead_values:
            edit_lead = EditLead(lead_id=quote.lead_id, values=self.lead_values)
            puts += edit_lead.apply(snapshot, circumstances).puts
        fields = tuple(dict.fromkeys((*self.quote_values, *self.lead_values)))
        return Edit("triaged", quote.ref, puts=puts, facts={"fields": fields})
