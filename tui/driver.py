"""What stands between the app and the terminal: Textual's driver, made to give the terminal back.

It is left as it was found whatever stops the app, and a terminal that is gone stops nothing.
"""

import os
import select
import signal
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver


class LastingFile:
    """A file that takes everything: what cannot be written any more is dropped.

    Textual's writing thread would die of the error, and the app wait for it for ever.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Writes what can be written."""
        try:
            return self._file.write(text)
        except (OSError, ValueError):
            return len(text)

    def flush(self) -> None:
        """Sends on what can be sent."""
        try:
            self._file.flush()
        except (OSError, ValueError):
            return

    def fileno(self) -> int:
        """The terminal's number."""
        return self._file.fileno()


class RestoringDriver(LinuxDriver):
    """Suspends and resumes on the loop, and switches off all that it switched on."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self._file is not None:
            self._file = LastingFile(self._file)  # type: ignore[assignment]

    @property
    def terminal_is_gone(self) -> bool:
        """Whether the terminal was closed. Not every program is told so by a signal."""
        poll = select.poll()
        poll.register(self.fileno, select.POLLHUP)
        found = dict(poll.poll(0))
        return bool(found.get(self.fileno, 0) & (select.POLLHUP | select.POLLNVAL))

    def _sigtstp_application(self, *_args: Any) -> None:
        # Not in the signal's handler: it may have interrupted the very lock that stopping takes.
        self._loop.call_soon_threadsafe(self._pause)

    def _sigcont_application(self, *_args: Any) -> None:
        self._loop.call_soon_threadsafe(self._go_on)

    def _pause(self) -> None:
        if self._is_on:
            self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Takes the terminal again, also after a stop that nobody announced (SIGSTOP)."""
        if self._is_on:
            self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()

    @property
    def _is_on(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
