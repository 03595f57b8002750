"""The sentences of advice, by theme like the rules in `store.rules`."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from store.errors import Fact
from store.rules.advice import Advice
from tui.language import _
from tui.safe_text import shown
from tui.wording.advice import (
    calendar,
    channels,
    deciders,
    fit,
    platforms,
    pursuit,
    refusal,
    urgency,
)
from tui.wording.advice.said import Said
from tui.wording.amounts import amount_text
from tui.wording.days import long_day
from tui.wording.labels import label

ADVICE: Mapping[str, Said] = {
    **calendar.SAID,
    **pursuit.SAID,
    **urgency.SAID,
    **deciders.SAID,
    **channels.SAID,
    **platforms.SAID,
    **fit.SAID,
    **refusal.SAID,
}


def advice_text(advice: Advice) -> str:
    """The advice as a sentence."""
    facts = {name: _fact_text(fact, advice) for name, fact in advice.facts.items()}
    said = ADVICE[advice.code]
    is_short = said.without and None in advice.facts.values()
    return _(said.without if is_short else said.sentence).format(**facts)


def _fact_text(fact: Fact, advice: Advice) -> str:
    """A fact in words; an amount stands with the currency that is among the facts."""
    match fact:
        case None:
            return "?"
        case int():
            return str(fact)
        case date():
            return long_day(fact)
        case Decimal():
            return amount_text(fact, str(advice.facts.get("currency", "EUR")))
        case tuple():
            return ", ".join(shown(label(part)) for part in fact)
        case _:
            return shown(label(str(fact)))
