"""Lets a person edit a text in the editor of their own: VISUAL, EDITOR, else what is there.

Whoever calls it has given the terminal away first.
"""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from store.errors import TrackerError

FALLBACKS = ("sensible-editor", "nano", "vi")


def edited(text: str, environment: Mapping[str, str]) -> str:
    """The text as the editor left it; waits for the editor, which has that environment.

    The file is only for us and is gone afterwards. Raises `TrackerError` where the editor cannot
    be run, fails, or leaves what is no text, and where there is no room for the file.
    """
    editor = chosen_editor(environment)
    try:
        with TemporaryDirectory(prefix="relance-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "message.txt"
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            with _signals_for_the_editor():
                call = [*shlex.split(editor), str(path)]
                code = subprocess.run(call, env=environment, check=False).returncode
            if code == 0:
                return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        raise TrackerError("no_editor", editor=editor, why=why or str(error)) from error
    raise TrackerError("no_editor", editor=editor, why=str(code))


def chosen_editor(environment: Mapping[str, str]) -> str:
    """The command line of the editor; raises `TrackerError` where there is none."""
    for name in ("VISUAL", "EDITOR"):
        if given := environment.get(name, "").strip():
            return given
    for name in FALLBACKS:
        if shutil.which(name, path=environment.get("PATH")):
            return name
    raise TrackerError("no_editor_here")


@contextmanager
def _signals_for_the_editor() -> Iterator[None]:
    """Ctrl+C is the editor's own, and Ctrl+Z stops us with it, so that `fg` brings both back."""
    before = {
        signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: None),
        signal.SIGTSTP: signal.signal(signal.SIGTSTP, signal.SIG_DFL),
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
