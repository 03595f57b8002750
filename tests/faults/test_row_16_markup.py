"""Rows 15 and 16 inside the app: what data says is shown literally, and nothing of it runs."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.file.codec import write_record
from tests.faults.poison import ALL, MARKUP, OBEYED, PILED, records
from tests.tui.apps import an_app
from tui.app import RelanceApp

WALK: tuple[tuple[str, ...], ...] = (
    *((view,) for view in "12345"),
    ("1", "enter"),
    ("2", "slash", *"pwn"),
    ("2", "slash", *"[/red]"),
    *(("2", key) for key in ("f", "r", "w", "l", "s", "e", "i", "n", "M", "E", "I", "delete")),
    ("2", "g", "p"),
    ("2", "G", "p"),
    ("3", "e"),
    ("3", "M", *"[red]x", "enter"),
    ("3", "delete"),
    ("4", "e"),
    ("4", "delete"),
    ("5", "e"),
    ("5", "o"),
    ("2", "f", "enter"),
    ("u",),
    ("U",),
    ("2", "y"),
    ("2", "e", "ctrl+u", "tab", "ctrl+u", "enter"),
    ("2", "enter", "e"),
    ("2", "enter", "delete"),
    ("ctrl+p", *"quo"),
    ("question_mark",),
    ("n", *"[@c", "tab", *"PW"),
    ("E", "tab", "tab", *"[@click=app.quit]x", "enter"),
)
"""Keys that lead to every view, dialog, form, question and message."""


def actions(app: RelanceApp) -> Iterator[str]:
    """What a click would run, anywhere on the screen and on the messages over it."""
    for strip in app.screen._compositor.render_strips(app.size):
        for segment in strip:
            style = segment.style
            if style is not None and ("@click" in style.meta or style.link):
                yield str(style.meta.get("@click", style.link))


def texts(app: RelanceApp) -> Iterator[str]:
    """The lines of the screen."""
    for strip in app.screen._compositor.render_strips(app.size):
        yield strip.text


async def back(pilot: Pilot[Any]) -> None:
    """Escape from wherever it is."""
    for _ in range(4):
        if len(pilot.app.screen_stack) > 1:
            await pilot.press("escape")
            await pilot.pause()
    await pilot.press("escape")


TEXTS: Mapping[str, str] = {"everything": ALL, "action": MARKUP["action"]}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_nothing_in_data_runs_or_crashes_anywhere(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the walk exports into the current folder
    app = an_app(tmp_path, *records(text))
    async with app.run_test(size=(150, 45), notifications=True) as pilot:
        seen = ""
        for keys in WALK:
            await pilot.press(*keys)
            await pilot.pause()
            lines = [*texts(app)]
            seen += "".join(lines)
            assert not [line for line in lines if OBEYED.search(line) or PILED.search(line)], keys
            odd = {action for action in actions(app) if not action.startswith("screen.")}
            assert not odd, keys
            await back(pilot)
        assert app.is_running
        if text in MARKUP.values():
            assert text in seen
        else:
            assert "\N{REPLACEMENT CHARACTER}" in seen


async def test_what_is_stored_stays_as_it_is(tmp_path: Path) -> None:
    kept = records(ALL)
    app = an_app(tmp_path, *kept)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        for key in ("e", "i", "f"):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            await back(pilot)
        snapshot = app.desk.session.repository.snapshot()
    for record in kept:
        tables = (snapshot.leads, snapshot.quotes, snapshot.follow_ups)
        stored = next(table[record.id] for table in tables if record.id in table)
        ours = {name: getattr(record, name) for name in record.__struct_fields__}
        theirs = {name: getattr(stored, name) for name in record.__struct_fields__}
        assert ours | {"changed": 0, "seq": 0} == theirs | {"changed": 0, "seq": 0}
    assert write_record(kept[0], None)


@pytest.mark.parametrize("ref", ["D1\n", "\x1b[31mD1", "D1\u202e", "D1\x00", "rm -rf ~\r"])
async def test_a_ref_that_a_shell_would_obey_is_not_copied(tmp_path: Path, ref: str) -> None:
    app = an_app(tmp_path, *records("Plain", ref=ref))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        app.screen.query_one("Browser").lines.go_to(10)  # type: ignore[attr-defined]
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard == ""


async def test_a_plain_ref_is_copied(tmp_path: Path) -> None:
    app = an_app(tmp_path, *records("Plain", ref="Œ-1[/]"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        app.screen.query_one("Browser").lines.go_to(10)  # type: ignore[attr-defined]
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard == "Œ-1[/]"
