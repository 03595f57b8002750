"""A real program in a pseudo-terminal, for the end-to-end tests and the benchmark.

pexpect starts and ends the program, pyte draws what it writes. The keys sent are those of a plain
xterm. What relance does, and which of its screens to expect, is left to the tests.
"""

from __future__ import annotations

import copy
import os
import re
import select
import shlex
import signal
import termios
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any, Final, Self

import pexpect
import pyte
from pyte.screens import Char, Cursor, StaticDefaultDict, wcwidth

BURST_GAP: Final = 0.002
"""Seconds without a byte after which what was written is drawn. Drawing is slow: during a burst
it would hold up the program, and the stamps of the bytes with it."""
BURST_LIMIT: Final = 0.1
"""Seconds after which a program that never pauses is drawn all the same."""
RECHECK: Final = 0.05
"""Seconds between two looks at a condition that may come true without output (a file, say)."""
EXIT_POLL: Final = 0.005
"""Seconds between two questions to the system whether the program has ended."""
FRAME_LIMIT: Final = 1.0
"""Seconds a frame may stay unfinished before it is shown, as terminals do."""
END_LIMIT: Final = 5.0
"""Seconds a program has to end after SIGTERM, and again after SIGKILL."""
SEND_LIMIT: Final = 5.0
"""Seconds a program may leave its input unread."""
ESCAPE_PAUSE: Final = 0.25
"""Seconds between Escape and the next key. Sooner, the two are one Alt+key: Textual waits 100 ms
for the rest of a sequence, and looks at that clock every 100 ms."""

ALTERNATE_SCREEN: Final = 1049
"""The private mode of the screen that full-screen programs draw on, and leave behind them."""
SYNC_QUERY: Final = b"\x1b[?2026$p"
SYNC_ANSWER: Final = b"\x1b[?2026;2$y"
# pyte keeps a private mode as its number shifted by five.
FRAME_OPEN: Final = 2026 << 5
MOUSE_IN_SGR: Final = 1006 << 5
APPLICATION_CURSOR: Final = 1 << 5

PLAIN_KEYS: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "ctrl+space": "\0",
    "backspace": "\x7f",
}
LETTER_KEYS: Final = {
    **{"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"},
    **{"f1": "P", "f2": "Q", "f3": "R", "f4": "S"},
}
NUMBER_KEYS: Final = {
    **{"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6},
    **{"f5": 15, "f6": 17, "f7": 18, "f8": 19, "f9": 20, "f10": 21, "f11": 23, "f12": 24},
}
MODIFIERS: Final = {"shift": 1, "alt": 2, "ctrl": 4}


def key_bytes(key: str, *, application_cursor: bool = False) -> bytes:
    """The bytes xterm sends for a key; text that names no key is sent as it stands.

    Names are Textual's: "enter", "shift+tab", "ctrl+p", "alt+x", "f1", "pageup".
    Raises ValueError for a combination without bytes of its own, such as "ctrl+enter".
    """
    if key in PLAIN_KEYS:
        return PLAIN_KEYS[key].encode()
    # The last character is never a separator: it may itself be "+", as in "ctrl++".
    *modifiers, start = key[:-1].split("+")
    name = start + key[-1:]
    if not set(modifiers) <= set(MODIFIERS):
        return key.encode()
    code = 1 + sum(MODIFIERS[modifier] for modifier in modifiers)
    if name in NUMBER_KEYS:
        return f"\x1b[{NUMBER_KEYS[name]}{f';{code}' if modifiers else ''}~".encode()
    if name in LETTER_KEYS and modifiers:
        return f"\x1b[1;{code}{LETTER_KEYS[name]}".encode()
    if name in LETTER_KEYS:
        introducer = "\x1bO" if application_cursor or name.startswith("f") else "\x1b["
        return f"{introducer}{LETTER_KEYS[name]}".encode()
    return _character_bytes(name, modifiers) if modifiers else key.encode()


def _character_bytes(character: str, modifiers: Sequence[str]) -> bytes:
    """The bytes of one modified character; raises ValueError where there are none."""
    upper = character.upper()
    if len(character) != 1 or ("ctrl" in modifiers and not "@" <= upper <= "_"):
        raise ValueError(f"no bytes are known for {'+'.join([*modifiers, character])!r}")
    prefix = b"\x1b" if "alt" in modifiers else b""
    if "ctrl" in modifiers:
        return prefix + bytes([ord(upper) & 0x1F])
    return prefix + (upper if "shift" in modifiers else character).encode()


SEQUENCE: Final = re.compile(
    rb"\x1b\[([0-?]*)([ -/]*)([@-~])"  # CSI: parameters, intermediates, final
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC: titles, links, colours, the clipboard
    rb"|\x1b[PX^_](?:[^\x1b]|\x1b(?!\\))*\x1b\\"  # DCS, SOS, PM, APC
    rb"|\x1b[ -\"$-/][ -/]*[0-~]"  # character sets; ESC # stays
)
UNFINISHED: Final = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_](?:[^\x1b]|\x1b(?!\\))*|[ -/]*)\Z"
)
WITH_ALL_PARAMETERS: Final = (b"m", b"h", b"l")
WITH_TWO_PARAMETERS: Final = (b"H", b"f", b"r")


