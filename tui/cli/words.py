"""Commands and options whose words are given in English and shown in the person's language."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from tui.language import _

F = TypeVar("F", bound=Callable[..., Any])


class _Translated:
    """Keeps `help` as it was given, and gives it in the current language when it is shown."""

    _help_as_given: str | None = None

    @property
    def help(self) -> str | None:
        """What the command or option is for."""
        return self._help_as_given and _(self._help_as_given)

    @help.setter  # noqa: A003 - the property above
    def help(self, text: str | None) -> None:
        self._help_as_given = text


class Command(_Translated, click.Command):
    """A command that teaches by `examples`: lines to type, each with a remark after `#`."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        self.examples = examples
        super().__init__(*args, **kwargs)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the examples, each on a line of its own."""
        write_examples(self.examples, formatter)


class Option(_Translated, click.Option):
    """An option of a command."""


def write_examples(examples: Sequence[str], formatter: click.HelpFormatter) -> None:
    """Writes a part with the examples, as they are to be typed."""
    if examples:
        with formatter.section(_("Examples")):
            for example in examples:
                formatter.write(f"{'':{formatter.current_indent}}{_(example)}\n")


def command(name: str, *examples: str, **settings: Any) -> Callable[[F], Command]:
    """Makes a function a command; `help` and `examples` are marked texts."""
    return click.command(name, cls=Command, examples=examples, **settings)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """Adds an option; `help` is a marked text."""
    return click.option(*names, cls=Option, **settings)
