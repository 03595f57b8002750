"""`--ascii`: every sign and every frame is ASCII, on every screen."""

from pathlib import Path

import pytest

from tests.builders import a_quote
from tests.tui.apps import an_app

ACCENTS_AND_MONEY = "Ééèàç€\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"

SCREENS = (
    ("2",),
    ("3", "enter"),
    ("4",),
    ("6",),
    ("2", "enter"),
    ("2", "f"),
    ("2", "d"),
    ("2", "m"),
    ("2", "e"),
    ("2", "t"),
    ("2", "delete"),
    ("n",),
    ("B",),
    ("I",),
    ("E",),
    ("question_mark",),
)


@pytest.mark.parametrize("keys", SCREENS, ids="-".join)
async def test_no_sign_on_the_screen_is_beyond_ascii(tmp_path: Path, keys: tuple[str, ...]) -> None:
    app = an_app(tmp_path, a_quote(), ascii_signs=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        text = "".join(strip.text for strip in app.screen._compositor.render_strips())
    assert "a" in text
    assert {sign for sign in text if not sign.isascii()} - set(ACCENTS_AND_MONEY) == set()
