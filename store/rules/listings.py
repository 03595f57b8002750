"""Lists that are worked out once, and taken over where a change touched only a few leads."""

from bisect import insort
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple, Protocol, TypeVar

from store.rules.ordered import Kind, Order, Ordered, in_order, in_order_again


class OfLead(Protocol):
    """A row of a list belongs to a lead."""

    @property
    def lead_id(self) -> int: ...


RowT = TypeVar("RowT", bound=OfLead)
AnyRow = TypeVar("AnyRow")
GlanceT = TypeVar("GlanceT")

Rows = Callable[[Iterable[int]], Iterable[RowT]]
"""The rows of these leads, in any order; a lead that is gone has none."""


class _Earlier(NamedTuple):
    """A list of before: its rows, or its order alone, which holds nothing of the records."""

    rows: Sequence[Any] | None
    order: Order | None
    touched: AbstractSet[int]


class Listings:
    """Sorted lists by name; of an earlier list only the rows of touched leads are made anew."""

    def __init__(self, earlier: Mapping[Hashable, _Earlier] | None = None) -> None:
        self._earlier = earlier or {}
        self._made: dict[Hashable, Sequence[Any]] = {}

    def listed(
        self,
        name: Hashable,
        first: Callable[[], Iterable[RowT]],
        rows: Rows[RowT],
        key: Callable[[RowT], Any],
    ) -> Sequence[RowT]:
        """The list of that name, made of `first` unless it is known; it must not be changed."""
        made = self._made.get(name)
        if made is None:
            earlier = self._earlier.get(name)
            if earlier is None or earlier.rows is None:
                made = sorted(first(), key=key)
            else:
                made = [row for row in earlier.rows if row.lead_id not in earlier.touched]
                for row in rows(earlier.touched):
                    insort(made, row, key=key)
            self._made[name] = made
        return made

    def ordered(
        self, name: Hashable, kind: Callable[[], Kind[AnyRow, GlanceT]]
    ) -> Ordered[AnyRow, GlanceT]:
        """The list of that name, of which only the order is kept."""
        made = self._made.get(name)
        if not isinstance(made, Ordered):
            earlier = self._earlier.get(name)
            if earlier is None or earlier.order is None:
                made = in_order(kind())
            else:
                made = in_order_again(kind(), earlier.order, earlier.touched)
            self._made[name] = made
        return made

    def knows(self, name: Hashable) -> bool:
        """Whether the list of that name was made, so that having it again costs little."""
        return name in self._made or name in self._earlier

    def after(self, touched: AbstractSet[int]) -> "Listings":
        """The lists after a change that touched these leads, made when they are asked for."""
        if not touched:
            return self
        earlier = {
            name: each._replace(touched=each.touched | touched)
            for name, each in self._earlier.items()
        }
        made = {name: _earlier(rows, touched) for name, rows in self._made.items()}
        return Listings(earlier | made)


def _earlier(rows: Sequence[Any], touched: AbstractSet[int]) -> _Earlier:
    if isinstance(rows, Ordered):
        return _Earlier(None, rows.order, touched)
    return _Earlier(rows, None, touched)
