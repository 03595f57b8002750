"""Long lists as the order of their rows alone: a row is made when it is looked at.

Of ten years of contacts a screenful is looked at; a row of each would take more room than the file.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from heapq import merge
from itertools import islice
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, overload

RowT_co = TypeVar("RowT_co", covariant=True)
GlanceT_co = TypeVar("GlanceT_co", covariant=True)

RUN = 2048
"""How many rows are sorted at once: other threads, and the keys with them, wait for that."""


class Entry(NamedTuple):
    """What a list is ordered by, the id of what a row is about, and that of its lead."""

    key: Any
    number: int
    lead_id: int


class Order(NamedTuple):
    """The rows of a list from the first to the last: ids, and those of their leads."""

    numbers: Sequence[int]
    leads: Sequence[int]


class Kind(Protocol[RowT_co, GlanceT_co]):
    """A kind of list: what is in it, in which order, and how its rows are made.

    It must not hold what holds the list: the two would never be let go.
    """

    def entries(self) -> Iterable[Entry]:
        """Everything that is in the list."""
        ...

    def entries_of(self, lead_id: int) -> Iterable[Entry]:
        """What is in the list of one lead, which may be gone."""
        ...

    def key(self, number: int) -> Any:
        """What the list is ordered by, of the row with that id."""
        ...

    def row(self, number: int) -> RowT_co:
        """The row of that id."""
        ...

    def glances(self, numbers: Sequence[int]) -> Iterable[GlanceT_co]:
        """The rows of these ids as far as finding and sorting look at them; none is kept."""
        ...


class Ordered(Sequence[RowT_co], Generic[RowT_co, GlanceT_co]):
    """A list of which only the order is kept."""

    def __init__(self, kind: Kind[RowT_co, GlanceT_co], order: Order) -> None:
        self._kind = kind
        self.order = order

    def __len__(self) -> int:
        """How many rows."""
        return len(self.order.numbers)

    @overload
    def __getitem__(self, place: int) -> RowT_co: ...
    @overload
    def __getitem__(self, place: slice) -> "Ordered[RowT_co, GlanceT_co]": ...
    def __getitem__(self, place: int | slice) -> "RowT_co | Ordered[RowT_co, GlanceT_co]":
        """The row at that place, made now; of a slice, the list of its rows."""
        if isinstance(place, slice):
            return self.picked(range(len(self))[place])
        return self._kind.row(self.order.numbers[place])

    def __iter__(self) -> Iterator[RowT_co]:
        """The rows, each made when its turn comes."""
        return map(self._kind.row, self.order.numbers)

    def glances(self) -> Iterable[GlanceT_co]:
        """The rows as far as finding and sorting look at them; none is kept."""
        return self._kind.glances(self.order.numbers)

    def picked(self, places: Iterable[int]) -> "Ordered[RowT_co, GlanceT_co]":
        """The list of the rows at these places."""
        numbers, leads = self.order
        places = [*places]
        picked = Order(
            array("q", [numbers[place] for place in places]),
            array("q", [leads[place] for place in places]),
        )
        return Ordered(self._kind, picked)


def in_order(kind: Kind[RowT_co, GlanceT_co]) -> Ordered[RowT_co, GlanceT_co]:
    """The list of that kind."""
    numbers, leads = array("q"), array("q")
    for _, number, lead_id in _sorted(kind.entries()):
        numbers.append(number)
        leads.append(lead_id)
    return Ordered(kind, Order(numbers, leads))


def in_order_again(
    kind: Kind[RowT_co, GlanceT_co], before: Order, touched: AbstractSet[int]
) -> Ordered[RowT_co, GlanceT_co]:
    """The list, made of what it was before something changed with the leads `touched`."""
    stays = [place for place, lead_id in enumerate(before.leads) if lead_id not in touched]
    numbers = array("q", [before.numbers[place] for place in stays])
    leads = array("q", [before.leads[place] for place in stays])
    for lead_id in touched:
        for entry in kind.entries_of(lead_id):
            place = bisect_left(numbers, entry[:2], key=lambda each: (kind.key(each), each))
            numbers.insert(place, entry.number)
            leads.insert(place, lead_id)
    return Ordered(kind, Order(numbers, leads))


def _sorted(entries: Iterable[Entry]) -> Iterator[Entry]:
    waiting, runs = iter(entries), list[list[Entry]]()
    while run := sorted(islice(waiting, RUN)):
        runs.append(run)
    return merge(*runs)
