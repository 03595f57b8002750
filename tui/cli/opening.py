"""What a command is given, the session, and what is said around it."""

from collections.abc import Callable, Iterable, Mapping
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

import click

from store.errors import TrackerError
from tui.cli.output import remark, warning
from tui.cli.this_run import session_of
from tui.config.config import Config
from tui.conflicts import merge_conflict_copies
from tui.language import N_, _
from tui.place import exposures
from tui.safe_text import shown
from tui.session import Session

P = ParamSpec("P")
R = TypeVar("R")

EXPOSURES: Mapping[str, str] = {
    "file_readable": N_("{path} can be read by others: chmod 600 keeps it to you."),
    "folder_writable": N_("{folder} can be written by others, who could replace {path}."),
}


def with_session(
    function: Callable[Concatenate[Session, P], R],
) -> Callable[P, R]:
    """Gives a command the session, and says first if others can get at the file."""

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        ctx = click.get_current_context()
        session = session_of(ctx)
        if ctx.find_root().params.get("file"):
            warn_of_others(session)
        say_config_problems(session.config)
        say_merged_copies(session)
        try:
            return function(session, *args, **kwargs)
        finally:
            say_warnings(session)
            keep_index(session)

    return update_wrapper(run, function)


def keep_index(session: Session) -> None:
    """Brings the index of the file up to date with what was written, where there was one before."""
    if session.repository.is_index_behind(only_by_own=True):
        session.repository.index_latest(session.clock.today())


def say_config_problems(config: Config) -> None:
    """Says which lines of the configuration were left aside."""
    for problem in config.problems:
        from tui.wording.config import config_problem_text

        warning(config_problem_text(problem, config.path))


def say_merged_copies(session: Session) -> None:
    """Merges what a sync program left beside the file, and says so."""
    merged, troubles = merge_conflict_copies(session)
    for sentence in merged:
        remark(sentence)
    _warn_of(troubles)


def say_warnings(session: Session) -> None:
    """Says what went wrong around a change that was saved all the same."""
    _warn_of(session.repository.keeper.take_warnings())


def _warn_of(troubles: Iterable[TrackerError]) -> None:
    for trouble in troubles:
        from tui.wording.errors import command_line_error  # no good morning begins with it

        warning(command_line_error(trouble))


def warn_of_others(session: Session) -> None:
    """Warns where the file is not as private as its content; our own folder mends itself."""
    path = session.repository.path
    for code in exposures(path):
        text = _(EXPOSURES[code])
        warning(text.format(path=shown(str(path)), folder=shown(str(path.parent))))
