"""The bottom line: the keys that matter most, which can be clicked too."""

from collections.abc import Mapping, Sequence

from rich.style import Style
from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from tui.commands import AppCommand, key_name
from tui.language import _
from tui.widgets.tabs import STATISTICS


class KeyLine(Widget):
    """As many keys as there is room for; `?` and `q` always."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 100%; padding: 0 1; background: $panel; link-style: none; }
    """

    view: reactive[str] = reactive("")
    """The name of the view whose keys are shown."""

    def __init__(self, commands: Sequence[AppCommand]) -> None:
        """The line for these commands, with the keys that they have."""
        super().__init__()
        self._commands = commands

    def render(self) -> Text:
        """The line: the most important keys that there is room for, in the order of the help."""
        wanted = (*_ALWAYS, *_KEYS.get(self.view, _USUAL))
        parts = {each.name: _part(each) for each in self._commands if each.name in wanted}
        room, shown = self.size.width, set()
        for name in wanted:
            if parts[name].cell_len <= room:
                room -= parts[name].cell_len
                shown.add(name)
        line = Text(no_wrap=True, overflow="crop")
        return line.append_text(Text().join(part for name, part in parts.items() if name in shown))


_ALWAYS = ("help", "quit")

_USUAL = (
    *("follow_up", "reply", "won", "lost", "snooze", "new", "edit", "undo", "find"),
    *("triage", "decline", "message"),
)
"""The names of the commands in the key line, the most important first."""

_KEYS: Mapping[str, Sequence[str]] = {
    "closed": ("reopen", "new", "edit", "undo", "find", "message", "triage", "reply"),
    STATISTICS: ("new", "undo"),
}
"""Those of views in which others serve."""


def _part(command: AppCommand) -> Text:
    key = key_name(command.keys[-1] if command.name == "help" else command.keys[0])
    click = Style(meta={"@click": f"screen.{command.action}"})
    text = Text(key, Style(bold=True) + click)
    return text.append(f" {_(command.short)}", Style(dim=True) + click).append("  ")
