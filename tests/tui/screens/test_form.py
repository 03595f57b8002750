"""What a form does while it is filled in, saved, refused and left."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pytest
from rich.text import Text
from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from tui.screens.form import Field, FormLabels, FormScreen
from tui.signs import GEOMETRIC
from tui.widgets.chooser import Chooser
from tui.widgets.field_line import FieldLine

LABELS = FormLabels(save="record", cancel="leave", required="this is needed")
NOT_YET: dict[str, str] = {"not": "yet"}


def amount(typed: str) -> str:
    """A check: whole numbers only, read back with a currency."""
    if not typed.isdigit():
        raise ValueError(f"“{typed}” is not an amount")
    return f"{typed} euros"


LEAD = Field("lead", "Lead", required=True, options=("Atelier Lumen", "Éditions du Lac"))
AMOUNT = Field("amount", "Amount", check=amount, hint="4 800")
CHANNEL = Field("channel", "Channel", choices=(("email", "Email"), ("phone", "Phone")))
NOTE = Field("note", "Note")
FIELDS = (LEAD, AMOUNT, CHANNEL, NOTE)


class FormApp(App[None]):
    """A screen with a form over it, and what the form returned."""

    def __init__(self, fields: Sequence[Field] = FIELDS, **options: Any) -> None:
        super().__init__()
        self.form = FormScreen("New quote", fields, labels=LABELS, **options)
        self.returned: dict[str, str] | None = NOT_YET

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"frame": GEOMETRIC.frame}

    def compose(self) -> ComposeResult:
        yield Label("beneath")

    def on_mount(self) -> None:
        self.push_screen(self.form, self.keep)

    def keep(self, returned: dict[str, str] | None) -> None:
        self.returned = returned

    def line(self, name: str) -> FieldLine:
        return next(one for one in self.form.query(FieldLine) if one.field.name == name)

    def said(self, name: str) -> str:
        return shown(self.line(name).query_one(".field-line--said", Static))

    @property
    def in_focus(self) -> str:
        """Name of the field that has the keyboard."""
        return next(one.field.name for one in self.form.query(FieldLine) if one.has_focus_within)


def shown(widget: Widget) -> str:
    """The text of a widget as it is painted."""
    painted = (widget.render_line(y).text for y in range(widget.size.height))
    return " ".join(" ".join(painted).split())


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text."""
    await pilot.press(*("space" if sign == " " else sign for sign in text))


async def burst(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Press keys without waiting for what each of them does."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    await pilot.pause()


async def test_enter_returns_what_was_typed_and_chosen() -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        await write(pilot, "Lumen")
        await pilot.press("down")
        await write(pilot, "4800")
        await pilot.press("down", "right", "enter")
        assert app.returned == {"lead": "Lumen", "amount": "4800", "channel": "phone", "note": ""}


async def test_escape_returns_nothing() -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        await write(pilot, "Lumen")
        await pilot.press("escape")
        assert app.returned is None


async def test_a_second_enter_leaves_the_screen_beneath_alone() -> None:
    app = FormApp((NOTE,))
    async with app.run_test() as pilot:
        await burst(pilot, ["x", "enter", "enter", "escape"])
        assert app.returned == {"note": "x"}
        assert shown(app.screen.query_one(Label)) == "beneath"


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (["down"], "amount"),
        (["down", "down", "down"], "note"),
        (["down", "down", "up"], "amount"),
        (["tab", "tab", "tab"], "note"),
        (["tab", "tab", "shift+tab"], "amount"),
        (["up"], "note"),
    ],
)
async def test_arrows_and_tab_go_from_field_to_field(keys: list[str], name: str) -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.in_focus == name


async def test_keys_that_come_all_at_once_go_where_they_are_meant() -> None:
    app = FormApp()
    async with app.run_test() as pilot:
        keys = [*"Lumen", "backspace", "tab", *"48", "down", "right", "tab", *"ok", "enter"]
        await burst(pilot, keys)
        assert app.returned == {"lead": "Lume", "amount": "48", "channel": "phone", "note": "ok"}


