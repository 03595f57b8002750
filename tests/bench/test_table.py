"""The table, what it says of bounds, and the worst of several runs."""

from pathlib import Path

from bench.figure import Figures, figure, not_run
from bench.results import Results, read_results, write_results
from bench.rows import ROWS
from bench.table import as_markdown, as_text, missed, table
from bench.worst import worst


def cell(figures: Figures, key: str, size: int = 1_000) -> str:
    [_, row] = table({size: {key: figures[key]}})
    return row[1]


def test_keys_of_rows_are_different() -> None:
    assert len({row.key for row in ROWS}) == len(ROWS)


def test_a_ratio_within_its_bound_is_ok_and_beyond_it_is_missed() -> None:
    assert (
        cell({"first_paint_ratio": figure("×", (1.25,))}, "first_paint_ratio") == "1.25 ≤ 1.25 ok"
    )
    assert cell({"first_paint_ratio": figure("×", (1.3,))}, "first_paint_ratio").endswith("MISSED")


def test_a_good_median_does_not_make_up_for_a_bad_95th_percentile() -> None:
    slow_at_times = figure("ms", (5.0,) * 17 + (50.0,) * 3)
    assert cell({"down": slow_at_times}, "down") == "5.0 (50.0) ≤ 16 (33) MISSED"


def test_a_size_without_a_bound_gets_no_verdict() -> None:
    assert cell({"down": figure("ms", (5.0,))}, "down", size=100) == "5.0"


def test_what_was_not_run_says_why_and_is_not_missed() -> None:
    figures = {"today_ratio": not_run("×", "no task")}
    assert cell(figures, "today_ratio") == "not run: no task"
    assert missed({1_000: figures}) == []


def test_what_is_missed_is_named_with_value_and_bound() -> None:
    figures = {"today_ratio": figure("×", (4.0,))}
    assert missed({1_000: figures}) == [
        "relance today / task next, 1,000 quotes: 4.00, to be 3",
    ]


def test_a_row_that_one_size_lacks_has_an_empty_cell() -> None:
    figures: dict[int, Figures] = {100: {"today": figure("ms", (1.0,))}, 1_000: {}}
    assert table(figures) == [["", "100", "1,000"], ["relance today, ms", "1.0", ""]]


def test_text_and_markdown_have_the_same_cells() -> None:
    cells = [["", "100"], ["relance today, ms", "1.0"]]
    assert as_text(cells).splitlines()[1] == "relance today, ms  1.0"
    assert as_markdown(cells).splitlines()[1:] == ["| --- | ---: |", "| relance today, ms | 1.0 |"]


def test_the_worst_of_several_runs_is_taken_figure_by_figure() -> None:
    slow, quick = figure("ms", (9.0,)), figure("ms", (1.0,))
    runs = [
        Results({}, {1_000: {"today": slow, "log": quick}}),
        Results({}, {1_000: {"today": quick, "log": slow}}),
        Results({}, {1_000: {"log": not_run("ms", "no log")}}),
    ]
    assert worst(runs) == {1_000: {"today": slow, "log": slow}}


def test_the_worst_95th_percentile_may_be_of_another_run_than_the_worst_median() -> None:
    even, uneven = figure("ms", (5.0,) * 20), figure("ms", (4.0,) * 17 + (50.0,) * 3)
    found = worst([Results({}, {100: {"down": each}}) for each in (even, uneven)])[100]["down"]
    assert (found.median, found.p95) == (5.0, 50.0)


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    results = Results({"cores": 2}, {100: {"today": figure("ms", (1.5,))}}, {100: 3.0})
    write_results(tmp_path / "bench.json", results)
    assert read_results(tmp_path / "bench.json") == results
