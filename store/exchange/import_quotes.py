"""Adding imported quotes: what is new of them is added, what is there already stays as it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from store.changes.command import Circumstances
from store.errors import Facts, InvalidValue
from store.exchange.imported import Import, ImportedQuote, Problem
from store.records.edit import Edit, Record
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.text import fold


class Verdict(StrEnum):
    """What becomes of a line."""

    ADD = "add"
    PRESENT = "present"
    PROBLEM = "problem"


class Planned(NamedTuple):
    """A line of the file and what becomes of it: a quote, or a problem with it, or both."""

    line: int
    verdict: Verdict
    quote: ImportedQuote | None
    problem: Problem | None


def plan(read: Import, snapshot: Snapshot) -> list[Planned]:
    """What importing would do with every line, in the order of the lines, and nothing more."""
    known = _Known(snapshot)
    planned = [Planned(each.line, Verdict.PROBLEM, None, each) for each in read.problems]
    planned += [known.plan(quote) for quote in read.quotes]
    return sorted(planned, key=lambda each: each.line)


@dataclass(frozen=True, kw_only=True)
class ImportQuotes:
    """Add the quotes of a file, their follow-ups, and the leads that nobody knows, at once.

    `name` is the file's. A quote whose ref its lead has already is left as it is, and so is one
    that cannot be added; see `plan`.
    """

    name: str
    quotes: tuple[ImportedQuote, ...]

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the records; the facts count quotes, leads and follow-ups, and lines left out."""
        known = _Known(snapshot)
        planned = [known.plan(quote) for quote in self.quotes]
        added = [each.quote for each in planned if each.verdict is Verdict.ADD and each.quote]
        leads: dict[int, Lead] = {}
        records: list[Record] = []
        for quote in added:
            lead = known.lead_for(quote)
            if lead.id not in snapshot.leads:
                leads[lead.id] = lead
            records += [quote.record(lead.id), *quote.contacts(lead.id)]
        verdicts = [each.verdict for each in planned]
        facts: Facts = {
            "quotes": len(added),
            "leads": len(leads),
            "follow_ups": len(records) - len(added),
            "present": verdicts.count(Verdict.PRESENT),
            "problems": verdicts.count(Verdict.PROBLEM),
        }
        return Edit("imported", self.name, puts=(*leads.values(), *records), facts=facts)


class _Known:
    """The leads by name and the quotes by ref, for any number of look-ups."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._leads: dict[str, list[Lead]] = {}
        self._quotes: dict[str, list[Quote]] = {}
        for lead in snapshot.leads.values():
            self._leads.setdefault(fold(lead.name), []).append(lead)
        for quote in snapshot.quotes.values():
            self._quotes.setdefault(fold(quote.ref), []).append(quote)

    def plan(self, quote: ImportedQuote) -> Planned:
        """What becomes of the quote."""
        try:
            verdict = Verdict.PRESENT if self._has(quote) else Verdict.ADD
        except InvalidValue as error:
            return Planned(quote.line, Verdict.PROBLEM, quote, Problem(quote.line, error))
        return Planned(quote.line, verdict, quote, None)

    def lead_for(self, quote: ImportedQuote) -> Lead:
        """The quote's lead, a new one under a name that was not known until now.

        Raises `InvalidValue` where two leads have the name.
        """
        new = Lead(id=quote.lead_id, name=quote.lead)
        found = self._leads.setdefault(fold(quote.lead), [new])
        if len(found) > 1:
            raise InvalidValue("lead", quote.lead, "two_leads_with_name", name=quote.lead)
        return found[0]

    def _has(self, quote: ImportedQuote) -> bool:
        """Whether it is there; raises `InvalidValue` where its ref is another lead's."""
        if quote.quote_id in self._snapshot.quotes:
            return True
        lead = self.lead_for(quote)
        named = self._quotes.get(fold(quote.ref), [])
        if any(each.lead_id == lead.id for each in named):
            return True
        if named:
            owner = self._snapshot.lead_of(named[0]).name
            raise InvalidValue("ref", quote.ref, "ref_of_another_lead", lead=owner)
        return False
