"""The command `relance`: the options before its commands, each loaded when it is called."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from tui.cli.failing import guarded
from tui.cli.words import Option, write_examples
from tui.language import LANGUAGES, N_, _, chosen_language, use_language

NAME = "relance"

ASKED_BY_SHELL = "_RELANCE_COMPLETE"
"""The environment variable with which a shell's script asks what to propose."""

COMMANDS: Mapping[str, str] = {
    "today": "tui.cli.reading:today",
    "list": "tui.cli.reading:list_",
    "leads": "tui.cli.reading:leads",
    "show": "tui.cli.show:show",
    "add": "tui.cli.add:add",
    "send": "tui.cli.quotes:send",
    "log": "tui.cli.contacts:log",
    "reply": "tui.cli.contacts:reply",
    "close": "tui.cli.quotes:close",
    "reopen": "tui.cli.quotes:reopen",
    "snooze": "tui.cli.quotes:snooze",
    "message": "tui.cli.message:message",
    "edit": "tui.cli.records:edit",
    "amend": "tui.cli.records:amend",
    "delete": "tui.cli.records:delete",
    "lead": "tui.cli.leads:lead",
    "merge-leads": "tui.cli.leads:merge_leads",
    "forget": "tui.cli.forgetting:forget",
    "ban": "tui.cli.platforms:ban",
    "export": "tui.cli.exporting:export",
    "import": "tui.cli.importing:import_",
    "stats": "tui.cli.statistics:stats",
    "undo": "tui.cli.travel:undo",
    "redo": "tui.cli.travel:redo",
    "history": "tui.cli.travel:history",
    "backups": "tui.cli.backups:backups",
    "restore": "tui.cli.backups:restore",
    "doctor": "tui.cli.doctor:doctor",
    "path": "tui.cli.path:path",
    "config": "tui.cli.configuring:config",
    "merge": "tui.cli.merge:merge",
    "demo": "tui.cli.demo:demo",
    "completion": "tui.cli.completion:completion",
}
"""Where each command is, in the order in which the help shows them."""

_EXAMPLES = (
    N_("relance                                     # open the app"),
    N_("relance today                               # the daily check-in: whom to chase"),
    N_("relance log D26-014 --channel phone         # a follow-up was made"),
    N_("relance reply D26-014                       # they wrote back"),
    N_("relance close D26-014 won"),
    N_('relance add "Atelier Lumen" "New website" 4800'),
    N_("relance demo                                # try it on sample data"),
)


class Relance(click.Group):
    """Loads a command when it is named, and leaves with an exit code whatever happens."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _colon, attribute = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(module), attribute)
        assert isinstance(found, click.Command)
        return found

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *_more: Any,
        **settings: Any,
    ) -> Any:
        """Runs a command, or answers a shell that completes one, and leaves the program."""
        use_language(chosen_language(None, os.environ))
        typed = [*(sys.argv[1:] if args is None else args)]
        sys.exit(guarded(lambda: self._run(typed, **settings)))

    def _run(self, typed: list[str], **settings: Any) -> Any:
        instruction = os.environ.get(ASKED_BY_SHELL)
        if instruction:
            from tui.cli.completion import answer_shell

            return answer_shell(self, instruction)
        with self.make_context(NAME, typed, **settings) as ctx:
            return self.invoke(ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes what relance is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_("Whom do I chase today, and whom do I stop chasing?"))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes a day with relance."""
        write_examples(_EXAMPLES, formatter)


def _speak(ctx: click.Context, _param: click.Parameter, language: str | None) -> str | None:
    if language and not ctx.resilient_parsing:
        use_language(language)
    return language


@click.group(
    "relance",
    cls=Relance,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--lang",
    cls=Option,
    type=click.Choice(LANGUAGES),
    callback=_speak,
    is_eager=True,
    help=N_("The language (RELANCE_LANG)."),
)
@click.option(
    "--file",
    cls=Option,
    type=click.Path(),
    envvar="RELANCE_FILE",
    metavar="PATH",
    help=N_("The data file (RELANCE_FILE)."),
)
@click.option(
    "--today",
    cls=Option,
    envvar="RELANCE_TODAY",
    metavar="DATE",
    help=N_("Look from another day, maybe with a time (RELANCE_TODAY)."),
)
@click.option(
    "--ascii",
    cls=Option,
    is_flag=True,
    envvar="RELANCE_ASCII",
    help=N_("ASCII signs only (RELANCE_ASCII=1)."),
)
@click.pass_context
def relance(ctx: click.Context, /, **_options: Any) -> int | None:
    """Opens the app where no command is named, and answers with its exit code."""
    if ctx.invoked_subcommand is None:
        from tui.cli.screen import open_app
        from tui.cli.this_run import session_of

        return open_app(session_of(ctx))
    return None
