"""The bottom line: the keys that matter most, which can be clicked too."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from tui.commands import AppCommand, key_name
from tui.language import _


class KeyLine(Widget):
    """As many keys as there is room for; `?` and `q` always."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 100%; padding: 0 1; background: $panel; link-style: none; }
    """

    ALWAYS = frozenset({"help", "quit"})

    def __init__(self, commands: Sequence[AppCommand]) -> None:
        """The line for these commands, with the keys that they have."""
        super().__init__()
        self._commands = commands

    def render(self) -> Text:
        """The line."""
        always = [_part(each) for each in self._commands if each.name in self.ALWAYS]
        room = self.size.width - sum(part.cell_len for part in always)
        line = Text(no_wrap=True, overflow="crop")
        for command in self._commands:
            if command.name in self.ALWAYS or not command.short:
                continue
            part = _part(command)
            if part.cell_len <= room:
                room -= part.cell_len
                line.append_text(part)
        return line.append_text(Text().join(always))


def _part(command: AppCommand) -> Text:
    key = key_name(command.keys[-1] if command.name == "help" else command.keys[0])
    click = Style(meta={"@click": f"screen.{command.action}"})
    text = Text(key, Style(bold=True) + click)
    return text.append(f" {_(command.short)}", Style(dim=True) + click).append("  ")
