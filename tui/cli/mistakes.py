"""The log of our own mistakes: tracebacks that nobody was shown, in the platform's state folder."""

import os
import traceback
from datetime import datetime
from pathlib import Path

from tui.place import error_log

LARGEST = 1_000_000
"""Above so many bytes the log starts anew."""


def keep_traceback(error: Exception) -> Path | None:
    """Appends the traceback to the log; the log's place, or none where it cannot be written."""
    try:
        log = error_log()
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _append(log, "".join(traceback.format_exception(error)))
    except (OSError, RuntimeError):
        return None
    return log


def _append(log: Path, text: str) -> None:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    too_large = log.exists() and log.stat().st_size > LARGEST
    mode = os.O_TRUNC if too_large else os.O_APPEND
    flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK  # a pipe must not wait
    descriptor = os.open(log, flags | mode, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write(f"--- {now}\n{text}")
