"""The tests' own terminal: what it shows, what it sends, and that it leaves nothing running."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import terminal as terminal_module
from tests.terminal import SequenceFilter, Style, Terminal, key_bytes

ENVIRONMENT = {"PATH": os.environ["PATH"], "COLORTERM": "truecolor", "PYTHONUTF8": "1"}

APP = """
from textual.app import App
from textual.widgets import DataTable, Input, Label

class Small(App):
    CSS = "DataTable { height: 1fr; }"
    BINDINGS = [("f1", "say('help')", "Help"), ("ctrl+q", "quit", "Quit")]

    def compose(self):
        yield Input(placeholder="search")
        yield DataTable(cursor_type="row")
        yield Label("size", id="size")
        yield Label("nothing yet", id="said", markup=False)

    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Client", "Montant")
        for number in range(30):
            table.add_row(f"Café {number} 日本", f"{number} €")

    def action_say(self, what):
        self.query_one("#said").update(what)

    def on_input_changed(self, event):
        self.action_say(f"typed {event.value}")

    def on_data_table_row_highlighted(self, event):
        self.action_say(f"on row {event.cursor_row}")

    def on_key(self, event):
        if event.key == "escape":
            self.action_say("escaped")

    def on_resize(self, event):
        self.query_one("#size").update(f"size {event.size.width} by {event.size.height}")

Small().run()
print("good-bye")
"""


def python(code: str) -> Terminal:
    """A terminal of 80 by 24 with a small Python program in it."""
    return Terminal([sys.executable, "-c", code], columns=80, rows=24, env=ENVIRONMENT)


def writing(output: str) -> Terminal:
    """A terminal with a program that writes this and waits for Enter."""
    return python(f"import sys; sys.stdout.write({output!r}); sys.stdout.flush(); input()")


@pytest.fixture(params=[True, False], ids=["whole frames", "no frames"])
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal of 80 by 24 with a small Textual app, ready for keys."""
    path = tmp_path / "small.py"
    path.write_text(APP, encoding="utf-8")
    with Terminal(
        [sys.executable, str(path)],
        columns=80,
        rows=24,
        env=ENVIRONMENT,
        cwd=tmp_path,
        synchronized=request.param,
    ) as terminal:
        terminal.wait_for("size 80 by 24")
        terminal.wait_for("on row 0")
        yield terminal


def test_a_row_keeps_its_place_and_loses_the_blanks_at_its_end() -> None:
    with writing("\n  devis   \ncafé 日本 €") as terminal:
        terminal.wait_for("café 日本 €")
        assert terminal.lines[:3] == ["", "  devis", "café 日本 €"]
        assert terminal.line_of("devis") == "  devis"
        assert terminal.position_of("€") == (2, 10)


def test_a_style_is_that_of_the_first_character() -> None:
    with writing("plain \x1b[1;38;2;255;128;0;44mloud\x1b[0m \x1b[7mcursor") as terminal:
        terminal.wait_for("cursor")
        assert terminal.style_of("plain") == Style("default", "default", False, False)
        assert terminal.style_of("loud") == Style("ff8000", "blue", True, False)
        assert terminal.style_of("cursor").reverse


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[>25u",
        "\x1b[?u",
        "\x1b[<u",
        "\x1b[=1;2u",
        "\x1b[!p",
        "\x1b[2 q",
        "\x1b[?2026$p",
        "\x1b[?6n",
        "\x1b[22;0;0t",
        "\x1b[>4;2m",
        "\x1b[?4m",
        "\x1b[58:2::1:2:3m",
        "\x1b]0;title\x07",
        "\x1b]8;;https://example.org\x1b\\",
        "\x1bP+q544e\x1b\\",
        "\x1b_Gi=31;AAAA\x1b\\",
        "\x1b F",
        "\ufe0f\u200d",
    ],
)
def test_a_sequence_unknown_to_pyte_shows_nothing(sequence: str) -> None:
    with writing(f"before{sequence}after END") as terminal:
        terminal.wait_for("END")
        assert terminal.line_of("END").startswith("beforeafter END")
        assert terminal.style_of("after") == terminal.style_of("before")
        assert sequence.encode() in terminal.raw


def test_a_sequence_may_come_in_pieces() -> None:
    clean = SequenceFilter()
    output = (
        b"a\x1b[38:2::1:2:3mb\x1b[>25uc\x1bP+q\x1b[m\x1b\\d\x1b]0;t\x1b\\e\x1b[4:0mf\xe2\x82\xac"
    )
    pieces = b"".join(clean(bytes([byte])) for byte in output)
    assert pieces == b"a\x1b[38;2;1;2;3mbcde\x1b[24mf\xe2\x82\xac"


def test_half_a_wide_character_is_blank() -> None:
    with writing("日本語\rx\x1b[4Gy\x1b[10GEND") as terminal:
        terminal.wait_for("END")
        assert terminal.line_of("END") == "x  y語   END"


