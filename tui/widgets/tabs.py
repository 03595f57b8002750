"""The titles of the views, each with the key that shows it and a click that does."""

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style

STATISTICS = "statistics"
"""The name of the view that lists nothing."""

Tabs = Sequence[tuple[str, str]]
"""The views' names and titles, in the order of their keys from 1."""


def tab_titles(tabs: Tabs, current: str) -> Content:
    """One line with all titles, the current one marked."""
    parts = [
        Content.styled(
            f"{number} {title}",
            Style(bold=name == current, reverse=name == current)
            + Style.from_meta({"@click": f"screen.view('{name}')"}),
        )
        for number, (name, title) in enumerate(tabs, start=1)
    ]
    return Content("  ").join(parts)
