"""When the list has moved, told from what a program writes; played by small programs."""

import os
import sys

import pytest

from bench.program import Chunk, Program
from bench.screen import (
    Lines,
    Screen,
    Watched,
    count_of,
    is_listed,
    list_side,
    pointed,
    reaction,
)

TOP = "╭─ 1 Today  2 Quotes ─╮╭────╮"


def frame(*rows: str, count: str = "2") -> tuple[str, ...]:
    body = [f"│{row:<21}││    │" for row in rows]
    return (" relance", TOP, *body, f"╰{'─' * (19 - len(count))} {count} ╯╰────╯")


def written(*rows: str, count: str = "2") -> bytes:
    return b"\x1b[H" + "\r\n".join(frame(*rows, count=count)).encode()


def with_detail(text: bytes) -> bytes:
    return text.replace("││    │".encode(), "││new │".encode())


def test_the_pointer_is_found_by_its_row_and_text() -> None:
    lines = frame("  Lead", "  first", "▸ second")
    assert pointed(lines)[0] == 3
    assert "second" in pointed(lines)[1]
    assert is_listed(lines)


def test_there_is_no_list_before_its_pointer_is_there() -> None:
    assert not is_listed(frame("  Lead", "  first"))
    assert not is_listed((" relance",))


def test_the_count_is_what_stands_in_the_lower_edge() -> None:
    assert count_of(frame("▸ first", count="7")) == "7"


def test_the_detail_is_not_on_the_side_of_the_list() -> None:
    lines = frame("▸ first")
    changed = tuple(line.replace("││    │", "││new │") for line in lines)
    assert list_side(lines) == list_side(changed)


def test_bytes_cut_anywhere_are_drawn_whole() -> None:
    text, screen = written("▸ première"), Screen()
    chunks = [Chunk(float(at), text[at : at + 1]) for at in range(len(text))]
    *_, (at, lines) = screen.draw(chunks)
    assert at == len(text) - 1
    assert "première" in lines[2]


def states_of(*frames: bytes) -> list[tuple[float, Lines]]:
    """One frame a second, from 1."""
    chunks = [Chunk(float(second), frame) for second, frame in enumerate(frames, start=1)]
    return [*Screen().draw(chunks)]


def test_the_echo_of_a_letter_is_not_the_new_list() -> None:
    echo = written("▸ first", "  second", "a")
    found = written("▸ second", "", "a", count="1 with “a”")
    assert reaction(states_of(echo, found, with_detail(found)), pressed=0.5) == (1.5, 2.5)


def test_half_a_list_is_not_the_new_list() -> None:
    whole = written("  first", "  second", "▸ third")
    half = whole[: whole.index("▸".encode())]
    assert reaction(states_of(half, whole), pressed=1.0).moved == 1.0


def test_what_only_the_detail_shows_later_does_not_delay_the_list() -> None:
    moved = written("  first", "▸ second")
    assert reaction(states_of(moved, with_detail(moved)), pressed=0.0) == (1.0, 2.0)


def test_a_program_that_ends_is_told_with_its_last_screen() -> None:
    argv = [sys.executable, "-c", "print('nothing to see')"]
    with (
        Program(argv, {"PATH": os.environ["PATH"]}) as program,
        pytest.raises(TimeoutError, match=r"(?s)ended.*nothing to see"),
    ):
        Watched(program).until(is_listed)
