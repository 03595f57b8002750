"""A list of a view's rows on a screen of its own, with some of the view's columns."""

from collections.abc import Container
from typing import Any

from tui.views.view import Look, View
from tui.widgets.line_list import LineList


def view_list(
    view: View[Any, Any], look: Look, *, without: Container[str] = (), list_id: str | None = None
) -> LineList[Any]:
    """An empty list that shows rows as the view does, `without` the columns of those keys."""
    signs = look.signs
    return LineList(
        [column for column in view.columns() if column.key not in without],
        key_of=view.key,
        cells_of=lambda row: view.cells(row, look),
        arrows=signs.arrows,
        pointer=signs.pointer,
        ellipsis=signs.ellipsis,
        id=list_id,
    )
