"""What a list of rows does under keys, mouse, new rows and narrow terminals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from rich.cells import cell_len
from rich.text import Text
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from tui.widgets.line_list import Column, LineList

COLUMNS = (
    Column("lead", "Lead", 12, flex=1),
    Column("title", "Quote", 12, drop=1),
    Column("amount", "Amount", 9, align="right"),
    Column("days", "Days", 6, drop=2),
)


@dataclass(frozen=True)
class Row:
    id: int
    lead: str = "Lumen"
    title: str = "Website"


class ListApp(App[None]):
    """A list alone on the screen, with what it said and which rows it asked the cells of."""

    def __init__(
        self, rows: Sequence[Row] = (), columns: Sequence[Column] = COLUMNS, **options: Any
    ) -> None:
        super().__init__()
        self.rows, self.columns, self.options = rows, columns, options
        self.said: list[Message] = []
        self.asked: list[int] = []

    def compose(self) -> ComposeResult:
        lines = LineList[Row](
            self.columns, key_of=lambda row: row.id, cells_of=self.cells, **self.options
        )
        lines.show(self.rows)
        yield lines
        yield Input(compact=True)

    def cells(self, row: Row) -> dict[str, Text]:
        self.asked.append(row.id)
        return {
            "lead": Text(row.lead),
            "title": Text(row.title, style="red"),
            "amount": Text(f"{row.id} €"),
            "days": Text("in 3 d"),
        }

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        self.said.append(message)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        self.said.append(message)

    def on_line_list_sort_requested(self, message: LineList.SortRequested) -> None:
        self.said.append(message)

    @property
    def lines(self) -> LineList[Row]:
        return self.query_one(LineList)

    @property
    def moves(self) -> list[object]:
        return [message.key for message in self.said if isinstance(message, LineList.Moved)]

    @property
    def chosen(self) -> list[object]:
        return [message.key for message in self.said if isinstance(message, LineList.Chosen)]

    @property
    def shown(self) -> list[str]:
        """The lines of the list as they are painted."""
        return [self.lines.render_line(y).text for y in range(self.lines.size.height)]


def rows(*ids: int) -> list[Row]:
    return [Row(one) for one in ids]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["down", "j"], 2),
        (["down", "down", "up", "k"], 0),
        (["up"], 0),
        (["end"], 99),
        (["G", "down"], 99),
        (["G", "g"], 0),
        (["end", "home"], 0),
        (["pagedown"], 18),
        (["pagedown", "pagedown", "pageup"], 18),
    ],
)
async def test_keys_move_the_cursor_and_stop_at_the_ends(keys: list[str], row: int) -> None:
    app = ListApp(rows(*range(100)))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*keys)
        assert app.lines.cursor_row == row
        assert app.moves[-1] == row
        assert any(line.startswith("▸") and f" {row} €" in line for line in app.shown)


async def test_every_move_is_said_once() -> None:
    app = ListApp(rows(1, 2, 3))
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "down", "up")
        assert app.moves == [1, 2, 3, 2]


async def test_enter_chooses_the_row_under_the_cursor() -> None:
    app = ListApp(rows(1, 2, 3))
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        assert app.chosen == [2]


async def test_the_cursor_stays_on_its_row_when_rows_before_it_go() -> None:
    app = ListApp(rows(1, 2, 3, 4))
    async with app.run_test() as pilot:
        await pilot.press("end")
        app.lines.show(rows(3, 4))
        await pilot.pause()
        assert (app.lines.current_key, app.lines.cursor_row) == (4, 1)
        assert app.moves == [1, 4]


@pytest.mark.parametrize(("left", "key"), [([1, 2, 4, 5], 4), ([1, 2], 2), ([], None)])
async def test_the_cursor_keeps_its_place_when_its_row_goes(left: list[int], key: int) -> None:
    app = ListApp(rows(1, 2, 3, 4, 5))
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        app.lines.show(rows(*left))
        await pilot.pause()
        assert app.lines.current_key == key
        assert app.moves[-1] == key


async def test_a_row_that_changed_is_painted_again() -> None:
    app = ListApp(rows(1, 2))
    async with app.run_test() as pilot:
        app.lines.show([Row(1), Row(2, lead="Cabinet Rey")])
        await pilot.pause()
        assert "Cabinet Rey" in app.shown[2]
        assert app.moves == [1]


async def test_the_cursor_goes_to_the_top_on_request() -> None:
    app = ListApp(rows(1, 2, 3))
    async with app.run_test() as pilot:
        await pilot.press("end")
        app.lines.show(rows(1, 2, 3), reset=True)
        await pilot.pause()
        assert app.lines.current == Row(1)


async def test_the_cursor_stays_in_sight_when_its_row_moves_far() -> None:
    app = ListApp(rows(*range(1000)))
    async with app.run_test(size=(60, 20)) as pilot:
        app.lines.show(rows(*reversed(range(1000))))
        await pilot.pause()
        assert app.lines.cursor_row == 999
        assert any(line.startswith("▸") for line in app.shown)


async def test_the_list_goes_to_a_row_by_its_key() -> None:
    app = ListApp(rows(*range(100)))
    async with app.run_test() as pilot:
        assert app.lines.go_to(70)
        assert not app.lines.go_to(700)
        await pilot.pause()
        assert app.moves[-1] == 70


async def test_only_a_screenful_of_100_000_rows_is_looked_at() -> None:
    app = ListApp(rows(*range(100_000)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert len(app.asked) <= 24
        for key, most in (("end", 24), ("pageup", 24), ("down", 0), ("home", 24)):
            app.asked.clear()
            await pilot.press(key)
            await pilot.pause()  # what it paints is its own
            assert len(app.asked) <= most


async def test_a_move_that_does_not_scroll_repaints_two_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[int] = []
    paint = LineList.render_line

    def watched(lines: LineList[Row], y: int) -> Strip:
        painted.append(y)
        return paint(lines, y)

    monkeypatch.setattr(LineList, "render_line", watched)
    app = ListApp(rows(*range(100)))
    async with app.run_test() as pilot:
        painted.clear()
        await pilot.press("down")
        await pilot.pause()
        assert sorted(set(painted)) == [1, 2]


@pytest.mark.parametrize("text", ["[red]", "[/]", "[@click=app.quit]quit[/]", "\\[b]"])
async def test_markup_in_data_is_shown_as_it_is_and_never_run(text: str) -> None:
    app = ListApp([Row(1), Row(2, lead=text)])
    async with app.run_test() as pilot:
        await pilot.click(LineList, offset=(4, 2), times=2)
        assert text in app.shown[2]
        assert app.chosen == [2]
        assert app.is_running


@pytest.mark.parametrize(
    "text",
    [
        "日本語",
        "日本語株式会社の見積書を送る先の名前",
        "Re\u0301my",
        "a\tb\nc\r\nd",
        "\x1b[31m\u202ex",
    ],
)
async def test_any_text_keeps_the_columns_aligned(text: str) -> None:
    app = ListApp([Row(1), Row(2, lead=text, title=text)])
    async with app.run_test(size=(70, 10)):
        plain, other = app.shown[1], app.shown[2]
        assert cell_len(other) == cell_len(plain) == 70
        before = plain.index("1 €")
        assert cell_len(other[: other.index("2 €")]) == before
        assert other.isprintable()


@pytest.mark.parametrize(
    ("width", "labels"),
    [
        (80, ["Lead", "Quote", "Amount", "Days"]),
        (47, ["Lead", "Quote", "Amount"]),
        (30, ["Lead", "Amount"]),
        (13, ["Lead", "Amo…"]),
    ],
)
async def test_columns_are_left_out_where_there_is_no_room(width: int, labels: list[str]) -> None:
    app = ListApp(rows(1))
    async with app.run_test(size=(width, 10)):
        assert app.shown[0].split() == labels
        assert all(cell_len(line) == width for line in app.shown)


async def test_left_over_width_is_shared_out_by_flex() -> None:
    columns = [
        Column("lead", "A", 5, flex=1),
        Column("title", "B", 5, flex=3),
        Column("days", "C", 5),
    ]
    app = ListApp(rows(1), columns=columns)
    async with app.run_test(size=(3 + 15 + 4 + 40, 10)):
        header = app.shown[0]
        assert [header.index(label) for label in "ABC"] == [2, 2 + 15 + 2, 2 + 15 + 2 + 35 + 2]


async def test_a_long_cell_is_cut_and_says_so() -> None:
    app = ListApp([Row(1, lead="x" * 40)], ellipsis="~")
    async with app.run_test(size=(30, 10)):
        assert "xx~ " in app.shown[1]


async def test_the_columns_can_be_replaced() -> None:
    app = ListApp(rows(1))
    async with app.run_test() as pilot:
        app.lines.show_other([Column("days", "Days left", 10)], app.lines.rows)
        await pilot.pause()
        assert app.shown[0].split() == ["Days", "left"]
        assert app.shown[1].split() == ["▸", "in", "3", "d"]


@pytest.mark.parametrize(("descending", "label"), [(False, "Amount ^"), (True, "Amount v")])
async def test_the_sorted_column_has_an_arrow(descending: bool, label: str) -> None:
    app = ListApp(rows(1), arrows=("^", "v"), pointer=">")
    async with app.run_test() as pilot:
        app.lines.sorted_by = ("amount", descending)
        await pilot.pause()
        assert label in app.shown[0]
        assert app.shown[1].startswith("> ")


async def test_a_click_moves_and_a_second_one_chooses() -> None:
    app = ListApp(rows(1, 2, 3))
    async with app.run_test() as pilot:
        await pilot.click(LineList, offset=(5, 3))
        assert (app.moves, app.chosen) == ([1, 3], [])
        await pilot.click(LineList, offset=(9, 3))
        assert app.chosen == [3]


async def test_a_double_click_chooses_once() -> None:
    app = ListApp(rows(1, 2, 3))
    async with app.run_test() as pilot:
        await pilot.click(LineList, offset=(5, 1), times=2)
        await pilot.click(LineList, offset=(5, 2), times=2)
        assert app.chosen == [1, 2]


async def test_a_click_below_the_rows_does_nothing() -> None:
    app = ListApp(rows(1))
    async with app.run_test() as pilot:
        await pilot.click(LineList, offset=(5, 8))
        assert (app.moves, app.chosen) == ([1], [])


@pytest.mark.parametrize(("label", "column"), [("Lead", "lead"), ("Amount", "amount")])
async def test_a_click_on_the_header_asks_to_sort(label: str, column: str) -> None:
    app = ListApp(rows(1))
    async with app.run_test() as pilot:
        await pilot.click(LineList, offset=(app.shown[0].index(label), 0))
        requests = [one for one in app.said if isinstance(one, LineList.SortRequested)]
        assert [one.column for one in requests] == [column]


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = ListApp(rows(*range(100)))
    async with app.run_test() as pilot:
        await pilot._post_mouse_events([MouseScrollDown], LineList, offset=(5, 5))
        assert app.lines.scroll_offset.y > 0
        assert app.lines.cursor_row == 0


@pytest.mark.parametrize(("count", "scrollbar"), [(5, False), (100, True)])
async def test_there_is_a_scrollbar_only_where_there_is_more(count: int, scrollbar: bool) -> None:
    app = ListApp(rows(*range(count)))
    async with app.run_test(size=(30, 10)):
        assert app.lines.show_vertical_scrollbar is scrollbar
        assert not app.lines.show_horizontal_scrollbar
        assert app.lines.scrollable_content_region.width == 30 - scrollbar


async def test_an_empty_list_says_what_to_do_in_all_its_words() -> None:
    app = ListApp()
    async with app.run_test(size=(24, 12)) as pilot:
        app.lines.empty = Text("Nothing to chase.\nPress n to add a [quote] here.")
        await pilot.press("down", "enter")
        said = " ".join(" ".join(app.shown[1:]).split())
        assert said == "Nothing to chase. Press n to add a [quote] here."
        assert app.said == []


async def test_the_pointer_is_seen_without_the_focus() -> None:
    app = ListApp(rows(1, 2))
    async with app.run_test() as pilot:
        focused = app.lines.render_line(1)
        await pilot.press("tab")
        assert isinstance(app.focused, Input)
        assert app.lines.render_line(1).text == focused.text
        assert app.lines.render_line(1) != focused
