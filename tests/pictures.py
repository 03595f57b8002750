"""Draws the pictures of `screenshots/` from the demo data on a fixed day: `make screenshots`."""

import asyncio
import re
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from textual.pilot import Pilot

from store.records.day import Moment
from store.records.settings import Settings
from store.rules.rulebook import Rulebook
from tui.app import RelanceApp
from tui.demo import demo_repository
from tui.session import Clock, Session
from tui.widgets.tabs import STATISTICS

FOLDER = Path(__file__).parent.parent / "screenshots"
DAY = date(2026, 3, 20)


class Picture(NamedTuple):
    """The keys that lead to a picture, and the size of the terminal."""

    keys: tuple[str, ...]
    columns: int = 120
    rows: int = 36


PICTURES: Mapping[str, Picture] = {
    "today-120x36": Picture(()),
    "today-80x24": Picture((), 80, 24),
    "detail-120x36": Picture(("enter",)),
    "follow-up-120x36": Picture(("f",)),
    "past-limit-120x36": Picture(("2", "slash", *"rey", "enter")),
    "triage-120x36": Picture(("2", "slash", *"urgent", "enter", "t")),
    "triage-80x24": Picture(("2", "t", "pagedown"), 80, 24),
    "refusal-120x36": Picture(("2", "d", "j", "j")),
    "lead-120x36": Picture(("3", "enter")),
    "message-120x36": Picture(("2", "m")),
    "statistics-120x36": Picture(("6",)),
    "help-120x36": Picture(("question_mark",)),
}


async def drawn(picture: Picture, folder: Path) -> str:
    """The picture as SVG, without the fonts that a browser would fetch from elsewhere."""
    session = Session(
        repository=demo_repository(folder, DAY),
        rulebook=Rulebook.of(Settings()),
        clock=Clock(Moment(DAY)),
        language="en",
        ascii_signs=False,
        demo=True,
    )
    app = RelanceApp(session)
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        for key in picture.keys:
            await pilot.press(key)
        looking_back = [each for each in app.workers if each.group == STATISTICS]
        if looking_back:  # none would stand for all, and a form waits for ever
            await app.workers.wait_for_complete(looking_back)
        svg = await _at_rest(pilot)
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


async def _at_rest(pilot: Pilot[Any]) -> str:
    """The picture once it does not change any more: a busy machine lays out late."""
    before, svg = "", pilot.app.export_screenshot(title="relance")
    while svg != before:
        await pilot.pause(0.1)
        before, svg = svg, pilot.app.export_screenshot(title="relance")
    return svg


def main() -> None:
    """Writes every picture."""
    for name, picture in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            svg = asyncio.run(drawn(picture, Path(folder)))
        FOLDER.joinpath(f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
