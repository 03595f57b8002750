"""One text of every record of a table, without reading the rest where the table can do so."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar, runtime_checkable

R = TypeVar("R")


@runtime_checkable
class ReadsTexts(Protocol):
    """A table that can read one field of its records alone."""

    def texts(self, field: str) -> Iterable[tuple[int, str]]:
        """The ids, each with that field."""
        ...


def texts(table: Mapping[int, R], field: str) -> Iterable[tuple[int, str]]:
    """The ids of the records, each with that field, which is a text in all of them."""
    if isinstance(table, ReadsTexts):
        return table.texts(field)
    return ((number, getattr(record, field)) for number, record in table.items())
