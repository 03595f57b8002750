"""Advice on whether a quote and a lead fit (PRACTICES G)."""

from store.records.practice_words import Cause, Flag
from store.rules.advice import Advice, Level
from store.rules.leads import LeadStanding
from store.rules.marking import lead_rule, quote_rule
from store.rules.standing import Standing

CLEAR_YES = 2
"""The lowest enthusiasm, of 0 to 3, that is a clear yes."""

DRAWN = 2
"""The lowest rapport, of 0 to 3, that pulls one beyond what one does well."""

RED = 3
"""That many red flags are a red sign; one less is only shown."""

TOO_OFTEN = 3
"""Asked for other terms that many times, a lead is asked for the cause."""


@quote_rule("G1", "lukewarm")
def lukewarm(standing: Standing) -> Advice | None:
    """No clear yes on one of the two sides, as far as they are noted (PRACTICES G1)."""
    mine, theirs = standing.quote.enthusiasm_mine, standing.quote.enthusiasm_theirs
    if all(each is None or each >= CLEAR_YES for each in (mine, theirs)):
        return None
    return Advice("lukewarm", facts={"mine": mine, "theirs": theirs})


@quote_rule("G2", "wants_miracle")
def wants_miracle(standing: Standing) -> Advice | None:
    """Impossible goals, until they are lowered (PRACTICES G2)."""
    quote = standing.quote
    return Advice("wants_miracle") if quote.wants_miracle and not quote.goals_revised else None


@quote_rule("G3", "beyond_skills")
def beyond_skills(standing: Standing) -> Advice | None:
    """A good feeling that pulls one beyond what one does well (PRACTICES G3)."""
    quote = standing.quote
    if quote.in_zone is not False or quote.rapport is None or quote.rapport < DRAWN:
        return None
    return Advice("beyond_skills", facts={"rapport": quote.rapport})


@quote_rule("G4", "other_work_first")
def other_work_first(standing: Standing) -> Advice | None:
    """Something else must come first: say so, close, come back later (PRACTICES G4)."""
    prerequisite = standing.quote.prerequisite
    if not prerequisite:
        return None
    return Advice("other_work_first", facts={"prerequisite": prerequisite})


@lead_rule("G5", "red_flags")
def red_flags(standing: LeadStanding) -> Advice | None:
    """Two red flags are shown, three or more are a red sign (PRACTICES G5).

    Words of one's own among the flags are no red ones.
    """
    if len(standing.lead.flags) < RED - 1:
        return None
    flags = tuple(flag for flag in Flag if flag in standing.lead.flags)
    if len(flags) < RED - 1:
        return None
    level = Level.STOP if len(flags) >= RED else Level.INFO
    return Advice("red_flags", level, {"count": len(flags), "flags": flags})


@lead_rule("G8", "keeps_bargaining")
def keeps_bargaining(standing: LeadStanding) -> Advice | None:
    """Asks again and again for other terms: ask why, until the cause is noted (PRACTICES G8)."""
    concessions, cause = standing.lead.concessions or 0, standing.lead.cause
    if concessions < TOO_OFTEN or cause is not None:
        return None
    return Advice("keeps_bargaining", facts={"count": concessions})


@lead_rule("G8", "off_target")
def off_target(standing: LeadStanding) -> Advice | None:
    """Who only wants it cheaper does not fit; hardship is met by other terms (PRACTICES G8)."""
    return Advice("off_target") if standing.lead.cause is Cause.CHEAPER else None
