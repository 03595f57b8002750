"""Advice: facts with a code and a level, never sentences (`tui.wording` says them)."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from store.errors import Facts


class Level(StrEnum):
    """How strongly something is advised."""

    INFO = "info"
    WARN = "warn"
    STOP = "stop"


class Advice(msgspec.Struct, frozen=True):
    """One piece of advice about a quote or a lead; it informs and refuses nothing."""

    code: str
    level: Level = Level.WARN
    facts: Facts = msgspec.field(default_factory=dict)


_RANK = {level: rank for rank, level in enumerate((Level.STOP, Level.WARN, Level.INFO))}


def strongest_first(found: Sequence[Advice]) -> tuple[Advice, ...]:
    """The advice by level, stop first; in the given order where the levels are the same."""
    if len(found) < 2:
        return tuple(found)
    return tuple(sorted(found, key=lambda advice: _RANK[advice.level]))
