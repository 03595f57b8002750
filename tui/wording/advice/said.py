"""The form of an advice's wording."""

from typing import NamedTuple


class Said(NamedTuple):
    """What a code means, for the table of all advice, and the sentence with its facts.

    `without` is the sentence where one of the facts is none, if that needs one of its own.
    """

    meaning: str
    sentence: str
    without: str = ""
