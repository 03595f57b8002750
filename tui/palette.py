"""The colours of meaning, taken from the theme: what is at its limit, past it, owed, or quiet."""

from collections.abc import Mapping

import msgspec
from rich.style import Style

from store.rules.advice import Level
from store.rules.counting import LimitState
from store.rules.groups import Group


class Palette(msgspec.Struct, frozen=True):
    """Styles of text by meaning."""

    plain: Style
    quiet: Style
    strong: Style
    good: Style
    warning: Style
    alarm: Style
    accent: Style

    @classmethod
    def of_theme(cls, variables: Mapping[str, str]) -> "Palette":
        """The palette of a Textual theme's variables."""

        def colour(name: str, *, bold: bool = False) -> Style:
            return Style(color=_hex(variables[name]), bold=bold)

        return cls(
            plain=Style(),
            quiet=Style(dim=True),
            strong=Style(bold=True),
            good=colour("success"),
            warning=colour("warning", bold=True),
            alarm=colour("error", bold=True),
            accent=colour("accent"),
        )

    def limit(self, state: LimitState) -> Style:
        """Amber at the limit, red past it."""
        return {LimitState.REACHED: self.warning, LimitState.EXCEEDED: self.alarm}.get(
            state, self.plain
        )

    def advice(self, level: Level) -> Style:
        """How strongly something is advised."""
        return {Level.STOP: self.alarm, Level.WARN: self.warning}.get(level, self.plain)

    def group(self, group: Group | None) -> Style:
        """How strongly a quote of the group calls."""
        return {
            Group.OWED: self.accent,
            Group.FOLLOW_UP: self.good,
            Group.TO_SEND: self.good,
            Group.EXPIRING: self.warning,
            None: self.quiet,
        }.get(group, self.plain)


def _hex(variable: str) -> str:
    """The colour without what a theme says of its opacity."""
    return variable.split()[0][:7]