def test_the_alternate_screen_leaves_the_main_one_as_it_was() -> None:
    with writing("main\x1b[?1049h\x1b[Halternate") as terminal:
        terminal.wait_for("alternate")
        assert "main" not in terminal.text
    with writing("main\x1b[?1049h\x1b[Halternate\x1b[?1049l again") as terminal:
        terminal.wait_for("again")
        assert terminal.text.rstrip() == "main again"


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("enter", b"\r"),
        ("escape", b"\x1b"),
        ("shift+tab", b"\x1b[Z"),
        ("up", b"\x1b[A"),
        ("shift+up", b"\x1b[1;2A"),
        ("ctrl+home", b"\x1b[1;5H"),
        ("pagedown", b"\x1b[6~"),
        ("delete", b"\x1b[3~"),
        ("f1", b"\x1bOP"),
        ("f5", b"\x1b[15~"),
        ("shift+f5", b"\x1b[15;2~"),
        ("ctrl+c", b"\x03"),
        ("alt+x", b"\x1bx"),
        ("+", b"+"),
        ("1+1 €", b"1+1 \xe2\x82\xac"),
    ],
)
def test_a_key_sends_what_xterm_sends(key: str, sent: bytes) -> None:
    assert key_bytes(key) == sent


def test_cursor_keys_follow_the_application_mode() -> None:
    assert key_bytes("up", application_cursor=True) == b"\x1bOA"


@pytest.mark.parametrize("key", ["ctrl+enter", "ctrl++", "alt+nonsense"])
def test_a_combination_without_bytes_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no bytes"):
        key_bytes(key)


def test_a_program_reads_more_than_the_system_holds() -> None:
    reader = "import sys, tty; tty.setraw(0); print('ready'); print(len(sys.stdin.read(200_000)))"
    with python(reader) as terminal:
        terminal.wait_for("ready")
        terminal.type("x" * 200_000)
        terminal.wait_for("200000")


def test_the_mouse_is_only_for_programs_that_ask() -> None:
    with writing("ready") as terminal:
        terminal.wait_for("ready")
        with pytest.raises(AssertionError, match="has not asked for the mouse"):
            terminal.click_on("ready")


def test_a_failed_wait_shows_the_screen() -> None:
    with writing("quotes of today") as terminal:
        terminal.wait_for("quotes")
        with pytest.raises(AssertionError, match=r"'invoices' to appear.*\n.*\nquotes of today"):
            terminal.wait_for("invoices", timeout=0.05)
        with pytest.raises(AssertionError, match="'quotes' to disappear"):
            terminal.wait_gone("quotes", timeout=0.05)
        with pytest.raises(AssertionError, match="program to end"):
            terminal.wait_exit(timeout=0.05)


def test_a_wait_fails_at_once_when_the_program_has_ended() -> None:
    before = time.perf_counter()
    with python("print('done')") as terminal, pytest.raises(AssertionError, match="ended while"):
        terminal.wait_for("never", timeout=60)
    assert time.perf_counter() - before < 30


def test_a_condition_may_be_about_a_file(tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    with python(f"open({str(saved)!r}, 'w').close(); input()") as terminal:
        terminal.wait_for(lambda _: saved.exists())


@pytest.mark.parametrize(
    ("ending", "code"),
    [("pass", 0), ("sys.exit(3)", 3), ("os.kill(os.getpid(), 9)", -signal.SIGKILL)],
)
def test_the_exit_code_says_how_a_program_ended(ending: str, code: int) -> None:
    with python(f"import os, sys; print('last words', flush=True); {ending}") as terminal:
        assert terminal.wait_exit() == code
        assert terminal.started_at < terminal.last_byte_at
        assert "last words" in terminal.text


def test_leaving_ends_even_a_program_that_ignores_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal_module, "END_LIMIT", 0.1)
    deaf = "import signal; signal.signal(15, signal.SIG_IGN); signal.signal(1, signal.SIG_IGN)"
    with python(f"{deaf}; print('deaf', flush=True); signal.pause()") as terminal:
        terminal.wait_for("deaf")
        pid = terminal.pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_textual_app_takes_text_and_keys(app: Terminal) -> None:
    app.type("devis été")
    app.wait_for("typed devis été")
    app.press("backspace", "home", "delete")
    app.wait_for(lambda shown: shown.lines[-1] == "typed evis ét")
    app.press("tab", "down", "down")
    app.wait_for("on row 2")
    app.press("ctrl+end")
    app.wait_for("Café 29 日本")
    assert app.line_of("Café 29").rstrip().endswith("29 €")


def test_escape_and_the_next_key_stay_two_keys(app: Terminal) -> None:
    app.press("tab", "escape", "down")
    app.wait_for("on row 1")
    app.press("escape")
    app.wait_for("escaped")
    app.press("f1")
    app.wait_for("help")


def test_a_textual_app_takes_clicks(app: Terminal) -> None:
    app.click_on("Café 4")
    app.wait_for("on row 4")
    assert app.style_of("Café 4").bg != app.style_of("Café 5").bg


def test_a_textual_app_follows_the_size(app: Terminal) -> None:
    for columns, rows in [(120, 36), (80, 24), (40, 12)]:
        app.resize(columns, rows)
        app.wait_for(f"size {columns} by {rows}")
        app.wait_for(lambda shown: shown.lines[-1] == "on row 0")
        assert len(app.lines) == rows


def test_a_textual_app_leaves_the_screen_clean(app: Terminal) -> None:
    app.press("ctrl+q")
    assert app.wait_exit() == 0
    assert app.text.rstrip() == "good-bye"
