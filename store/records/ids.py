"""Ids of records: random integers of 53 bits, so that two machines can add independently.

53 bits is what every JSON reader keeps exactly; stock TinyDB takes them as document ids.
"""

import os
from collections.abc import Container
from typing import Annotated

import msgspec

BITS = 53

Id = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
"""An id, or a number that is counted up, as JSON writers can write it again."""


def new_id(taken: Container[int]) -> int:
    """A positive id below 2**53 that is not in `taken`."""
    while True:
        number = int.from_bytes(os.urandom(7)) >> (56 - BITS)
        if number and number not in taken:
            return number
