"""Rows of separated values: broken ones are named and take no others with them."""

import pytest

from store.exchange.problem import Problem
from store.exchange.table import Row, aligned, delimiter_of, read_rows


def table(text: str) -> list[Row | Problem]:
    """The rows, as wide as the first one."""
    found = list(read_rows(text, delimiter_of(text)))
    width = next((len(each.cells) for each in found if isinstance(each, Row)), 0)
    return list(aligned(found, width))


def rows(text: str) -> list[tuple[int, object]]:
    """Line and cells of every row, line and code of every problem."""
    return [
        (each.line, list(each.cells) if isinstance(each, Row) else each.error.code)
        for each in table(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n", []),
        ("a;b\nc;d\n", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("a;b\r\nc;d", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("a;b\rc;d\r", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("a,b\nc;1,d\n", [(1, ["a", "b"]), (2, ["c;1", "d"])]),
        ("a\tb\nc\td\n", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("a;b\n;\n\nc;d\n", [(1, ["a", "b"]), (4, ["c", "d"])]),
        ('a;b\n"c\nc";d\ne;f\n', [(1, ["a", "b"]), (2, ["c\nc", "d"]), (4, ["e", "f"])]),
        ('a;b\n"c ""c""; c";d\n', [(1, ["a", "b"]), (2, ['c "c"; c', "d"])]),
        ('a;b\nc "c";d\n', [(1, ["a", "b"]), (2, ['c "c"', "d"])]),
        ("a;b\nc;d;;\n", [(1, ["a", "b"]), (2, ["c", "d"])]),
    ],
)
def test_rows_are_read_with_their_lines(text: str, expected: list[tuple[int, object]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("c", "wrong_cells"),
        ("c;d;e", "wrong_cells"),
        ('"c;d', "broken_quotes"),
        ('"c" c;d', "broken_quotes"),
        ('c;"d', "broken_quotes"),
    ],
)
def test_a_broken_row_is_a_problem_and_those_around_it_are_read(bad: str, code: str) -> None:
    assert rows(f"a;b\n1;2\n{bad}\n3;4\n5;6\n") == [
        (1, ["a", "b"]),
        (2, ["1", "2"]),
        (3, code),
        (4, ["3", "4"]),
        (5, ["5", "6"]),
    ]


def test_a_problem_shows_the_beginning_of_the_row_and_counts_cells() -> None:
    [_, problem] = table("a;b\n" + "x" * 100 + "\n")
    assert isinstance(problem, Problem)
    assert problem.error.facts == {
        "field": "row",
        "value": "x" * 40 + "…",
        "cells": 1,
        "expected": 2,
    }


def test_a_cell_of_a_megabyte_is_read_for_its_field_to_refuse() -> None:
    [_, row] = table("a;b\n" + "x" * 1_000_000 + ";d\n")
    assert isinstance(row, Row)
    assert len(row.cells[0]) == 1_000_000
