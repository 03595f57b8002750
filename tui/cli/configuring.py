"""`relance config`: where the configuration is, and an editor on it."""

import click

from tui.cli.opening import say_config_problems, with_session
from tui.cli.output import remark, result
from tui.cli.words import command, option
from tui.config.reading import read_config
from tui.config.template import write_template
from tui.language import N_, _, environment_of_others
from tui.safe_text import shown
from tui.session import Session


@command(
    "config",
    N_("relance config                              # where it is"),
    N_("relance config --edit                       # opens it in $EDITOR"),
    help=N_(
        "Where the configuration is. It sets limit, cadences, holidays, language, theme, keys."
    ),
)
@option("--edit", is_flag=True, help=N_("Open it in an editor; begins with a commented one."))
@with_session
def config(session: Session, edit: bool) -> None:
    """Prints the place of the configuration, or opens it in an editor and checks it."""
    path = session.config.path
    if not edit:
        result(shown(str(path)))
        return
    if write_template(path, session.language):
        remark(_("{path} is new: every line is a remark until you change it").format(path=path))
    language = environment_of_others().get("LANGUAGE", "")  # empty is as good as none
    click.edit(filename=str(path), env={"LANGUAGE": language})
    edited = read_config(path)
    say_config_problems(edited)
    if not edited.problems:
        remark(_("{path} can be read").format(path=shown(str(path))))
