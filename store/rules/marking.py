"""How a function is marked as a rule that advises, so that the registry finds it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from store.rules.advice import Advice

if TYPE_CHECKING:
    from store.rules.leads import LeadStanding
    from store.rules.standing import Standing

S = TypeVar("S")


class Rule(Generic[S]):
    """A rule that looks at one standing, called like the function that it was made of."""

    def __init__(
        self,
        look: Callable[[S], Advice | None],
        practice: str,
        codes: tuple[str, ...],
        *,
        closed: bool,
    ) -> None:
        self.look = look
        """The function; the registry asks it without a detour."""
        self.practice = practice
        """The row of PRACTICES that it follows."""
        self.codes = codes
        """The codes of the advice that it may give."""
        self.closed = closed
        """Whether it looks at closed quotes too."""

    def __call__(self, standing: S) -> Advice | None:
        """The advice, or none."""
        return self.look(standing)


class QuoteRule(Rule["Standing"]):
    """A rule about a quote."""


class LeadRule(Rule["LeadStanding"]):
    """A rule about a lead; what it says is said of its open quotes too."""


def quote_rule(
    practice: str, *codes: str, closed: bool = False
) -> Callable[[Callable[["Standing"], Advice | None]], QuoteRule]:
    """Marks a function as a rule about open quotes, with `closed` about closed ones too."""
    return lambda look: QuoteRule(look, practice, codes, closed=closed)


def lead_rule(
    practice: str, *codes: str
) -> Callable[[Callable[["LeadStanding"], Advice | None]], LeadRule]:
    """Marks a function as a rule about leads."""
    return lambda look: LeadRule(look, practice, codes, closed=False)
