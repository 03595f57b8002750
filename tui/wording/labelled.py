"""A name and its value on one line, with the colon that the language wants."""

from tui.language import _


def labelled(name: str, value: str) -> str:
    """The pair: `due: Fri 20 Mar 2026`; French has a space before its colon."""
    return _("{name}: {value}").format(name=name, value=value)
