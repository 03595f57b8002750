"""A line filter for Textual: the last gate before the terminal."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.safe_text import shown


class SafeFilter(LineFilter):
    """Shows what a terminal would obey as a visible sign, whichever widget let it through."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with only signs to show."""
        return [
            segment
            if segment.control or segment.text.isprintable()
            else Segment(shown(segment.text), segment.style)
            for segment in segments
        ]
