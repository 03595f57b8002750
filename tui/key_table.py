"""The README's table of keys, from the commands."""

from tui.commands import COMMANDS, Section, keys_text

MOVING = ("↑ ↓ j k g G, Page Up, Page Down, mouse", "Move in the list; a click on a header sorts")


def key_table() -> str:
    """The table in Markdown."""
    rows = ["| key | what it does | its name in the configuration |", "| --- | --- | --- |"]
    for section in Section:
        rows += [
            f"| `{keys_text(command)}` | {command.help_text} | {command.name} |"
            for command in COMMANDS
            if command.section is section
        ]
    rows.append(f"| {MOVING[0]} | {MOVING[1]} | |")
    return "\n".join(rows)
