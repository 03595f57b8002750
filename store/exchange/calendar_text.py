"""A text value of iCalendar (RFC 5545, section 3.3.11) in which data stays data."""

import re

from icalendar import vText

_ESCAPED = re.compile(r"[\\;,]")
_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Control characters, which RFC 5545 allows nowhere in text."""


class CalendarText(vText):
    """Text that is read back as it was; icalendar by itself takes `\\N` in it for a line break."""

    def to_ical(self) -> bytes:
        """The value as it stands in a line that is not folded yet."""
        escaped = _ESCAPED.sub(r"\\\g<0>", self)
        return escaped.replace("\n", "\\n").encode()


def calendar_text(text: str) -> CalendarText:
    """The text with line feeds for all breaks, and a visible sign for what is not allowed."""
    with_line_feeds = _BREAK.sub("\n", text)
    return CalendarText(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", with_line_feeds))
