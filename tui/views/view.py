"""What every view tells the main screen about its rows."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

import msgspec
from rich.text import Text

from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.board import Board
from tui.palette import Palette
from tui.signs import Signs
from tui.widgets.columns import Column

Row = TypeVar("Row")
Glance = TypeVar("Glance")

SortKey = Callable[[Glance], Any]


class Look(msgspec.Struct, frozen=True):
    """How things look: the colours of the theme, the signs, and whether advice has one yet."""

    palette: Palette
    signs: Signs
    advises: bool = True
    """False for the first paint, which does not wait for the rules that advise."""


class View(ABC, Generic[Row, Glance]):
    """A list of the main screen. A glance is a row as far as finding and sorting look at it."""

    name: ClassVar[str]

    @property
    @abstractmethod
    def title(self) -> str:
        """What stands above the list."""

    @abstractmethod
    def columns(self) -> Sequence[Column]:
        """The columns, left to right."""

    @abstractmethod
    def rows(self, board: Board) -> Sequence[Row]:
        """The rows, in the order of the view."""

    def is_listed(self, board: Board) -> bool:
        """Whether the board knows the rows, so that to ask for them takes no time."""
        return True

    @abstractmethod
    def key(self, row: Row) -> Hashable:
        """What tells the row from others, also after a change."""

    @abstractmethod
    def cells(self, row: Row, look: Look) -> Mapping[str, Text]:
        """The row's cells by column."""

    @abstractmethod
    def sort_keys(self) -> Mapping[str, SortKey[Glance]]:
        """For the columns that can be sorted by: what to compare."""

    @abstractmethod
    def found_by(self, row: Glance) -> str:
        """The text that find looks through, folded."""

    @abstractmethod
    def quote(self, row: Row, board: Board) -> Quote | None:
        """The quote that the commands concern."""

    @abstractmethod
    def lead(self, row: Row) -> Lead:
        """The lead that the commands concern."""

    @property
    @abstractmethod
    def empty(self) -> str:
        """What to say, and to do next, where there are no rows."""
