"""Lists that are worked out once, and taken over where a change touched only a few leads."""

from bisect import bisect_left, insort
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


RowsOf = Callable[[Hashable, Iterable[int]], Iterable[OfLead]]
"""The same in the list of that name."""


class _Earlier(NamedTuple):
    """A list of before: its rows, or its order alone, which holds nothing of the records.

    `gone` are those of the rows whose leads were touched.
    """

    rows: Sequence[Any] | None
    order: Order | None
    touched: AbstractSet[int]
    gone: Sequence[Any] = ()

    def after(self, name: Hashable, touched: AbstractSet[int], rows: RowsOf) -> "_Earlier":
        """The same after a change of these leads, of which `rows` are the rows before it."""
        more = () if self.rows is None else rows(name, touched - self.touched)
        return self._replace(touched=self.touched | touched, gone=(*self.gone, *more))


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
                made = [*earlier.rows]
                _take_out(made, earlier.gone, key)
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

    def after(self, touched: AbstractSet[int], rows: RowsOf) -> "Listings":
        """The lists after a change that touched these leads, made when they are asked for.

        `rows` are those from before the change.
        """
        if not touched:
            return self
        made = {name: _as_earlier(each) for name, each in dict(self._made).items()}
        known = {**self._earlier, **made}
        return Listings({name: each.after(name, touched, rows) for name, each in known.items()})


def _as_earlier(made: Sequence[Any]) -> _Earlier:
    if isinstance(made, Ordered):
        return _Earlier(None, made.order, frozenset())
    return _Earlier(made, None, frozenset())


def _take_out(made: list[Any], gone: Iterable[Any], key: Callable[[Any], Any]) -> None:
    """Takes these rows out of the list, each found by what the list is sorted by."""
    for row in gone:
        place = bisect_left(made, key(row), key=key)
        while made[place].lead_id != row.lead_id:
            place += 1
        del made[place]
