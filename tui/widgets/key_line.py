"""The bottom line: the keys that matter most, which can be clicked too."""

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from tui.commands import COMMANDS, key_name
from tui.language import _


class KeyLine(Widget):
    """As many keys as there is room for; `?` and `q` always."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 100%; padding: 0 1; background: $panel; link-style: none; }
    """

    ALWAYS = frozenset({"help", "quit"})

    def render(self) -> Text:
        """The line."""
        room = self.size.width
        always = [each for each in COMMANDS if each.name in self.ALWAYS]
        room -= sum(_part(each.name).cell_len for each in always)
        line = Text(no_wrap=True, overflow="crop")
        for command in COMMANDS:
            part = _part(command.name)
            if command.name in self.ALWAYS or not command.short or part.cell_len > room:
                continue
            room -= part.cell_len
            line.append_text(part)
        return line.append_text(Text().join(_part(each.name) for each in always))


def _part(name: str) -> Text:
    command = next(each for each in COMMANDS if each.name == name)
    key = key_name(command.keys[-1] if name == "help" else command.keys[0])
    click = Style(meta={"@click": f"screen.{command.action}"})
    text = Text(key, Style(bold=True) + click)
    return text.append(f" {_(command.short)}", Style(dim=True) + click).append("  ")
