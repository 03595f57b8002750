"""Text that a spreadsheet shows instead of running it."""

import re

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_WITHIN = re.compile(r"(?<=[;\t\r\n])(?=[=+@＝＋＠]|[-－]\S)")
"""Where a cell begins for a spreadsheet that splits at semicolons, as a French one does, and so
takes no notice of quotation marks further on in a line."""


def inert(text: str) -> str:
    """The text, with an apostrophe wherever a spreadsheet would take what follows for a formula."""
    quoted = _WITHIN.sub("'", text)
    return f"'{quoted}" if text.startswith(_STARTS_A_FORMULA) else quoted