async def test_what_was_understood_is_shown_while_typing() -> None:
    app = FormApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("down")
        await write(pilot, "48")
        assert app.said("amount") == "48 euros"
        await write(pilot, "x")
        assert app.said("amount") == "✗ “48x” is not an amount"
        await pilot.press("backspace")
        assert app.said("amount") == "48 euros"


async def test_a_form_does_not_complain_before_anything_is_typed() -> None:
    app = FormApp()
    async with app.run_test(size=(120, 30)):
        assert [app.said(field.name) for field in FIELDS] == [""] * 4


async def test_a_check_is_not_asked_about_an_empty_field() -> None:
    app = FormApp((AMOUNT,))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("4", "backspace")
        assert app.said("amount") == ""
        await pilot.press("enter")
        assert app.returned == {"amount": ""}


async def test_enter_goes_to_the_first_wrong_field_and_says_why() -> None:
    app = FormApp((NOTE, AMOUNT, LEAD), typed={"amount": "much"})
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        assert (app.in_focus, app.returned) == ("amount", NOT_YET)
        assert app.said("amount") == "✗ “much” is not an amount"
        assert app.said("lead") == "✗ this is needed"


async def test_a_form_shown_again_has_what_was_typed_and_what_went_wrong() -> None:
    fields = (LEAD, Field("note", "Note", initial="as before"), CHANNEL)
    typed = {"lead": "Lumen", "channel": "phone"}
    app = FormApp(fields, typed=typed, error="the disk is full", focus="note")
    async with app.run_test() as pilot:
        assert shown(app.form.query_one("#form-error")) == "✗ the disk is full"
        assert app.in_focus == "note"
        await pilot.press("enter")
        assert app.returned == {"lead": "Lumen", "note": "as before", "channel": "phone"}


async def test_a_text_of_several_lines_is_returned_as_it_was_unless_it_is_edited() -> None:
    text = "first\nsecond\tthird"
    app = FormApp((NOTE, Field("other", "Other")), typed={"note": text, "other": text})
    async with app.run_test() as pilot:
        await pilot.press("down", "end")
        await write(pilot, "!")
        await pilot.press("enter")
        assert app.returned == {"note": text, "other": "first second third!"}


@pytest.mark.parametrize("typed", ["editions", "ÉDIT", "é"])
async def test_known_values_complete_whatever_case_and_accents(typed: str) -> None:
    app = FormApp((LEAD,))
    async with app.run_test() as pilot:
        app.form.query_one(Input).value = typed
        await pilot.pause()
        await pilot.press("end", "right", "enter")
        assert app.returned == {"lead": "Éditions du Lac"}


@pytest.mark.parametrize(
    ("keys", "channel"),
    [
        ([], "email"),
        (["right"], "phone"),
        (["space"], "phone"),
        (["left"], "phone"),
        (["right", "right"], "email"),
        (["x", "backspace"], "email"),
    ],
)
async def test_a_chooser_goes_round_its_choices(keys: list[str], channel: str) -> None:
    app = FormApp((CHANNEL,))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        label = dict(CHANNEL.choices)[channel]
        assert shown(app.form.query_one(Chooser)) == f"‹ {label} ›"
        await pilot.press("enter")
        assert app.returned == {"channel": channel}


async def test_a_click_chooses_the_next_one() -> None:
    app = FormApp((CHANNEL,))
    async with app.run_test() as pilot:
        await pilot.click(Chooser)
        assert app.form.values == {"channel": "phone"}


async def test_a_value_that_is_no_longer_a_choice_is_kept() -> None:
    app = FormApp((CHANNEL,), typed={"channel": "pigeon"})
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.returned == {"channel": "pigeon"}


