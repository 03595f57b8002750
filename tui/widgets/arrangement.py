"""The rows of the views as they are listed: of a board, sorted, and found in.

Each of the three is done again only where what it works on has changed.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from store.rules.board import Board
from store.rules.find import Finding
from store.rules.ordered import Ordered
from tui.views.view import View

FEW = 20_000
"""So many quotes and contacts are sorted and looked through before anybody notices."""

Order = tuple[str, bool]
"""Key of the column that a list is sorted by, and whether the last comes first."""


class _Listed(NamedTuple):
    order: Order | None
    rows: Sequence[Any]


class Arrangement:
    """Remembers how the views of one board were listed, and what was found in the last one."""

    def __init__(self) -> None:
        self._board: Board | None = None
        self._listed: dict[str, _Listed] = {}
        self._finding: tuple[Sequence[Any], Finding[Any]] | None = None

    def is_ready(
        self, view: View[Any, Any], board: Board, order: Order | None, *, finding: bool
    ) -> bool:
        """Whether to ask for those rows, or for some of them by words, takes no time."""
        snapshot = board.snapshot
        if len(snapshot.quotes) + len(snapshot.follow_ups) <= FEW:
            return True
        known = self._listed.get(view.name) if board is self._board else None
        if known is None or known.order != order:
            return order is None and not finding and view.is_listed(board)
        return not finding or (self._finding is not None and self._finding[0] is known.rows)

    def rows(
        self, view: View[Any, Any], board: Board, order: Order | None, wanted: str
    ) -> Sequence[Any]:
        """The view's rows in this order, those that have the words; they may not be changed."""
        rows = self._in_order(view, board, order)
        return _picked(rows, self._finding_in(view, rows).having(wanted)) if wanted else rows

    def get_ready_to_find(self, view: View[Any, Any], board: Board, order: Order | None) -> None:
        """Gathers the texts of all rows, so that the first letter need not wait for it."""
        self._finding_in(view, self._in_order(view, board, order))

    def end_find(self) -> None:
        """Lets go of those texts."""
        self._finding = None

    def _finding_in(self, view: View[Any, Any], rows: Sequence[Any]) -> Finding[Any]:
        if self._finding is None or self._finding[0] is not rows:
            self._finding = rows, Finding(_glances(rows), view.found_by)
        return self._finding[1]

    def _in_order(self, view: View[Any, Any], board: Board, order: Order | None) -> Sequence[Any]:
        if board is not self._board:
            self._board, self._finding = board, None
            self._listed.clear()
        known = self._listed.get(view.name)
        if known is None or known.order != order:
            rows = view.rows(board)
            if order is not None:
                column, descending = order
                keys = [*map(view.sort_keys()[column], _glances(rows))]
                places = sorted(range(len(keys)), key=keys.__getitem__, reverse=descending)
                rows = _picked(rows, places)
            known = self._listed[view.name] = _Listed(order, rows)
        return known.rows


def _glances(rows: Sequence[Any]) -> Iterable[Any]:
    """The rows as far as finding and sorting look at them."""
    return rows.glances() if isinstance(rows, Ordered) else rows


def _picked(rows: Sequence[Any], places: Sequence[int]) -> Sequence[Any]:
    return rows.picked(places) if isinstance(rows, Ordered) else [rows[place] for place in places]
