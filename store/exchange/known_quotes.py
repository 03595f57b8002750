"""Which quotes and leads of the tracker a file's rows are about, for any number of look-ups.

What an import wrote is found by what the file calls it too, whatever a person calls it since.
"""

from collections.abc import Iterator
from datetime import date

from store.errors import InvalidValue
from store.exchange.import_update import Update, update_of
from store.exchange.imported import ImportedQuote
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.quote_origin import Imported
from store.records.snapshot import Snapshot
from store.records.text import fold
from store.records.words import Kind

_Key = tuple[int, str, date | None]


class KnownQuotes:
    """The leads by name, the quotes by ref, and by lead, title and day."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._leads: dict[str, list[Lead]] = {}
        self._called: dict[str, Lead] = {}
        self._by_ref: dict[str, list[Quote]] = {}
        self._by_title: dict[_Key, Quote] = {}
        for lead in snapshot.leads.values():
            self._leads.setdefault(fold(lead.name), []).append(lead)
        for quote in snapshot.quotes.values():
            self._note(quote)

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
        lead = self.lead_for(quote)
        known = self._named(quote, lead) if quote.ref else self._titled(quote, lead)
        return None if known is None else update_of(known, quote, self._logged(known))

    def _note(self, quote: Quote) -> None:
        said = quote.imported
        refs = {fold(quote.ref), fold(said.ref)} if said and said.ref else {fold(quote.ref)}
        for ref in refs:
            self._by_ref.setdefault(ref, []).append(quote)
        for title, day in _titles(quote):
            self._by_title.setdefault((quote.lead_id, fold(title), day), quote)
        lead = self._snapshot.leads.get(quote.lead_id)
        if said and lead:
            self._called.setdefault(fold(said.lead), lead)

    def _named(self, quote: ImportedQuote, lead: Lead) -> Quote | None:
        named = self._by_ref.get(fold(quote.ref), [])
        for each in named:
            if each.lead_id == lead.id or _is_said_of(each.imported, quote):
                return each
        if named:
            owner = self._snapshot.lead_of(named[0]).name
            raise InvalidValue("ref", quote.ref, "ref_of_another_lead", lead=owner)
        return None

    def _titled(self, quote: ImportedQuote, lead: Lead) -> Quote | None:
        return self._by_title.get((lead.id, fold(quote.title), quote.sent_on or quote.asked_on))

    def _logged(self, quote: Quote) -> int:
        contacts = self._snapshot.dossier_of(quote).contacts_of(quote)
        return sum(contact.kind is Kind.FOLLOW_UP for contact in contacts)


def _titles(quote: Quote) -> Iterator[tuple[str, date | None]]:
    """By which title and day a quote goes, now and in the file that it came from."""
    yield quote.title, quote.sent_on or quote.asked_on
    if quote.imported is not None:
        said = quote.imported
        yield said.title, said.sent_on or said.asked_on


def _is_said_of(said: Imported | None, quote: ImportedQuote) -> bool:
    return said is not None and fold(said.lead) == fold(quote.lead)
