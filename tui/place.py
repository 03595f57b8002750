"""Where relance keeps its files, and whether others can get at them."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from store.errors import FileTrouble

APP = "relance"
DATA_FILE = "relance.json"
ERROR_LOG = "errors.log"
CONFIG_FILE = "config.toml"
MESSAGES = "messages"
"""The folder of the person's own messages, beneath the config folder."""


def default_file() -> Path:
    """The data file in the platform's user data folder."""
    from platformdirs import user_data_path  # only needed without --file

    return user_data_path(APP) / DATA_FILE


def config_folder() -> Path:
    """The platform's config folder: what a person sets and writes for relance."""
    from platformdirs import user_config_path

    return user_config_path(APP)


def state_folder() -> Path:
    """The platform's state folder: backups, and what is remembered beside the data."""
    from platformdirs import user_state_path

    return user_state_path(APP)


def cache_folder() -> Path:
    """The platform's cache folder: what can be made again at any time."""
    from platformdirs import user_cache_path

    return user_cache_path(APP)


def messages_folder() -> Path:
    """Where the person's own messages are, or would be, unless they configured another folder."""
    return config_folder() / MESSAGES


def config_file(environment: Mapping[str, str]) -> Path:
    """The configuration: RELANCE_CONFIG, else in the platform's folder for it.

    Raises `FileTrouble` where RELANCE_CONFIG is in the home of nobody.
    """
    given = environment.get("RELANCE_CONFIG")
    if not given:
        return config_folder() / CONFIG_FILE
    try:
        return Path(given).expanduser()
    except RuntimeError as error:
        raise FileTrouble("unreadable", path=given, why=str(error).rstrip(".")) from error


def error_log() -> Path:
    """Where tracebacks of our own mistakes go: a file in the platform's state folder."""
    return state_folder() / ERROR_LOG


def chosen_file(option: str) -> Path:
    """The file that a person named; raises `FileTrouble` for a path that leads nowhere."""
    try:
        return Path(option).expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise FileTrouble("unreadable", path=option, why=str(error).rstrip(".")) from error


def machine_name(environment: Mapping[str, str]) -> str:
    """The name of this computer in the records' stamps: RELANCE_MACHINE, else the system's."""
    return environment.get("RELANCE_MACHINE") or _node()


def _node() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform  # as long to import as many of our own modules

    return platform.node()


def exposures(file: Path) -> list[str]:
    """Codes for what other users of this computer can do: read the file, replace it."""
    found = []
    if _mode(file) & stat.S_IROTH:
        found.append("file_readable")
    folder = _mode(file.parent)
    if folder & stat.S_IWOTH and not folder & stat.S_ISVTX:  # as in /tmp, each to their own
        found.append("folder_writable")
    return found


def _mode(path: Path) -> int:
    """The mode bits; none where there is nothing to look at."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
