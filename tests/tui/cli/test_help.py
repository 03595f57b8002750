"""The help teaches by example, in the person's language, and every example works."""

import shlex
from gettext import NullTranslations

import click
import pytest

from tests.tui.cli.command_line import CommandLine
from tui import language
from tui.cli.group import _EXAMPLES, COMMANDS, relance
from tui.cli.words import Command


def loaded(name: str) -> Command:
    command = relance.get_command(click.Context(relance), name)
    assert isinstance(command, Command)
    return command


def test_the_help_of_relance_shows_the_daily_check_in(cli: CommandLine) -> None:
    text = cli.ok("--help")
    assert "relance today" in text
    for name in COMMANDS:
        assert f"\n  {name} " in text


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_examples(cli: CommandLine, name: str) -> None:
    text = cli.ok(name, "--help")
    for example in loaded(name).examples:
        assert f"\n  {example}\n" in text
    assert loaded(name).examples


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_has_a_help_of_its_own(name: str) -> None:
    command = loaded(name)
    texts = [
        command.help,
        *(each.help for each in command.params if isinstance(each, click.Option)),
    ]
    assert all(text and text.endswith((".", ")")) for text in texts), texts


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_can_be_typed(name: str) -> None:
    command = loaded(name)
    for example in command.examples:
        words = shlex.split(example, comments=True)
        if words[0] != "relance" or {"|", "||", ">", "<"} & set(words):
            continue
        assert words[1] == name
        command.make_context(name, words[2:], resilient_parsing=True)
        known = {opt for param in command.params for opt in param.opts}
        assert {word for word in words if word.startswith("--")} <= known


def test_the_examples_of_relance_are_commands_of_it() -> None:
    named = [shlex.split(example, comments=True)[1:2] for example in _EXAMPLES]
    assert all(words == [] or words[0] in COMMANDS for words in named)


def test_words_are_translated_when_they_are_shown(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Marking(NullTranslations):
        def gettext(self, message: str) -> str:
            return f"<<{message}>>"

    def use(_: str) -> None:
        language._translations.set(Marking())

    monkeypatch.setattr("tui.cli.group.use_language", use)
    text = cli("snooze", "--help").out
    assert "<<Hide a quote from the day's work" in text
    assert "<<Insist where a rule refuses.>>" in text
    assert "<<relance snooze D26-014 monday>>" in text
    assert "<<Whom do I chase today" in cli("--help").out
    assert "<<There is no quote X.>>" in cli("show", "X").err


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_the_language_can_be_chosen(quoted: CommandLine, tongue: str) -> None:
    assert quoted("--lang", tongue, "list").code == 0
    assert quoted("list", RELANCE_LANG=tongue).code == 0
