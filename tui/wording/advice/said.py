"""The form of an advice's wording."""

from typing import NamedTuple


class Said(NamedTuple):
    """What a code means, for the table of all advice, and the sentence with its facts."""

    meaning: str
    sentence: str
