"""The bottom line shows the keys that matter where a person is."""

from pathlib import Path

import pytest

from tests.builders import a_quote
from tests.tui.apps import an_app
from tui.widgets.key_line import KeyLine


@pytest.mark.parametrize(
    ("width", "view", "line"),
    [
        (80, "1", "f follow-up  r reply  w won  l lost  s snooze  n new  e edit  ? help  q quit"),
        (80, "5", "m message  o reopen  n new  e edit  t triage  u undo  / find  ? help  q quit"),
        (80, "6", "n new  u undo  ? help  q quit"),
        (
            150,
            "1",
            "f follow-up  r reply  m message  w won  l lost  d say no  s snooze  n new  e edit  "
            "t triage  u undo  / find  ? help  q quit",
        ),
    ],
)
async def test_the_most_important_keys_are_shown_and_only_those_that_serve(
    tmp_path: Path, width: int, view: str, line: str
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press(view)
        await pilot.pause()
        assert app.screen.query_one(KeyLine).render().plain.rstrip() == line
