"""The optional fields of quotes and leads that people set by name, each with its reader.

They stand in the order in which the check-lists show them: by theme (PRACTICES A to I).
"""

from collections.abc import Mapping

from store.changes.field_reading import (
    Reader,
    day,
    day_and_time,
    line,
    maybe,
    note,
    number,
    one_of,
    some_of,
    words,
    yes_no,
)
from store.records.practice_words import (
    Brief,
    Cause,
    Mismatch,
    Purpose,
    Question,
    Requester,
    Silence,
    Tool,
    Went,
)
from store.records.quote_practice import HIGHEST_COUNT, HIGHEST_SCORE, LONGEST_PREPARATION
from store.records.words import RefusalMode, WrittenLanguage

_COUNT = number(HIGHEST_COUNT)
_SCORE = number(HIGHEST_SCORE)

QUOTE_PRACTICE: Mapping[str, Reader] = {
    "prep_minutes": number(LONGEST_PREPARATION),
    "displaced": line,
    "delivery_due": day,
    "silence": some_of(Silence),
    "competitors": _COUNT,
    "purpose": one_of(Purpose, optional=True),
    "impact": line,
    "alternatives": words,
    "feasible": maybe,
    "volume": _COUNT,
    "tool": one_of(Tool, optional=True),
    "requester": one_of(Requester, optional=True),
    "end_client": line,
    "sourcing_only": yes_no,
    "lowest_price": yes_no,
    "incumbent": yes_no,
    "brief": one_of(Brief, optional=True),
    "options": _COUNT,
    "target_fit": maybe,
    "on_site": yes_no,
    "simple": yes_no,
    "call_at": day_and_time,
    "service": line,
    "enthusiasm_mine": _SCORE,
    "enthusiasm_theirs": _SCORE,
    "wants_miracle": yes_no,
    "goals_revised": yes_no,
    "in_zone": maybe,
    "rapport": _SCORE,
    "prerequisite": line,
    "redirect_to": line,
    "discovery": some_of(Question),
    "similar_to": words,
    "mode": one_of(RefusalMode, optional=True),
    "referred_to": line,
    "stated_reason": note,
    "private_reason": note,
    "went": one_of(Went, optional=True),
    "could_have_known": maybe,
}

LEAD_PRACTICE: Mapping[str, Reader] = {
    "target_fit": maybe,
    "insists": _COUNT,
    "reason": line,
    "recontact_on": day,
    "mismatch": one_of(Mismatch, optional=True),
    "remedy": line,
    "concessions": _COUNT,
    "cause": one_of(Cause, optional=True),
    "language": one_of(WrittenLanguage, optional=True),
}
