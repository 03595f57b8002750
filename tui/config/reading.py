"""Reading the configuration, where there is one; `parsing` says what is in it."""

from pathlib import Path

from tui.config.config import Config, Problem
from tui.config.source import read_source


def read_config(path: Path) -> Config:
    """The configuration in the file; the defaults where there is none.

    What cannot be read is among its problems, and never raised.
    """
    try:
        text = read_source(path)
    except FileNotFoundError:
        return Config(path=path)
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return Config(path=path, problems=(Problem(1, "", "", "config_unreadable", {"why": why}),))
    from tui.config.parsing import parsed  # many set nothing

    return parsed(path, text)
