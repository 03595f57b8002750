"""The session of this run of the command line, made from the options before the command."""

import os
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import click

from store.file.index import Index
from store.file.repository import Repository
from store.file.state import State
from store.rules.rulebook import Rulebook
from tui.config.reading import read_config
from tui.language import chosen_language, use_language
from tui.place import (
    cache_folder,
    chosen_file,
    config_file,
    default_file,
    machine_name,
    state_folder,
)
from tui.session import Clock, Session


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


def _repository(file: str | None, environment: Mapping[str, str]) -> Repository:
    machine = machine_name(environment)
    path = chosen_file(file) if file else default_file()
    state, index = State(state_folder, path), Index(cache_folder, path)
    return Repository(path, machine, own_folder=not file, state=state, index=index)
