"""What can go wrong, as codes and facts without a language; `tui.wording` says them.

Every error knows the exit code with which the command line answers it.
"""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import ClassVar

Fact = str | int | bool | None | date | time | Decimal | tuple[str, ...]
Facts = Mapping[str, Fact]


class TrackerError(Exception):
    """An error that a person can act on.

    `code` names the sentence, `facts` fill its blanks.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Facts = facts


SHOWN = 100
"""How much of a value an error quotes, in characters."""


class InvalidValue(TrackerError, ValueError):
    """What was given for a field cannot be read or is out of bounds (exit code 2)."""

    def __init__(self, field: str, value: str, code: str, **facts: Fact) -> None:
        value = value if len(value) <= SHOWN else value[:SHOWN] + "…"
        super().__init__(code, field=field, value=value, **facts)
        self.field = field
        self.value = value


class NothingToDo(TrackerError):
    """There was nothing to do, or a check found something (exit code 1)."""

    exit_code = 1


class FileTrouble(TrackerError):
    """The file cannot be read or written (exit code 3)."""

    exit_code = 3


def trouble_of(code: str, path: object, error: OSError) -> FileTrouble:
    """What the system says of a file or folder, as a trouble that names it."""
    return FileTrouble(code, path=str(path), why=error.strerror or str(error))


class NotFound(TrackerError):
    """No such quote, lead or contact (exit code 4)."""

    exit_code = 4


class Refused(TrackerError):
    """A rule refuses (exit code 5); `insist` tells whether `--yes` would do it all the same."""

    exit_code = 5

    def __init__(self, code: str, *, insist: bool = False, **facts: Fact) -> None:
        super().__init__(code, insist=insist, **facts)
        self.insist = insist
