"""Adding imported quotes, and changing those of an earlier import that the file says anew.

What a person added or changed stays as it is; see `store.exchange.import_update`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace

from store.changes.command import Circumstances
from store.changes.refs import free_refs
from store.errors import Facts, InvalidValue
from store.exchange.import_update import Update
from store.exchange.imported import Import, ImportedQuote
from store.exchange.importing import WATCHED, Watch, unwatched
from store.exchange.known_quotes import KnownQuotes
from store.exchange.problem import Problem
from store.records.edit import Edit, Record
from store.records.lead import Lead
from store.records.snapshot import Snapshot
from store.records.text import fold


class Verdict(StrEnum):
    """What becomes of a line."""

    ADD = "add"
    CHANGE = "change"
    PRESENT = "present"
    PROBLEM = "problem"


class Planned(NamedTuple):
    """A line of the file and what becomes of it: a quote, or a problem with it, or both."""

    line: int
    verdict: Verdict
    quote: ImportedQuote | None
    problem: Problem | None = None
    update: Update | None = None
    """What the line changes of the quote that is there; none for a quote that is not."""

    @property
    def is_news(self) -> bool:
        """Whether importing the line writes something."""
        if self.update is not None:
            return self.update.says_more
        return self.verdict is Verdict.ADD


def plan(read: Import, snapshot: Snapshot, watch: Watch = unwatched) -> list[Planned]:
    """What importing would do with every line, in the order of the lines, and nothing more."""
    planned = [Planned(each.line, Verdict.PROBLEM, None, each) for each in read.problems]
    planned += _planned(read.quotes, KnownQuotes(snapshot, read.quotes), watch)
    return sorted(planned, key=lambda each: each.line)


@dataclass(frozen=True, kw_only=True)
class ImportQuotes:
    """Add the quotes of a file, their follow-ups, and the leads that nobody knows, at once.

    `name` is the file's. A quote without a ref, or with one that a person gave to another quote,
    gets the next free one. A quote that an earlier import wrote gets what the file says anew; any
    other that is there is left as it is, and so is one that cannot be added; see `plan`. `watch`
    may raise to stop before anything is written.
    """

    name: str
    quotes: tuple[ImportedQuote, ...]
    watch: Watch = field(default=unwatched, compare=False, repr=False)

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the records; the facts count quotes, leads and follow-ups, and lines left out."""
        known = KnownQuotes(snapshot, self.quotes)
        planned = list(_planned(self.quotes, known, self.watch))
        taken = {fold(each.ref) for each in self.quotes if each.ref}
        refs = free_refs(snapshot, circumstances.today, taken)
        leads: dict[int, Lead] = {}
        records: list[Record] = []
        for each in planned:
            quote = each.quote
            if each.verdict is Verdict.ADD and quote is not None:
                lead = known.lead_for(quote)
                if lead.id not in snapshot.leads:
                    leads[lead.id] = _with_person(leads.get(lead.id, lead), quote)
                keeps_ref = quote.ref and known.is_free(quote.ref)
                named = quote.record(lead.id, quote.ref if keeps_ref else next(refs))
                records += [named, *quote.contacts(lead.id)]
            elif each.update is not None:
                records += _updated(each.update, snapshot)
        self.watch(len(planned), len(planned))  # the last chance to stop it
        return self._edit(planned, tuple(leads.values()), records)

    def _edit(
        self, planned: Sequence[Planned], leads: Sequence[Lead], records: Sequence[Record]
    ) -> Edit:
        verdicts = [each.verdict for each in planned]
        added, changed = verdicts.count(Verdict.ADD), verdicts.count(Verdict.CHANGE)
        facts: Facts = {
            "quotes": added,
            "leads": len(leads),
            "follow_ups": sum(_follow_ups(each) for each in planned),
            "present": verdicts.count(Verdict.PRESENT),
            "problems": verdicts.count(Verdict.PROBLEM),
        }
        if changed:
            facts = {**facts, "changed": changed}
        code = "imported_again" if changed else "imported"
        return Edit(code, self.name, puts=(*leads, *records), facts=facts)


def _planned(
    quotes: Sequence[ImportedQuote], known: KnownQuotes, watch: Watch
) -> Iterator[Planned]:
    for number, quote in enumerate(quotes):
        if number % WATCHED == 0:
            watch(number, len(quotes))
        yield _plan(quote, known)
    watch(len(quotes), len(quotes))


def _plan(quote: ImportedQuote, known: KnownQuotes) -> Planned:
    """What becomes of the quote."""
    try:
        update = known.update(quote)
    except InvalidValue as error:
        return Planned(quote.line, Verdict.PROBLEM, quote, Problem(quote.line, error))
    if update is None:
        return Planned(quote.line, Verdict.ADD, quote)
    verdict = Verdict.CHANGE if update.changed else Verdict.PRESENT
    return Planned(quote.line, verdict, quote, None, update)


def _follow_ups(planned: Planned) -> int:
    if planned.update is not None:
        return len(planned.update.follow_ups)
    if planned.verdict is Verdict.ADD and planned.quote is not None:
        return len(planned.quote.follow_ups)
    return 0


def _updated(update: Update, snapshot: Snapshot) -> Iterator[Record]:
    """The quote, and the follow-ups that the file has since; nothing where nothing is new."""
    quote = update.quote
    if snapshot.quotes.get(quote.id) != quote:
        yield quote
    for each in update.follow_ups:
        yield each.record(quote.lead_id, quote.id)


def _with_person(lead: Lead, quote: ImportedQuote) -> Lead:
    """The new lead with the person that the row names, unless it has them."""
    person = quote.person
    if person is None or person in lead.contacts:
        return lead
    return replace(lead, contacts=(*lead.contacts, person))
