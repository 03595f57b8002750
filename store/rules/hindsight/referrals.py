"""Who got the work that I passed on (PRACTICES H4)."""

from collections.abc import Iterable
from datetime import date

import msgspec

from store.rules.hindsight.cases import Case
from store.rules.refusal import referrals, was_passed_on


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
    """The colleagues; those who got most first, then by name."""
    referred = {case.quote.id: case for case in cases if was_passed_on(case.quote)}
    by_name = referrals(case.quote for case in referred.values())
    found = (
        Referrals(name, _earliest_first(_passed_on(referred[quote.id]) for quote in quotes))
        for name, quotes in by_name.items()
    )
    return tuple(sorted(found, key=lambda one: -len(one.passed_on)))


def _passed_on(case: Case) -> PassedOn:
    quote = case.quote
    on = quote.outcome.on if quote.outcome else None
    return PassedOn(quote.ref, case.lead.name, quote.title, on)


def _earliest_first(passed: Iterable[PassedOn]) -> tuple[PassedOn, ...]:
    return tuple(sorted(passed, key=lambda one: (one.on or date.max, one.ref)))
