"""Advice on who decides (PRACTICES D)."""

from store.records.practice_words import Brief
from store.rules.advice import Advice
from store.rules.fillers import is_filler
from store.rules.marking import quote_rule
from store.rules.standing import Standing

MANY_OPTIONS = 3
"""Price tiers from which on a vague brief leaves the scope open (PRACTICES D3)."""


@quote_rule("D2", "filler_quote")
def filler_quote(standing: Standing) -> Advice | None:
    """A quote that only completes a purchasing file is worth one follow-up (PRACTICES D2)."""
    return Advice("filler_quote") if is_filler(standing.quote, standing.lead) else None


@quote_rule("D3", "unclear_scope")
def unclear_scope(standing: Standing) -> Advice | None:
    """An incoherent brief, or a vague one with 3 price tiers or more (PRACTICES D3)."""
    brief, options = standing.quote.brief, standing.quote.options or 0
    if brief is Brief.INCOHERENT or (brief is Brief.VAGUE and options >= MANY_OPTIONS):
        return Advice("unclear_scope", facts={"brief": str(brief)})
    return None
