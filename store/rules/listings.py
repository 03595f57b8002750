"""Lists that are worked out once, and taken over where a change touched only a few leads."""

from bisect import insort
from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple, Protocol, TypeVar

from store.records.lead import Lead


class OfLead(Protocol):
    """A row of a list belongs to a lead."""

    @property
    def lead(self) -> Lead: ...


RowT = TypeVar("RowT", bound=OfLead)

Rows = Callable[[Iterable[int]], Iterable[RowT]]
"""The rows of these leads, in any order; a lead that is gone has none."""


class _Earlier(NamedTuple):
    rows: Sequence[Any]
    touched: AbstractSet[int]


class Listings:
    """Sorted lists by name; of an earlier list only the rows of touched leads are made anew."""

    def __init__(self, earlier: dict[Hashable, _Earlier] | None = None) -> None:
        self._earlier = earlier or {}
        self._made: dict[Hashable, Sequence[Any]] = {}
        self._within: dict[Hashable, Sequence[Any]] = {}

    def listed(
        self, name: Hashable, leads: Callable[[], Iterable[int]], rows: Rows[RowT], key: Any
    ) -> Sequence[RowT]:
        """The list of that name, made of `leads` unless it is known; it must not be changed."""
        made = self._made.get(name)
        if made is None:
            earlier = self._earlier.get(name)
            if earlier is None:
                made = sorted(rows(leads()), key=key)
            else:
                made = [row for row in earlier.rows if row.lead.id not in earlier.touched]
                for row in rows(earlier.touched):
                    insort(made, row, key=key)
            self._made[name] = made
        return made

    def within(
        self,
        name: Hashable,
        rows: Callable[[], Sequence[RowT]],
        shows: Callable[[RowT], bool],
    ) -> Sequence[RowT]:
        """The list of that name, those of the sorted `rows` that it shows; it is made once."""
        made = self._within.get(name)
        if made is None:
            made = self._within[name] = [*filter(shows, rows())]
        return made

    def knows(self, name: Hashable) -> bool:
        """Whether the list of that name was made, so that having it again costs little."""
        return name in self._made or name in self._earlier

    def after(self, touched: AbstractSet[int]) -> "Listings":
        """The lists after a change that touched these leads, made when they are asked for."""
        if not touched:
            return self
        earlier = {
            name: _Earlier(each.rows, each.touched | touched)
            for name, each in self._earlier.items()
        }
        made = {name: _Earlier(rows, touched) for name, rows in self._made.items()}
        return Listings(earlier | made)
