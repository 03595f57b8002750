"""Opens a `mailto:` address in the person's mail program, by what their system has for that."""

import shutil
import subprocess
import sys

from store.errors import TrackerError
from tui.language import environment_of_others

PATIENCE = 5.0
"""Seconds after which an opener that is still running is taken to be the mail program itself."""


def open_in_mail_program(mailto: str) -> None:
    """Hands the address over and does not wait for the mail program.

    Raises `TrackerError` where nothing opens it. The address is an argument of its own: no shell
    sees it.
    """
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    found = shutil.which(opener)
    if found is None:
        raise TrackerError("no_opener", program=opener)
    nowhere = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            [found, mailto],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
            env=environment_of_others(),
        )
        code = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        why = error.strerror or str(error)
        raise TrackerError("no_mail_program", program=opener, why=why) from error
    if code:
        raise TrackerError("no_mail_program", program=opener, why=str(code))
