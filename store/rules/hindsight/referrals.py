"""Who got the work that I passed on (PRACTICES H4)."""

from collections.abc import Iterable
from datetime import date

import msgspec

from store.records.text import fold
from store.rules.hindsight.cases import Case


class PassedOn(msgspec.Struct, frozen=True):
    """A request that a colleague got; `on` is the day on which it was closed, where it was."""

    ref: str
    lead: str
    title: str
    on: date | None


class Referrals(msgspec.Struct, frozen=True):
    """What one colleague got, the earliest first."""

    colleague: str
    passed_on: tuple[PassedOn, ...]


def by_colleague(cases: Iterable[Case]) -> tuple[Referrals, ...]:
    """The colleagues, without regard to case and accents; those who got most first."""
    names: dict[str, str] = {}
    got: dict[str, list[PassedOn]] = {}
    for case in cases:
        name = case.quote.referred_to.strip()
        if name:
            key = fold(name)
            names.setdefault(key, name)
            got.setdefault(key, []).append(_passed_on(case))
    found = (Referrals(names[key], _earliest_first(passed)) for key, passed in got.items())
    return tuple(sorted(found, key=lambda one: (-len(one.passed_on), fold(one.colleague))))


def _passed_on(case: Case) -> PassedOn:
    quote = case.quote
    on = quote.outcome.on if quote.outcome else None
    return PassedOn(quote.ref, case.lead.name, quote.title, on)


def _earliest_first(passed: Iterable[PassedOn]) -> tuple[PassedOn, ...]:
    return tuple(sorted(passed, key=lambda one: (one.on or date.max, one.ref)))
