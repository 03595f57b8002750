"""Which warnings were right: flags and advice against how the work went (PRACTICES I1)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from store.records.dossier import Dossier
from store.records.incident import Incident
from store.records.practice_words import Went
from store.rules.as_of import as_of
from store.rules.hindsight.cases import Case
from store.rules.leads import Day, lead_standing
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


class Then(NamedTuple):
    """What is needed to see a quote as on the day of its closing; `incidents` are the known ones.

    How much came through a platform is left out: it warns of no quote.
    """

    today: date
    rulebook: Rulebook
    incidents: Sequence[Incident] = ()

    def day(self, on: date) -> Day:
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
    standing = _while_it_was_open(case, then)
    return LookedBack(
        ref=quote.ref,
        lead=case.lead.name,
        title=quote.title,
        went=went,
        could_have_known=quote.could_have_known,
        flags=case.lead.flags,
        advice=tuple(each.code for each in standing.advice if each.code not in LEFT_OUT),
    )


def _while_it_was_open(case: Case, then: Then) -> Standing:
    """Where the quote stood on the day of its closing, just before; today where it is open."""
    quote, outcome = case.quote, case.quote.outcome
    on = then.today
    if outcome is not None:
        on = outcome.on or then.today
        quote = replace(quote, status=outcome.before, outcome=None)
    quotes = tuple(quote if each.id == quote.id else each for each in case.dossier.quotes)
    dossier = Dossier(case.lead, quotes, case.dossier.contacts)
    of_lead = lead_standing(as_of(dossier, on), then.day(on))
    return Standing(next(each for each in of_lead.quotes if each.id == quote.id), of_lead)


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
