"""A form in pages: the fields of one theme at a time, all on one screen."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.screens.form import FormScreen
from tui.widgets.field_line import Field

Pages = Mapping[str, Sequence[str]]
"""The names of the fields on each page, by the page's title."""


class SheetScreen(FormScreen):
    """A form whose Page Up and Page Down turn to another theme; Enter saves all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,ctrl+pagedown", "turn(1)", show=False, priority=True),
        Binding("pageup,ctrl+pageup", "turn(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    SheetScreen #sheet-pages { margin-bottom: 1; link-style: none; }
    """

    def __init__(
        self, title: str, fields: Sequence[Field], *, pages: Pages, hint: str, **form: Any
    ) -> None:
        """A form of these fields, each of which stands on one of the pages.

        `hint` says which keys turn the pages.
        """
        super().__init__(title, fields, **form)
        self._pages = pages
        self._hint = hint
        self._page = 0

    def compose_head(self) -> ComposeResult:
        """The titles of all pages, below the head of the form."""
        yield Static(id="sheet-pages", markup=False)

    def on_mount(self) -> None:
        """The first page."""
        self.action_show(0)

    def action_turn(self, steps: int) -> None:
        """To the page so many further, round the end."""
        self.action_show((self._page + steps) % len(self._pages))

    def action_show(self, page: int) -> None:
        """That page, the keyboard on its first field."""
        self._page = page
        names = [*self._pages.values()][page]
        for line in self._field_lines:
            line.display = line.field.name in names
        self.query_one("#sheet-pages", Static).update(self._titles())
        next(line for line in self._field_lines if line.display).take_focus()

    def bring_in_sight(self, name: str) -> None:
        """The page on which the field is."""
        pages = [*self._pages.values()]
        self.action_show(next(place for place, names in enumerate(pages) if name in names))

    def _titles(self) -> Content:
        styled = (
            Content.styled(
                f" {title} ",
                Style(bold=place == self._page, reverse=place == self._page)
                + Style.from_meta({"@click": f"screen.show({place})"}),
            )
            for place, title in enumerate(self._pages)
        )
        return Content("").join([*styled, Content.styled(f"  {self._hint}", Style(dim=True))])
