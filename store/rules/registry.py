"""All rules that advise, found by themselves in the modules of their themes.

A rule is one small pure function, marked with `@quote_rule` or `@lead_rule`; its wording stands in
`tui.wording.advice`. Adding a rule is adding the function and its wording.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import TypeVar

from store.rules import (
    calendar,
    channels,
    deciders,
    fit,
    platforms,
    pursuit,
    refusal,
    urgency,
)
from store.rules.advice import Advice, strongest_first
from store.rules.leads import LeadStanding
from store.rules.marking import LeadRule, QuoteRule, Rule
from store.rules.standing import Standing

S = TypeVar("S")
R = TypeVar("R", QuoteRule, LeadRule)

THEMES: tuple[ModuleType, ...] = (
    calendar,
    pursuit,
    urgency,
    deciders,
    channels,
    platforms,
    fit,
    refusal,
)
"""In the order of PRACTICES A to H."""


def quote_advice(standing: Standing) -> tuple[Advice, ...]:
    """What there is to say about the quote and, while it is open, its lead; strongest first."""
    if standing.quote.status.is_open:
        return strongest_first([*_said(quote_rules(), standing), *standing.of_lead.advice])
    return strongest_first(_said(rules_of_closed(), standing))


def lead_advice(standing: LeadStanding) -> tuple[Advice, ...]:
    """What there is to say about the lead, the strongest first."""
    return strongest_first(_said(lead_rules(), standing))


@cache
def quote_rules() -> tuple[QuoteRule, ...]:
    """The rules about quotes, in the order of the themes."""
    return tuple(_among(QuoteRule))


@cache
def rules_of_closed() -> tuple[QuoteRule, ...]:
    """Those that look at closed quotes too."""
    return tuple(rule for rule in quote_rules() if rule.closed)


@cache
def lead_rules() -> tuple[LeadRule, ...]:
    """The rules about leads, in the order of the themes."""
    return tuple(_among(LeadRule))


def _among(kind: type[R]) -> Iterator[R]:
    return (value for theme in THEMES for value in vars(theme).values() if isinstance(value, kind))


def _said(rules: Iterable[Rule[S]], standing: S) -> list[Advice]:
    found = [rule.look(standing) for rule in rules]
    return [advice for advice in found if advice is not None]
