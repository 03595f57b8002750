"""Advice: facts with a code and a level, never sentences (`tui.wording` says them)."""

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
