"""Text that a spreadsheet shows instead of running it."""

import re

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_WITHIN = {
    other: re.compile(rf"(?<=[{other}\t\r\n])(?=[=+@＝＋＠]|[-－]\S)") for other in (";", ",")
}
"""Where a cell begins for a spreadsheet that splits at another sign than was meant, as a French one
does at semicolons, and so takes no notice of quotation marks further on in a line."""


def inert(text: str, separator: str = ",") -> str:
    """The text, with an apostrophe wherever a spreadsheet would take what follows for a formula.

    `separator` is the one between the cells, a comma or a semicolon.
    """
    quoted = _WITHIN[";" if separator == "," else ","].sub("'", text)
    return f"'{quoted}" if text.startswith(_STARTS_A_FORMULA) else quoted