async def test_notes_follow_what_is_typed() -> None:
    def revise(values: Mapping[str, str]) -> Sequence[Text]:
        return [Text(f"[b]{values['lead']} again")] if values["lead"] else []

    app = FormApp((LEAD, CHANNEL), revise=revise)
    async with app.run_test() as pilot:
        notes = app.form.query_one("#form-notes")
        assert not notes.display
        await write(pilot, "Rey")
        assert shown(notes) == "[b]Rey again"
        await pilot.press("backspace", "backspace", "backspace")
        assert not notes.display


async def test_the_keys_can_be_clicked() -> None:
    app = FormApp((NOTE,))
    async with app.run_test() as pilot:
        assert shown(app.form.query_one("#form-keys")) == "Enter record Esc leave"
        await pilot.click("#form-keys", offset=(2, 0))
        assert app.returned == {"note": ""}


@pytest.mark.parametrize("text", ["[red]", "[/]", "[@click=app.quit]quit[/]"])
async def test_markup_in_data_is_shown_as_it_is_and_never_run(text: str) -> None:
    field = Field("one", f"L{text}", initial=text, check=lambda typed: f"read {typed}", hint=text)
    choice = Field("two", "Two", choices=(("a", f"A{text}"),))
    app = FormApp((field, choice), error=f"E{text}", notes=[Text(f"N{text}")])
    async with app.run_test(size=(120, 30)) as pilot:
        assert app.said("one") == f"read {text}"
        for selector in (".field-line--label", ".field-line--said", "#form-error", "#form-notes"):
            widget = app.form.query(selector).first()
            assert text in shown(widget)
            await pilot.click(widget, offset=(widget.size.width // 4, widget.size.height - 1))
        assert shown(app.form.query_one(Chooser)) == f"‹ A{text} ›"
        assert app.is_running


@pytest.mark.parametrize(("width", "below"), [(120, 0), (80, 1), (60, 1)])
async def test_what_was_understood_stands_below_where_there_is_no_room_beside(
    width: int, below: int
) -> None:
    app = FormApp((AMOUNT,), typed={"amount": "48"})
    async with app.run_test(size=(width, 20)):
        said = app.line("amount").query_one(".field-line--said")
        assert said.region.y - app.form.query_one(Input).region.y == below


async def test_a_long_hint_is_cut_to_the_room_there_is() -> None:
    app = FormApp((Field("note", "Note", hint="who would pay, " * 20),))
    async with app.run_test(size=(60, 20)):
        hint = app.form.query_one(Input).placeholder
        assert hint.endswith("…")
        assert len(hint) < 60


@pytest.mark.parametrize(
    "keys", [[], ["up"], ["down"] * 9, ["up"] * 18, ["enter"], ["up", "enter"]]
)
async def test_eighteen_fields_scroll_between_title_and_keys_that_stay(keys: list[str]) -> None:
    fields = [Field(f"f{n}", f"Field {n}", initial="7", check=amount) for n in range(17)]
    app = FormApp([*fields, LEAD])
    async with app.run_test(size=(60, 20)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()  # until it is scrolled there
        title, foot = app.form.query_one("#form-title"), app.form.query_one("#form-foot")
        line = app.line(app.in_focus)

        def all_in_sight() -> bool:
            below_title = 0 < title.region.y < title.region.bottom <= line.region.y
            return below_title and line.region.bottom <= foot.region.y < foot.region.bottom < 20

        for _ in range(100):  # what is wrong is written below, and the form scrolls after that
            if all_in_sight():
                break
            await pilot.pause(0.01)
        assert all_in_sight()


async def test_a_field_is_asked_for_only_with_the_value_that_it_goes_with() -> None:
    number = Field("number", "Number", only_with=("channel", "phone"))
    app = FormApp((CHANNEL, number, NOTE))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not app.line("number").display
        await pilot.press("right", "tab")
        assert app.line("number").display
        assert app.in_focus == "number"
        await pilot.press("up", "right", "down")
        assert app.in_focus == "note"
