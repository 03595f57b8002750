"""The app on a file of its own, for tests through Pilot."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from store.changes.command import Circumstances
from store.file.repository import Repository
from store.records.day import Moment
from store.records.edit import Edit, Record
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing
from tests.builders import a_lead
from tui.app import RelanceApp
from tui.session import Clock, Session

TODAY = date(2026, 3, 20)

LOOK_AGAIN = 0.05
"""How often the app looks at the file and the day here, in seconds."""


class Put:
    """A command that puts records as they are."""

    def __init__(self, *records: Record) -> None:
        self._records = records

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts them."""
        return Edit("imported", "test", puts=self._records)


class SettableClock(Clock):
    """A clock that a test moves."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day

    def moment(self) -> Moment:
        """The day that was set."""
        return Moment(self.day)


def an_app(
    folder: Path, *records: Record, today: date = TODAY, ascii_signs: bool = False
) -> RelanceApp:
    """The app on a file with the records, which belong to Atelier Lumen unless they say so."""
    repository = Repository(folder / "tracker.json", "test")
    rulebook = Rulebook.of(Settings())
    if records:
        repository.commit(Put(a_lead(), *records), Circumstances(today, rulebook))
    session = Session(
        repository=repository,
        rulebook=rulebook,
        clock=SettableClock(today),
        language="en",
        ascii_signs=ascii_signs,
    )
    return RelanceApp(session, look_again_every=LOOK_AGAIN)


async def settled(pilot: Pilot[Any]) -> None:
    """Waits until every order is carried out and shown; what a newer one replaced needs no end."""
    while workers := [each for each in pilot.app.workers if each.name != "ask_until"]:
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete(workers)
            break
        await pilot.pause()
    await pilot.pause()


def standing_of(app: RelanceApp, ref: str) -> Standing:
    """Where the quote stands on the app's board."""
    board = app.desk.board
    return board.of_quote(board.snapshot.quote_with_ref(ref))
