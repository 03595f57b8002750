"""Advice on saying no (PRACTICES H), and what my refusals tell: why, and who got the work."""

from collections.abc import Iterable, Mapping

from store.records.practice_words import DeclineReason
from store.records.quote import Quote
from store.records.text import fold
from store.records.words import RefusalMode, Status
from store.rules.advice import Advice
from store.rules.marking import quote_rule
from store.rules.standing import Standing


@quote_rule("H2", "deterrent")
def deterrent(standing: Standing) -> Advice | None:
    """An offer made to be refused is discouraged: it may be accepted (PRACTICES H2)."""
    quote = standing.quote
    if quote.mode is not RefusalMode.DETERRENT:
        return None
    return Advice("deterrent", facts={"amount": quote.amount, "currency": quote.currency})


def declined_for(quote: Quote) -> DeclineReason | None:
    """The reason that lies with me or the project and not with the lead (PRACTICES G9).

    None for a quote that was not declined, or for any other reason.
    """
    if quote.status is not Status.DECLINED or quote.outcome is None:
        return None
    return reason_code(quote.outcome.reason)


def reason_code(typed: str) -> DeclineReason | None:
    """The code that the words are, written with blanks or hyphens too; none for other words."""
    word = fold(typed.strip()).replace("-", "_").replace(" ", "_")
    return next((reason for reason in DeclineReason if reason == word), None)


def was_passed_on(quote: Quote) -> bool:
    """Whether a colleague got the work (PRACTICES H4)."""
    return quote.status is Status.DECLINED and bool(quote.referred_to)


def referrals(quotes: Iterable[Quote]) -> Mapping[str, tuple[Quote, ...]]:
    """What was passed on, by colleague in alphabetical order, without regard to case (H4).

    Only what was declined: until then, to recommend somebody is an intention.
    """
    names: dict[str, str] = {}
    passed_on: dict[str, list[Quote]] = {}
    for quote in quotes:
        if was_passed_on(quote):
            key = fold(quote.referred_to)
            names.setdefault(key, quote.referred_to)
            passed_on.setdefault(key, []).append(quote)
    return {names[key]: tuple(passed_on[key]) for key in sorted(passed_on)}
