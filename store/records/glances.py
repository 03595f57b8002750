"""Records looked at in passing: a few fields of all of them, or one of which nothing is kept.

A table that reads its records when they are asked for keeps what it read; whoever goes through
ten years of them must not.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar, runtime_checkable

import msgspec

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
Head = TypeVar("Head")


@runtime_checkable
class Glanced(Protocol[R_co]):
    """A table that can read less than it keeps."""

    def heads(self, kind: type[Head]) -> "Iterable[tuple[int, R_co | Head]]":
        """The ids, each with what has the fields of `kind`."""
        ...

    def glance(self, number: int) -> R_co:
        """The record of that id; nothing of it is kept."""
        ...


def heads(table: Mapping[int, R], kind: type[Head]) -> Iterable[tuple[int, R | Head]]:
    """The ids of the records, each with what has the fields of `kind`, a part of the record's."""
    return table.heads(kind) if isinstance(table, Glanced) else table.items()


def glance(table: Mapping[int, R], number: int) -> R:
    """The record of that id, of which the table keeps nothing; raises `KeyError`."""
    return table.glance(number) if isinstance(table, Glanced) else table[number]


def texts(table: Mapping[int, R], field: str) -> Iterable[tuple[int, str]]:
    """The ids of the records, each with that field, which is a text in all of them."""
    head = msgspec.defstruct("Head", [(field, str, "")], gc=False)
    return ((number, getattr(each, field)) for number, each in heads(table, head))
