"""The README's table of all advice, from the rules and their words."""

from tui.wording.advice.known import known_advice


def advice_table() -> str:
    """The table in Markdown, in the order of the practices' themes."""
    rows = ["| advice | when it is given | practice |", "| --- | --- | --- |"]
    rows += [f"| `{each.code}` | {each.meaning} | {each.practice} |" for each in known_advice()]
    return "\n".join(rows)
