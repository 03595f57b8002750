"""Records by id, put into a table when the first of them is looked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from store.records.edit import Record

R = TypeVar("R", bound=Record)


class LateTable(Mapping[int, R]):
    """`make` is asked once for the table."""

    def __init__(self, make: Callable[[], Mapping[int, R]]) -> None:
        self._make = make

    @cached_property
    def _table(self) -> Mapping[int, R]:
        return self._make()

    def __getitem__(self, number: int) -> R:
        """The record of that id; raises `KeyError`."""
        return self._table[number]

    def __iter__(self) -> Iterator[int]:
        """The ids."""
        return iter(self._table)

    def __len__(self) -> int:
        """How many records."""
        return len(self._table)
