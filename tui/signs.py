"""The signs on the screen: plain geometric ones, or ASCII for terminals that lack them."""

import msgspec

from store.rules.counting import LimitState


class Signs(msgspec.Struct, frozen=True):
    """Every sign is one cell wide; `levels` holds several."""

    pointer: str
    reached: str
    exceeded: str
    owed: str
    urgent: str
    arrows: tuple[str, str]
    ellipsis: str
    wrong: str
    around: tuple[str, str]
    ticks: tuple[str, str]
    stop: str
    warning: str
    between: str
    line: str
    sent: str
    follow_up: str
    reply: str
    now: str
    deadline: str
    bar: tuple[str, str]
    """A part of a whole: what is in it and what is not."""
    span: tuple[str, str, str]
    """A range on a line: outside, inside, and its middle."""
    levels: str
    """From nothing to the most."""
    frame: str
    """The border of a box, as the styles name it."""
    edge: str
    """The line between two parts of a box, as the styles name it."""

    def limit(self, state: LimitState) -> str:
        """The sign of a limit state; a blank while it is under."""
        if state is LimitState.UNDER:
            return " "
        return self.reached if state is LimitState.REACHED else self.exceeded


GEOMETRIC = Signs(
    pointer="▸",
    reached="■",
    exceeded="▲",
    owed="◆",
    urgent="!",
    arrows=("▲", "▼"),
    ellipsis="…",
    wrong="✗",
    around=("‹", "›"),
    ticks=("■", "□"),
    stop="×",
    warning="△",
    between="·",
    line="─",
    sent="●",
    follow_up="○",
    reply="◆",
    now="│",
    deadline="◇",
    bar=("█", "░"),
    span=("─", "▒", "█"),
    levels="▁▂▃▄▅▆▇█",
    frame="round",
    edge="solid",
)

ASCII = Signs(
    pointer=">",
    reached="#",
    exceeded="!",
    owed="*",
    urgent="u",
    arrows=("^", "v"),
    ellipsis="~",
    wrong="x",
    around=("<", ">"),
    ticks=("x", "-"),
    stop="X",
    warning="?",
    between="-",
    line="-",
    sent="O",
    follow_up="o",
    reply="*",
    now="|",
    deadline="X",
    bar=("#", "."),
    span=("-", "=", "#"),
    levels="_.:-=+*#",
    frame="ascii",
    edge="ascii",
)
