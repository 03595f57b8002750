"""All advice that there is: each code with what it means and the practice it follows."""

from typing import NamedTuple

from store.rules.marking import LeadRule, QuoteRule
from store.rules.registry import lead_rules, quote_rules
from tui.language import _
from tui.wording.advice import ADVICE


class KnownAdvice(NamedTuple):
    """A code, what it means in the person's language, and its row of PRACTICES."""

    code: str
    meaning: str
    practice: str


def known_advice() -> list[KnownAdvice]:
    """Every advice about quotes and leads, ordered by practice."""
    rules: list[QuoteRule | LeadRule] = [*quote_rules(), *lead_rules()]
    rules.sort(key=lambda rule: _place(rule.practice))
    return [
        KnownAdvice(code, _(ADVICE[code].meaning), rule.practice)
        for rule in rules
        for code in rule.codes
    ]


def _place(practice: str) -> tuple[str, int]:
    """`B10` stands after `B9`."""
    return practice[:1], int(practice[1:])
