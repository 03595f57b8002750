"""Leaving on a signal: the app is asked to, and where it does not come to it, the program ends.

What a key does to leave is the app's own.
"""

import asyncio
import os
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from threading import Event, Lock, Thread

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""The signals that ask a program to leave."""

GRACE = 0.8
"""Seconds that the app has to leave, before the program ends without it."""

SAVING = 8.0
"""Seconds that a save under way has to end: more than it waits for another program."""

_OFF = (2004, 1000, 1003, 1006, 1015, 1016, 1004, 2048)
_RESTORE = "".join(f"\x1b[?{mode}l" for mode in _OFF) + "\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h"


def exit_code(number: int) -> int:
    """The exit code of a program that a signal ended, as shells count it."""
    return 128 + number


@contextmanager
def leaving_on_signals(leave: Callable[[int], None], at_work: Lock) -> Iterator[Event]:
    """While it lasts, a signal calls `leave` on the loop, with the exit code.

    The body sets the event when the terminal is as it was. If it does not in time (a terminal
    that takes no output blocks the loop), the program ends, once the thread that holds `at_work`
    lets go of it. A signal that was ignored when the program began stays so.
    """
    loop = asyncio.get_running_loop()
    asked: SimpleQueue[int] = SimpleQueue()  # unlike other queues, it may be used by a handler
    left = Event()
    watch = Thread(target=_watch, args=(asked, left, at_work, _on_loop(loop, leave)), daemon=True)
    watch.start()
    heard = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, lambda n, _: asked.put(n)) for number in heard}
    try:
        yield left
    finally:
        left.set()
        asked.put(0)
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


def _on_loop(
    loop: asyncio.AbstractEventLoop, leave: Callable[[int], None]
) -> Callable[[int], None]:
    def ask(number: int) -> None:
        with suppress(RuntimeError):  # the loop is closed: there is nothing left to leave
            loop.call_soon_threadsafe(leave, exit_code(number))

    return ask


def _watch(
    asked: "SimpleQueue[int]", left: Event, at_work: Lock, ask: Callable[[int], None]
) -> None:
    while number := asked.get():
        ask(number)
        if not left.wait(GRACE):
            at_work.acquire(timeout=SAVING)
            _end(exit_code(number))


def _end(code: int) -> None:
    """Ends the program, and the terminal's modes as far as it still listens."""
    with suppress(OSError, ValueError, termios.error, AttributeError):
        terminal = sys.__stderr__.fileno()  # type: ignore[union-attr]
        termios.tcflow(terminal, termios.TCOON)
        modes = termios.tcgetattr(terminal)
        modes[0] |= termios.ICRNL | termios.IXON
        modes[3] |= termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
        termios.tcsetattr(terminal, termios.TCSANOW, modes)
        os.set_blocking(terminal, False)
        os.write(terminal, _RESTORE.encode())
        os.set_blocking(terminal, True)
    os._exit(code)
