"""Ctrl+C while an import is saved: nothing is written, or all of it, and it is said which."""

import os
import signal
from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine
from tui.cli.interruptible import Interruptible

ROWS = """ID,Party,Customer Name,Date,Valid Till,Currency,Grand Total,Status,Lost Reasons
Q-1,,Lumen,2026-02-02,2026-03-23,EUR,80.00,Open,
"""


def pressed_twice_at_each_fsync(patch: pytest.MonkeyPatch) -> None:
    """Ctrl+C comes while the file is written."""
    fsync = os.fsync

    def asked(descriptor: int) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        fsync(descriptor)

    patch.setattr(os, "fsync", asked)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_being_written_is_written_and_said(
    tmp_path: Path, quoted: CommandLine, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    file = tmp_path / f"more.{form}"
    if form == "json":
        quoted.ok("export", "--format", "json", "--output", str(file))
        quoted.ok("delete", "D26-001", "--yes")
    else:
        file.write_text(ROWS)
    with monkeypatch.context() as patch:
        pressed_twice_at_each_fsync(patch)
        answer = quoted("import", str(file))
    assert f"{file.name} imported" in answer.out
    assert "saved before it could be stopped" in answer.err
    assert answer.code == 130
    refs = [each["ref"] for each in quoted("list", "--json").json]
    assert ("D26-001" if form == "json" else "Q-1") in refs
    assert [each.name for each in quoted.file.parent.iterdir() if "tmp" in each.name] == []


def test_before_anything_is_written_it_stops_at_once() -> None:
    before = signal.getsignal(signal.SIGINT)
    saving = Interruptible()
    saving.watch(1, 2)
    with pytest.raises(KeyboardInterrupt), saving:
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_where_it_is_ignored_it_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interruptible() as saving:
            signal.raise_signal(signal.SIGINT)
        saving.leave_if_asked()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
