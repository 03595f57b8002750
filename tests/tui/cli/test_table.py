"""Tables are measured in the cells of a terminal."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.table import Column, cells, clipped, line_width, table, wrapped


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("改进", 4), ("Œil €", 5), ("a\u200db", 2)],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_every_letter_takes_what_unicode_says() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1)]
    wide = [each for each in letters if unicodedata.east_asian_width(each) in "WF"]
    marks = {each for each in letters if unicodedata.category(each) in ("Mn", "Me", "Cf")}
    expected = dict.fromkeys(letters, 1) | dict.fromkeys(wide, 2) | dict.fromkeys(marks, 0)
    assert [each for each in letters if cells(each) != expected[each]] == []


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("改进改进", 5, "改进…"),
        ("改进改进", 4, "改…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_text_is_clipped_between_signs(text: str, width: int, expected: str) -> None:
    assert clipped(text, width) == expected


def test_the_widest_column_that_gives_gives_way() -> None:
    columns = (Column("A", gives=True), Column("N", right=True), Column("B", gives=True))
    lines = list(table(columns, [("x" * 30, "1", "y" * 12), ("x", "20", "y")], 36))
    assert max(map(len, lines)) == 36
    assert lines[1].startswith("x" * 17 + "…")
    assert lines[1].endswith("yyyyyyyyyyyy")


def test_a_column_without_text_takes_no_room() -> None:
    assert list(table((Column(), Column()), [("", "a"), ("", "b")], 80)) == ["a", "b"]


@pytest.mark.parametrize(
    ("columns", "width"), [("120", 120), ("", 80), ("0", 80), ("many", 80), ("99999", 9999)]
)
def test_the_width_to_write_for(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    def no_terminal() -> None:
        raise OSError

    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("os.get_terminal_size", no_terminal)
    assert line_width() == width


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("4\xa0800 € à payer", 5, ["4 800", "€ à", "payer"]),
        ("改进 改进", 8, ["改进", "改进"]),
        ("immeasurable a b", 3, ["immeasurable", "a b"]),
    ],
)
def test_text_is_wrapped_between_words(text: str, width: int, expected: list[str]) -> None:
    assert list(wrapped(text, width)) == expected


@given(st.text("ab é改e\u0301"), st.integers(-2, 12))
def test_a_line_takes_words_while_they_fit(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert " ".join(lines).split() == text.split()
    assert all(cells(line) <= width for line in lines if " " in line)
    nexts = [line.split()[0] for line in lines[1:]]
    together = [f"{line} {word}" for line, word in zip(lines, nexts, strict=False)]
    assert all(cells(each) > width for each in together)
