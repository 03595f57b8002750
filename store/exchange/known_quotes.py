"""Which quotes and leads of the tracker a file's rows are about, for any number of look-ups.

What an import wrote is found by what the file calls it too, whatever a person calls it since.
"""

from collections.abc import Sequence

from store.errors import InvalidValue
from store.exchange.claims import Claims
from store.exchange.import_update import Update, update_of
from store.exchange.imported import ImportedQuote
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.text import fold
from store.records.words import Kind


class KnownQuotes:
    """The leads by name, the quotes by ref, and those that the rows of the file are about."""

    def __init__(self, snapshot: Snapshot, rows: Sequence[ImportedQuote]) -> None:
        self._snapshot = snapshot
        self._leads: dict[str, list[Lead]] = {}
        self._called: dict[str, Lead] = {}
        self._by_ref: dict[str, list[Quote]] = {}
        for lead in snapshot.leads.values():
            self._leads.setdefault(fold(lead.name), []).append(lead)
        for quote in snapshot.quotes.values():
            self._note(quote)
        self._claims = Claims(snapshot.quotes.values(), rows, self._lead_called)

    def lead_for(self, quote: ImportedQuote) -> Lead:
        """The quote's lead, a new one under a name that was not known until now.

        Raises `InvalidValue` where two leads have the name.
        """
        name = fold(quote.lead)
        found = self._leads.get(name)
        if found is None:
            known = self._called.get(name) or Lead(id=quote.lead_id, name=quote.lead)
            found = self._leads[name] = [known]
        if len(found) > 1:
            raise InvalidValue("lead", quote.lead, "two_leads_with_name", name=quote.lead)
        return found[0]

    def update(self, quote: ImportedQuote) -> Update | None:
        """What the row changes of the quote that it is about; none where there is no such quote.

        Raises `InvalidValue` where its ref is another lead's, and what `update_of` raises.
        """
        if quote.quote_id in self._snapshot.quotes:
            return Update(self._snapshot.quotes[quote.quote_id])
        self.lead_for(quote)
        known = self._claims.of(quote)
        if known is None:
            self._check_ref(quote)
            return None
        return update_of(known, quote, self._logged(known))

    def is_free(self, ref: str) -> bool:
        """Whether no quote of the tracker has the ref now."""
        return all(fold(each.ref) != fold(ref) for each in self._by_ref.get(fold(ref), ()))

    def _note(self, quote: Quote) -> None:
        said = quote.imported
        refs = {fold(quote.ref), fold(said.ref)} if said and said.ref else {fold(quote.ref)}
        for ref in refs:
            self._by_ref.setdefault(ref, []).append(quote)
        lead = self._snapshot.leads.get(quote.lead_id)
        if said and lead:
            self._called.setdefault(fold(said.lead), lead)

    def _lead_called(self, name: str) -> int | None:
        found = self._leads.get(fold(name), [])
        if not found and fold(name) in self._called:
            found = [self._called[fold(name)]]
        return found[0].id if len(found) == 1 else None

    def _check_ref(self, quote: ImportedQuote) -> None:
        """Whose ref it is, unless another row is about that quote, which only goes by it now."""
        for each in self._by_ref.get(fold(quote.ref), ()) if quote.ref else ():
            if not self._claims.is_taken(each):
                owner = self._snapshot.lead_of(each).name
                raise InvalidValue("ref", quote.ref, "ref_of_another_lead", lead=owner)

    def _logged(self, quote: Quote) -> int:
        contacts = self._snapshot.dossier_of(quote).contacts_of(quote)
        return sum(contact.kind is Kind.FOLLOW_UP for contact in contacts)
