"""What is wrong with a line of a file."""

from dataclasses import dataclass

from store.errors import InvalidValue


@dataclass(frozen=True)
class Problem:
    """Why a line is not imported; `column` is the file's own name for the field, if it has one."""

    line: int
    error: InvalidValue
    column: str = ""
