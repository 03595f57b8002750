"""The session of a run of the command line, made from the options before the command."""

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

from store.errors import TrackerError
from store.file.repository import Repository
from store.file.state import State
from store.rules.rulebook import Rulebook
from tui.cli.output import remark, warning
from tui.config.config import Config
from tui.config.reading import read_config
from tui.conflicts import merge_conflict_copies
from tui.language import N_, _, chosen_language, use_language
from tui.place import chosen_file, config_file, default_file, exposures, machine_name, state_folder
from tui.safe_text import shown
from tui.session import Clock, Session

P = ParamSpec("P")
R = TypeVar("R")

EXPOSURES: Mapping[str, str] = {
    "file_readable": N_("{path} can be read by others: chmod 600 keeps it to you."),
    "folder_writable": N_("{folder} can be written by others, who could replace {path}."),
}


def session_of(ctx: click.Context) -> Session:
    """The session of this run, opened when it is first asked for. Nothing is read or created."""
    root = ctx.find_root()
    if not isinstance(root.obj, Session):
        root.obj = open_session(root.params, os.environ)
    return root.obj


def open_session(options: Mapping[str, Any], environment: Mapping[str, str]) -> Session:
    """A session with the options `file`, `today`, `lang` and `ascii`, else as configured."""
    config = read_config(config_file(environment))
    language = chosen_language(options.get("lang"), environment, config.language)
    if config.language:
        use_language(language)
    return Session(
        repository=_repository(options.get("file"), environment),
        rulebook=Rulebook.of(config.settings),
        clock=chosen_clock(options.get("today")),
        language=language,
        ascii_signs=bool(options.get("ascii")) or config.ascii_signs,
        config=config,
    )


def chosen_clock(typed: str | None) -> Clock:
    """The real clock, or one that stands still where a day was typed, maybe with a time."""
    if not typed:
        return Clock()
    from store.records.day_reading import read_moment

    real = datetime.now().astimezone().date()
    return Clock(read_moment("--today", typed, real))


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

    return update_wrapper(run, function)


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


def _repository(file: str | None, environment: Mapping[str, str]) -> Repository:
    machine = machine_name(environment)
    path = chosen_file(file) if file else default_file()
    state = State(state_folder, path)
    return Repository(path, machine, own_folder=not file, state=state)
