"""The configuration that one begins with: every setting with its default, as a remark."""

import os
from importlib import resources
from pathlib import Path

from store.errors import FileTrouble


def template(language: str) -> str:
    """The text of a commented configuration, in English or French."""
    file = resources.files("tui.config").joinpath(f"config.{language}.toml")
    return file.read_text(encoding="utf-8")


def write_template(path: Path, language: str) -> bool:
    """Writes the commented configuration where there is none; whether it was written.

    Raises `FileTrouble` where that is not possible.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    except OSError as error:
        raise FileTrouble(
            "not_written", path=str(path), why=error.strerror or str(error)
        ) from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(template(language))
    return True
