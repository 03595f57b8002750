"""Which warnings were right: flags and advice against how the work went (PRACTICES I1)."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from store.records.dossier import Dossier
from store.records.incident import Incident
from store.records.practice_words import Went
from store.records.quote import Quote
from store.rules.as_of import as_of
from store.rules.hindsight.cases import Case
from store.rules.leads import Day, LeadStanding, lead_standing
from store.rules.platform_history import PlatformHistory
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing

LEFT_OUT = frozenset(
    ("draft_late", "reply_owed", "reply_late", "summary_owed", "close_as_no_response", "red_flags")
)
"""Advice on what I have to do that day warns of nobody; red flags are counted one by one."""


class LookedBack(msgspec.Struct, frozen=True):
    """A quote of which was noted how it went, with what had warned of it.

    `flags` are the lead's red flags, `advice` the codes that stood on the day it was closed.
    """

    ref: str
    lead: str
    title: str
    went: Went
    could_have_known: bool | None
    flags: tuple[str, ...]
    advice: tuple[str, ...]


class WarningSign(msgspec.Struct, frozen=True):
    """A flag or a code of advice, and in how many quotes it stood that went well and badly."""

    code: str
    is_flag: bool
    well: int
    badly: int


class Lessons(msgspec.Struct, frozen=True):
    """What went well and badly; `warnings` begin with those that were right most often."""

    well: int
    badly: int
    could_have_known: int
    """Of those that went badly."""
    unwarned: int
    """Went badly without any flag or advice."""
    warnings: tuple[WarningSign, ...]
    quotes: tuple[LookedBack, ...]


class Then:
    """Sees a quote as on the day of its closing; `incidents` are all the known ones.

    How much came through a platform is left out: it warns of no quote. A lead is worked out once
    for each day on which quotes of it were closed.
    """

    def __init__(self, today: date, rulebook: Rulebook, incidents: Sequence[Incident] = ()) -> None:
        self.today = today
        self.rulebook = rulebook
        self.incidents = incidents
        self._of_lead: dict[tuple[int, date], LeadStanding] = {}

    def before_closing(self, case: Case) -> Standing:
        """Where the quote stood on the day of its closing, just before; today where it is open."""
        on = self._ended_on(case.quote) or self.today
        key = (case.lead.id, on)
        if key not in self._of_lead:
            self._of_lead[key] = self._just_before(on, case.dossier)
        of_lead = self._of_lead[key]
        return Standing(of_lead.quote(case.quote.id), of_lead)

    def _just_before(self, on: date, dossier: Dossier) -> LeadStanding:
        """Where the lead stood on the day before any of its quotes was closed on it."""
        quotes = tuple(
            replace(quote, status=quote.outcome.before, outcome=None)
            if quote.outcome is not None and self._ended_on(quote) == on
            else quote
            for quote in dossier.quotes
        )
        seen = as_of(Dossier(dossier.lead, quotes, dossier.contacts), on)
        return lead_standing(seen, self._day(on))

    def _ended_on(self, quote: Quote) -> date | None:
        """The day of its closing, today where that is not known; none where it is open."""
        return (quote.outcome.on or self.today) if quote.outcome else None

    def _day(self, on: date) -> Day:
        """The day with what was known on it."""
        known = tuple(incident for incident in self.incidents if incident.on <= on)
        return Day(on, self.rulebook, platforms=PlatformHistory(on, known))


def lessons(cases: Iterable[Case], then: Then) -> Lessons:
    """What there is to learn from the quotes of which was noted how they went."""
    quotes = [_looked_back(case, case.quote.went, then) for case in cases if case.quote.went]
    badly = [each for each in quotes if each.went is Went.BADLY]
    return Lessons(
        well=len(quotes) - len(badly),
        badly=len(badly),
        could_have_known=sum(each.could_have_known is True for each in badly),
        unwarned=sum(not each.flags and not each.advice for each in badly),
        warnings=_warnings(quotes),
        quotes=tuple(sorted(quotes, key=lambda each: (each.went is not Went.BADLY, each.ref))),
    )


def _looked_back(case: Case, went: Went, then: Then) -> LookedBack:
    quote = case.quote
    standing = then.before_closing(case)
    return LookedBack(
        ref=quote.ref,
        lead=case.lead.name,
        title=quote.title,
        went=went,
        could_have_known=quote.could_have_known,
        flags=case.lead.flags,
        advice=tuple(each.code for each in standing.advice if each.code not in LEFT_OUT),
    )


def _warnings(quotes: Iterable[LookedBack]) -> tuple[WarningSign, ...]:
    counts: dict[tuple[bool, str], list[int]] = {}
    for each in quotes:
        stood = [*((True, flag) for flag in each.flags), *((False, code) for code in each.advice)]
        for key in dict.fromkeys(stood):
            counts.setdefault(key, [0, 0])[each.went is Went.BADLY] += 1
    found = (
        WarningSign(code, is_flag, well, badly) for (is_flag, code), (well, badly) in counts.items()
    )
    return tuple(sorted(found, key=lambda one: (one.well - one.badly, not one.is_flag, one.code)))