class SequenceFilter:
    """Leaves out of a program's output the sequences that pyte would print or fail on.

    pyte takes "<", "=", ":" and "!" for the end of a sequence and prints the rest (`CSI < u`),
    takes `CSI > 4 ; 2 m` for a style, prints the text of DCS strings, and raises TypeError when a
    command is private or has more parameters than it knows (`CSI ? 6 n`).
    """

    def __init__(self) -> None:
        self._rest = b""

    def __call__(self, data: bytes) -> bytes:
        """What pyte can draw of `data`; a sequence cut at the end waits for the next call."""
        data = self._rest + data
        unfinished = UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        self._rest = data[end:]
        return SEQUENCE.sub(_for_pyte, data[:end])


def _for_pyte(match: re.Match[bytes]) -> bytes:
    """The sequence in a form pyte knows, or nothing."""
    parameters, intermediates, final = match.groups()
    if final is None or intermediates or parameters[:1] in (b"<", b"=", b">"):
        return b""
    if parameters[:1] == b"?":
        # Mode 3 makes pyte 132 columns wide; xterm does that only when configured to.
        return match[0] if final in (b"h", b"l") and parameters != b"?3" else b""
    codes = parameters.split(b";")
    if final == b"m":
        codes = [plain for code in codes if (plain := _without_colons(code)) is not None]
    elif b":" in parameters:
        return b""
    elif final not in WITH_ALL_PARAMETERS:
        codes = codes[: 2 if final in WITH_TWO_PARAMETERS else 1]
    return b"\x1b[" + b";".join(codes) + final if codes else b""


def _without_colons(code: bytes) -> bytes | None:
    """A style such as `38:2::255:0:0` as `38;2;255;0;0`; None where pyte has no equal."""
    kind, *values = code.split(b":")
    if not values:
        return code
    if kind == b"4":
        return b"24" if values == [b"0"] else b"4"
    if kind not in (b"38", b"48"):
        return None
    numbers = values[-3:] if values[0] == b"2" else values[1:2]
    return b";".join([kind, values[0], *numbers])


@lru_cache(maxsize=4096)
def _is_drawable(character: str) -> bool:
    """Whether pyte draws the character: it drops the rest of a line at a joiner or a selector."""
    return wcwidth(character) > 0 or unicodedata.combining(character) != 0


