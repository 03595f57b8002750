"""What an experienced freelancer may note about a quote: all optional (PRACTICES A to I).

What was not noted is left out of the file.
"""

from datetime import date, datetime
from typing import Annotated

import msgspec

from store.records.day import checked_day
from store.records.practice_words import (
    Brief,
    Purpose,
    Question,
    Requester,
    Silence,
    Tool,
    Went,
)
from store.records.words import RefusalMode

HIGHEST_COUNT = 9_999
"""Highest number of competitors, items or price tiers."""

HIGHEST_SCORE = 3
"""Highest enthusiasm or rapport; the lowest is 0."""

LONGEST_PREPARATION = 99_999
"""Longest work on an offer, in minutes."""

PRIVATE = "private_reason"
"""The field that is shown nowhere but in the detail and in `show --json` (PRACTICES H5)."""


def is_private(field: str) -> bool:
    """Whether it is that field, or a double of it that was kept under a name of its own."""
    return PRIVATE in field


Count = Annotated[int, msgspec.Meta(ge=0, le=HIGHEST_COUNT)]
Score = Annotated[int, msgspec.Meta(ge=0, le=HIGHEST_SCORE)]
Preparation = Annotated[int, msgspec.Meta(ge=0, le=LONGEST_PREPARATION)]


class QuotePractice(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The optional fields of a quote; none, no or empty where nothing was noted."""

    prep_minutes: Preparation | None = None
    """Work on the offer itself, in minutes (A2)."""
    displaced: str = ""
    """What other work the offer displaced (A2)."""
    delivery_due: date | None = None
    """The day by which the work itself was wanted (A7)."""
    silence: tuple[Silence, ...] = ()
    competitors: Count | None = None
    purpose: Purpose | None = None
    impact: str = ""
    """What the emergency costs them (C7)."""
    alternatives: tuple[str, ...] = ()
    """What else would serve (C7)."""
    feasible: bool | None = None
    volume: Count | None = None
    """How many items the work is about (C8)."""
    tool: Tool | None = None
    requester: Requester | None = None
    end_client: str = ""
    sourcing_only: bool = False
    lowest_price: bool = False
    incumbent: bool = False
    brief: Brief | None = None
    options: Count | None = None
    """Number of price tiers (D3)."""
    target_fit: bool | None = None
    on_site: bool = False
    simple: bool = False
    call_at: datetime | None = None
    """Agreed day and time of a call, in local time (E10)."""
    service: str = ""
    """What is sold, as the platform's exceptions name it (F4)."""
    enthusiasm_mine: Score | None = None
    enthusiasm_theirs: Score | None = None
    wants_miracle: bool = False
    goals_revised: bool = False
    in_zone: bool | None = None
    rapport: Score | None = None
    prerequisite: str = ""
    """What must come first (G4)."""
    redirect_to: str = ""
    discovery: tuple[Question, ...] = ()
    similar_to: tuple[str, ...] = ()
    """Refs of earlier cases (G11)."""
    mode: RefusalMode | None = None
    referred_to: str = ""
    stated_reason: str = ""
    private_reason: str = ""
    """What I thought: seen only in the detail, in `show --json` and in the file (H5)."""
    went: Went | None = None
    could_have_known: bool | None = None

    def __repr__(self) -> str:
        """Without what is private: a repr may come into a log (PRACTICES H5)."""
        names = (name for name in self.__struct_fields__ if not is_private(name))
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({fields})"

    def check_practice(self) -> None:
        """Refuses with `ValueError` a day outside the bounds, and a time with a zone."""
        checked_day(self.delivery_due)
        if self.call_at is not None:
            checked_day(self.call_at.date())
            if self.call_at.tzinfo is not None:
                raise ValueError(f"a time with a time zone: {self.call_at}")
