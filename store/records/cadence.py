"""A cadence: when to follow up on a quote, and how often at most (PRACTICES A4, B2)."""

from enum import StrEnum

import msgspec


class Anchor(StrEnum):
    """The day from which a step is counted."""

    AFTER_SENDING = "after_sending"
    BEFORE_DEADLINE = "before_deadline"
    AFTER_DEADLINE = "after_deadline"


class StepRule(msgspec.Struct, frozen=True):
    """One follow-up: so many days and calendar months from its anchor."""

    anchor: Anchor
    days: int = 0
    months: int = 0


class Cadence(msgspec.Struct, frozen=True, kw_only=True):
    """Follow-ups around sending and deadline; `limit` is in follow-ups, none for the default."""

    name: str
    steps: tuple[StepRule, ...]
    limit: int | None = None


_STANDARD = (StepRule(Anchor.AFTER_SENDING, days=2), StepRule(Anchor.BEFORE_DEADLINE, days=3))
_MONTHS_AFTER = tuple(StepRule(Anchor.AFTER_DEADLINE, months=months) for months in (1, 2, 3))

BUILT_IN_CADENCES = (
    Cadence(name="standard", steps=_STANDARD),
    Cadence(name="once", steps=(StepRule(Anchor.AFTER_SENDING, days=2),), limit=1),
    Cadence(name="patient", steps=_STANDARD + _MONTHS_AFTER, limit=5),
)