class AlternatingScreen(pyte.Screen):
    """pyte's screen, plus the alternate screen and answers to questions about the terminal."""

    def __init__(self, columns: int, rows: int, answer: Callable[[bytes], None]) -> None:
        self._answer = answer
        self._main: tuple[dict[int, StaticDefaultDict[int, Char]], Cursor] | None = None
        super().__init__(columns, rows)

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        """Sets modes; the alternate screen sets the main one aside."""
        super().set_mode(*modes, **kwargs)
        if ALTERNATE_SCREEN in modes and kwargs.get("private") and self._main is None:
            self._main = (dict(self.buffer), copy.copy(self.cursor))
            self.buffer.clear()

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        """Resets modes; leaving the alternate screen brings the main one back."""
        super().reset_mode(*modes, **kwargs)
        if ALTERNATE_SCREEN in modes and kwargs.get("private") and self._main is not None:
            lines, self.cursor = self._main
            self._main = None
            self.buffer.clear()
            self.buffer.update(lines)
            self.keep_cursor_inside()

    def keep_cursor_inside(self) -> None:
        """Moves the cursor to the nearest cell on the screen."""
        self.ensure_hbounds()
        self.ensure_vbounds()

    def draw(self, data: str) -> None:
        """Draws text, without the characters that stop pyte short."""
        super().draw(data if data.isascii() else "".join(filter(_is_drawable, data)))

    def write_process_input(self, data: str) -> None:
        """Answers the program, which has asked where the cursor is, for example."""
        self._answer(data.encode())

    def cells(self, row: int) -> list[tuple[int, str]]:
        """Column and text of each character of a row; a wide one stands for two columns."""
        line = self.buffer[row]
        cells: list[tuple[int, str]] = []
        column = 0
        while column < self.columns:
            text = line[column].data
            wide = not text.isascii() and wcwidth(text[0]) == 2
            # pyte leaves both halves of an overwritten wide character; terminals blank them.
            whole = wide and column + 1 < self.columns and not line[column + 1].data
            cells.append((column, text if text and whole == wide else " "))
            column += 2 if whole else 1
        return cells


@dataclass(frozen=True, slots=True)
class Style:
    """How one cell is drawn."""

    fg: str
    """The text's colour: six hex digits, a name such as "red" or "brightblack", or "default"."""
    bg: str
    """The background's colour, written like `fg`."""
    bold: bool
    """Whether the text is bold."""
    reverse: bool
    """Whether the two colours are swapped, which is how a cursor shows without colours."""


def _spawn(
    argv: Sequence[str], env: Mapping[str, str], cwd: Path | None, dimensions: tuple[int, int]
) -> pexpect.spawn[bytes]:
    """Starts a program in a new pseudo-terminal of so many rows and columns."""
    # Without arguments, pexpect splits the command at its spaces.
    command = argv[0] if argv[1:] else shlex.quote(argv[0])
    return pexpect.spawn(command, list(argv[1:]), env=env, cwd=cwd, dimensions=dimensions)


