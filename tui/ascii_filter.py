"""A line filter for Textual: ASCII in place of the signs that some terminals lack."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_PARTS_OF_A_BAR = "▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▔"
_ASCII = str.maketrans(
    {"·": "-", "…": "~", "→": ">", "←": "<", "↑": "^", "↓": "v", "×": "x"}
    | {"“": '"', "”": '"', "’": "'"}
    | dict.fromkeys(_PARTS_OF_A_BAR, " ")
)
"""Each one cell for one; letters and their accents stay, they are people's names."""


class AsciiFilter(LineFilter):
    """Shows the signs of sentences and of scroll bars in ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with ASCII signs; a scroll bar keeps its colours."""
        return [
            segment
            if segment.control or segment.text.isascii()
            else Segment(segment.text.translate(_ASCII), segment.style)
            for segment in segments
        ]
