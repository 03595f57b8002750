"""`relance completion SHELL`: the script that makes a shell propose refs, leads and fields."""

import os
import re
from typing import ClassVar

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    shell_complete,
    split_arg_string,
)

from tui.cli.group import ASKED_BY_SHELL, NAME
from tui.cli.output import result
from tui.cli.words import command
from tui.language import N_

_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' response line
    response=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \\
%(complete_var)s=bash_complete "$1" 2>/dev/null)
    COMPREPLY=()
    while read -r line; do
        case $line in
            dir,*) compopt -o dirnames ;;
            file,*) compopt -o default ;;
            open,*) compopt -o nospace; COMPREPLY+=("${line#*,}") ;;
            plain,*) COMPREPLY+=("${line#*,}") ;;
        esac
    done <<< "$response"
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """Bash, with names of several words, `FIELD=VALUE`, and nothing that the shell would run.

    click's own splits proposals at blanks and leaves their special signs to the shell.
    """

    source_template: ClassVar[str] = _BASH
    _quote = ""
    _only_value = False

    def source(self) -> str:
        """The script; unlike click's it does not need bash to be here."""
        return ShellComplete.source(self)

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor and the one under it, with `=` back in its word.

        Bash splits words at a `=`, and completes only what stands after it.
        """
        typed = os.environ["COMP_WORDS"].split("\n")[1 : int(os.environ["COMP_CWORD"]) + 1]
        words: list[str] = []
        for word in typed:
            glued = bool(words) and (word == "=" or words[-1].endswith("="))
            if glued:
                words[-1] += word
            else:
                words.append(word)
            self._only_value = glued and not words[-1].startswith("-")
        self._quote = typed[-1][:1] if typed and typed[-1][:1] in ("'", '"') else ""
        plain = [" ".join(split_arg_string(word)) for word in words]
        return plain[:-1], plain[-1] if plain else ""

    def format_completion(self, item: CompletionItem) -> str:
        """The kind, and the value as it is to stand in the line."""
        value = str(item.value)
        if self._only_value:
            value = value.partition("=")[2]
        kind = "open" if value.endswith("=") else item.type
        return f"{kind},{quoted(value, self._quote)}"


def quoted(value: str, quote: str) -> str:
    """The value as bash reads it again after this opening quotation mark, or after none."""
    if quote == "'":
        return value.replace("'", "'\\''")
    special = r'[$`"\\]' if quote else r"[^\w@%+=:,./-]"
    return re.sub(special, r"\\\g<0>", value)


class Fish(FishComplete):
    """Fish, with commas in what is proposed."""

    source_template: ClassVar[str] = FishComplete.source_template.replace(
        'string split "," $completion', 'string split -m 1 "," $completion'
    )


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": ZshComplete, "fish": Fish}


def answer_shell(root: click.Command, instruction: str) -> int:
    """Prints what a shell may propose; `instruction` is `bash_complete` and the like."""
    for name, shell in SHELLS.items():
        add_completion_class(shell, name)
    return shell_complete(root, {}, NAME, ASKED_BY_SHELL, instruction)


@command(
    "completion",
    N_('eval "$(relance completion bash)"                  # in ~/.bashrc; zsh: in ~/.zshrc'),
    N_("relance completion fish > ~/.config/fish/completions/relance.fish"),
    help=N_("Print the script for a shell. It completes commands, refs, leads and fields."),
)
@click.argument("shell", type=click.Choice([*SHELLS]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Prints the script."""
    script = SHELLS[shell](ctx.find_root().command, {}, NAME, ASKED_BY_SHELL).source()
    result(script.rstrip("\n"))