class Terminal:
    """A program in a pseudo-terminal of its own; leaving the `with` block ends it.

    Rows and columns count from 0. Times are seconds. A wait that fails raises AssertionError
    with the whole screen.

    `env` is the program's whole environment; TERM is xterm-256color unless it says otherwise.
    `synchronized` is whether the terminal offers whole frames (mode 2026), which keeps tests from
    ever seeing half a frame.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str],
        cwd: Path | None = None,
        synchronized: bool = True,
    ) -> None:
        """Starts the program."""
        self.last_byte_at = 0.0
        """When the program last wrote, by perf_counter(); 0 before its first byte."""
        self._raw = bytearray()
        self._drawn = 0
        self._ended = False
        self._escape_at = 0.0
        self._synchronized = synchronized
        self._filter = SequenceFilter()
        self._screen = AlternatingScreen(columns, rows, self._send)
        self._stream = pyte.ByteStream(self._screen)
        self.started_at = perf_counter()
        """When the program was started, by perf_counter()."""
        self._child = _spawn(argv, {"TERM": "xterm-256color", **env}, cwd, (rows, columns))
        self._fd = self._child.child_fd
        os.set_blocking(self._fd, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the program, by SIGTERM and then by SIGKILL, and closes the pseudo-terminal."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self._child.isalive():
                self._child.kill(number)
                self._has_exited_within(END_LIMIT)
        self._collect(0)
        # pexpect sleeps 0.1 s here to let the program end, which it has.
        vars(self._child)["ptyproc"].delayafterclose = 0.0
        self._child.close(force=True)
        self._ended = True

    # What it shows

    @property
    def pid(self) -> int:
        """The program's process id, to send it a signal."""
        assert self._child.pid is not None
        return self._child.pid

    @property
    def raw(self) -> bytes:
        """Every byte the program has written so far."""
        self._draw_what_has_come()
        return bytes(self._raw)

    @property
    def text(self) -> str:
        """The screen: a line for each row, without the blanks at its end."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """The screen's rows, without the blanks at their ends."""
        self._draw_what_has_come()
        rows = range(self._screen.lines)
        return ["".join(text for _, text in self._screen.cells(row)).rstrip() for row in rows]

    def line_of(self, text: str) -> str:
        """The first row with the text on it."""
        return self.lines[self.position_of(text)[0]]

    def position_of(self, text: str) -> tuple[int, int]:
        """Row and column where the text first stands; AssertionError if it is not there."""
        self._draw_what_has_come()
        for row in range(self._screen.lines):
            cells = self._screen.cells(row)
            index = "".join(shown for _, shown in cells).find(text)
            if index >= 0:
                return row, [column for column, shown in cells for _ in shown][index]
        raise self._failure(f"{text!r} is not on the screen")

    def colour_at(self, row: int, column: int) -> Style:
        """How the cell at that row and column is drawn."""
        self._draw_what_has_come()
        cell = self._screen.buffer[row][column]
        return Style(fg=cell.fg, bg=cell.bg, bold=cell.bold, reverse=cell.reverse)

    def style_of(self, text: str) -> Style:
        """How the first character of the text's first appearance is drawn."""
        return self.colour_at(*self.position_of(text))

    # What it is sent

    def press(self, *keys: str) -> None:
        """Sends keys by name ("enter", "shift+tab", "ctrl+p", "f1"), and other text literally."""
        for key in keys:
            self._draw_what_has_come()
            cursor = APPLICATION_CURSOR in self._screen.mode
            self._send(key_bytes(key, application_cursor=cursor))

    def type(self, text: str) -> None:
        """Sends text as typed, each line end as the Enter key; "up" here is two letters."""
        self._send(text.replace("\n", "\r").encode())

    def click(self, column: int, row: int) -> None:
        """Moves the mouse to a cell and clicks it; the program must have asked for the mouse."""
        self._draw_what_has_come()
        if MOUSE_IN_SGR not in self._screen.mode:
            raise self._failure("the program has not asked for the mouse")
        place = f"{column + 1};{row + 1}"
        self._send(f"\x1b[<35;{place}M\x1b[<0;{place}M\x1b[<0;{place}m".encode())

    def click_on(self, text: str) -> None:
        """Clicks the first character of the text."""
        row, column = self.position_of(text)
        self.click(column, row)

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size; the system tells the program, by SIGWINCH."""
        self._draw_what_has_come()
        self._screen.resize(rows, columns)
        self._screen.keep_cursor_inside()
        self._child.setwinsize(rows, columns)

    def hang_up(self) -> None:
        """Closes the terminal under the program; the system tells it so by SIGHUP."""
        self._collect(0)
        vars(self._child)["ptyproc"].fileobj.close()
        self._ended = True

    @property
    def keyboard(self) -> tuple[int, int]:
        """How the system treats what is typed: the input and the local flags of termios."""
        flags = termios.tcgetattr(self._fd)
        return flags[0], flags[3]

    def type_blindly(self, text: str) -> None:
        """Sends text and reads nothing, as a terminal does whose line is dead."""
        self._write_some(text.encode())

    # What it is waited for

    def wait_for(self, what: str | Callable[[Terminal], bool], timeout: float = 10.0) -> None:
        """Waits until the text is on the screen, or until the condition holds."""
        if isinstance(what, str):
            self._wait(lambda: what in self.text, f"{what!r} to appear", timeout)
        else:
            self._wait(lambda: what(self), "a condition", timeout)

    def wait_gone(self, text: str, timeout: float = 10.0) -> None:
        """Waits until the text is nowhere on the screen."""
        self._wait(lambda: text not in self.text, f"{text!r} to disappear", timeout)

    def wait_quiet(self, quiet: float = 0.05, timeout: float = 10.0) -> None:
        """Waits until the program has written nothing for `quiet` seconds.

        Nothing is drawn meanwhile, so that `last_byte_at` is as exact as it can be.
        """
        deadline = perf_counter() + timeout
        while self._receive(quiet):
            if perf_counter() > deadline:
                raise self._failure(f"waited {timeout:g} s for a pause of {quiet:g} s")

    def wait_exit(self, timeout: float = 10.0) -> int:
        """Waits for the program to end: its exit code, or minus the signal that killed it."""
        if not self._has_exited_within(timeout):
            raise self._failure(f"waited {timeout:g} s for the program to end")
        self._collect(0)
        if self._child.signalstatus is not None:
            return -self._child.signalstatus
        assert self._child.exitstatus is not None
        return self._child.exitstatus

    def _wait(self, holds: Callable[[], bool], wish: str, timeout: float) -> None:
        """Blocks on the pseudo-terminal until the condition holds."""
        deadline = perf_counter() + timeout
        while not holds():
            remaining = deadline - perf_counter()
            if remaining <= 0:
                raise self._failure(f"waited {timeout:g} s for {wish}")
            if self._ended:
                raise self._failure(f"the program ended while waiting for {wish}")
            self._collect(min(remaining, RECHECK))

    def _has_exited_within(self, timeout: float) -> bool:
        """Whether the program ends in time, while its last output is read."""
        deadline = perf_counter() + timeout
        while self._child.isalive():
            if perf_counter() > deadline:
                return False
            self._receive(EXIT_POLL)
        return True

    def _failure(self, reason: str) -> AssertionError:
        """The error of a wait that failed, with the screen as it is."""
        frame = "─" * self._screen.columns
        return AssertionError(f"{reason}; the screen:\n{frame}\n{self.text}\n{frame}")

    # The pseudo-terminal itself

    def _send(self, data: bytes) -> None:
        """Writes to the program, and reads meanwhile lest each wait for the other."""
        while (pause := self._escape_at + ESCAPE_PAUSE - perf_counter()) > 0:
            self._receive(pause)
        deadline = perf_counter() + SEND_LIMIT
        self._escape_at = perf_counter() if data == b"\x1b" else 0.0
        while data:
            if self._ended or perf_counter() > deadline:
                raise self._failure(f"the program does not read its input: {data!r}")
            readable, writable, _ = select.select([self._fd], [self._fd], [], RECHECK)
            if readable:
                self._receive(0)
            if writable:
                data = data[self._write_some(data) :]

    def _write_some(self, data: bytes) -> int:
        """Writes what the system takes at once: how many bytes that was."""
        try:
            return os.write(self._fd, data)
        except BlockingIOError:
            return 0

    def _receive(self, timeout: float) -> bool:
        """Waits for bytes and takes those there are: whether there were any."""
        # Once the program has closed its side, this only waits.
        sources = [] if self._ended else [self._fd]
        if not select.select(sources, [], [], timeout)[0]:
            return False
        data = self._read()
        if not data:
            self._ended = True
            return False
        self.last_byte_at = perf_counter()
        seen = len(self._raw) - len(SYNC_QUERY) + 1
        self._raw += data
        if self._synchronized and SYNC_QUERY in self._raw[max(seen, 0) :]:
            self._send(SYNC_ANSWER)
        return True

    def _read(self) -> bytes:
        """Bytes from the program, none at its end, which Linux reports as an error."""
        try:
            return os.read(self._fd, 65536)
        except OSError:
            return b""

    def _collect(self, timeout: float) -> None:
        """Waits for bytes, takes the whole burst and draws it."""
        received = self._receive(timeout)
        limit = perf_counter() + BURST_LIMIT
        while received and perf_counter() < limit:
            received = self._receive(BURST_GAP)
        fresh = bytes(self._raw[self._drawn :])
        self._drawn = len(self._raw)
        self._stream.feed(self._filter(fresh))

    def _draw_what_has_come(self) -> None:
        """Draws what the program has written, up to the end of a frame."""
        self._collect(0)
        deadline = perf_counter() + FRAME_LIMIT
        while FRAME_OPEN in self._screen.mode and not self._ended and perf_counter() < deadline:
            self._collect(RECHECK)
