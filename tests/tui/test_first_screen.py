"""The first screen is made of the index; the whole file is read behind it, and then wins."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from textual.widgets import Input
from textual.worker import WorkerFailed

from store.errors import FileTrouble
from store.file.index import Index
from store.file.port import Disk, Version
from store.file.repository import Repository
from store.records.quote import Outcome
from store.records.settings import Settings
from store.records.words import Status
from store.rules.rulebook import Rulebook
from tests.builders import a_contact, a_draft, a_lead, a_quote, a_reply, circumstances
from tests.faults.files import until
from tests.faults.test_row_16_markup import look_at
from tests.tui.apps import LOOK_AGAIN, TODAY, Put, SettableClock
from tui.app import RelanceApp
from tui.screens.form import FormScreen
from tui.screens.main import MainScreen
from tui.screens.trouble import TroubleScreen
from tui.session import Session
from tui.widgets.summary_line import SummaryLine

SENT = date(2026, 3, 18)


class SlowDisk(Disk):
    """Reads the data file once it may."""

    def __init__(self) -> None:
        self.may = Event()

    def read(self, path: Path) -> tuple[bytes, Version]:
        self.may.wait(20)
        return super().read(path)


@pytest.fixture
def disk() -> Iterator[SlowDisk]:
    """A disk that reads no data file before a test lets it; nothing waits for it at the end."""
    slow = SlowDisk()
    yield slow
    slow.may.set()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of which there is an index: three quotes for today, one for later, one that is won."""
    path = tmp_path / "tracker.json"
    repository = opened(path)
    won = {"status": Status.WON, "outcome": Outcome(on=date(2026, 3, 9))}
    lead = a_lead(id=2, name="Cabinet Rey", recontact_on=TODAY)
    records = (
        a_quote(id=11, ref="A", title="small", amount="300", sent_on=SENT, urgent=True),
        a_quote(id=12, ref="B", title="large", amount="5000", sent_on=SENT),
        a_quote(id=13, ref="C", title="later", sent_on=TODAY),
        a_draft(id=14, ref="D", title="draft", send_by=TODAY),
        a_quote(id=15, ref="E", title="won", **won),
        a_contact(date(2026, 3, 5), quote_id=15, note="a note"),
        a_reply(SENT, quote_id=15),
    )
    repository.commit(Put(a_lead(), lead, *records), circumstances(TODAY))
    repository.index_latest(TODAY)
    return path


def opened(path: Path, disk: Disk | None = None) -> Repository:
    return Repository(path, "test", disk, index=Index(lambda: path.parent / "cache", path))


def an_app(path: Path, disk: Disk | None = None, today: date = TODAY) -> RelanceApp:
    repository, rulebook = opened(path, disk), Rulebook.of(Settings())
    session = Session(repository, rulebook, SettableClock(today), "en", ascii_signs=False)
    return RelanceApp(session, look_again_every=LOOK_AGAIN)


def rows(app: RelanceApp) -> list[str]:
    """What the list says, without the signs of advice, which come later."""
    main = the_main_screen(app)
    look = replace(main.look, advises=False)
    return [
        " ".join(text.plain for text in main.browser.view.cells(row, look).values())
        for row in main.browser.lines.rows
    ]


def the_main_screen(app: RelanceApp) -> MainScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, MainScreen))


async def test_it_is_the_same_as_when_everything_is_read(path: Path, disk: SlowDisk) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        assert not app.desk.is_whole
        early, summary = rows(app), look_at(app).lines[0]
        assert len(early) == 4
        disk.may.set()
        await until(pilot, lambda: app.desk.is_whole)
        await pilot.pause()
        assert (rows(app), look_at(app).lines[0]) == (early, summary)


async def test_the_cursor_moves_at_once_and_stays_on_its_row(path: Path, disk: SlowDisk) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("down", "j", "k", "end", "up")
        assert not app.desk.is_whole
        main = the_main_screen(app)
        key, row = main.browser.lines.current_key, main.browser.lines.cursor_row
        assert row == 2
        disk.may.set()
        await until(pilot, lambda: app.desk.is_whole)
        await pilot.pause()
        assert main.browser.lines.current_key == key


async def test_an_order_waits_for_the_whole_and_is_carried_out_then(
    path: Path, disk: SlowDisk
) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("down", "f")
        assert isinstance(app.screen, MainScreen)
        disk.may.set()
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert app.desk.is_whole


async def test_keys_that_wait_keep_their_order(path: Path, disk: SlowDisk) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5", "1", "2", "end")
        main = the_main_screen(app)
        assert (main.browser.view.name, main.browser.lines.cursor_row) == ("today", 0)
        disk.may.set()
        await until(pilot, lambda: main.browser.lines.cursor_row > 0)
        assert (main.browser.view.name, main.browser.lines.cursor_row) == ("quotes", 3)


@pytest.mark.parametrize(("order", "text"), [("n", "u1tra"), ("slash", "abcdefgh")])
async def test_what_is_typed_after_an_order_that_waits_goes_where_it_was_meant_to(
    path: Path, disk: SlowDisk, order: str, text: str
) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(order, *text)
        disk.may.set()
        await until(pilot, lambda: isinstance(app.focused, Input) and app.focused.value == text)
        assert len(app.desk.board.snapshot.quotes) == 5


async def test_who_wants_to_leave_does_not_wait(path: Path, disk: SlowDisk) -> None:
    app = an_app(path, disk)
    async with app.run_test() as pilot:
        await pilot.press("f", "q")
        await until(pilot, lambda: app._exit)
        assert not app.desk.is_whole
    await app.desk.finish()


async def test_after_a_while_it_is_said_that_the_file_is_being_read(
    path: Path, disk: SlowDisk
) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.screen.query_one(SummaryLine).is_reading)
        await pilot.pause()
        assert "reading…" in look_at(app).lines[0]
        disk.may.set()
        await until(pilot, lambda: app.desk.is_whole)
        await pilot.pause()
        assert "reading…" not in look_at(app).lines[0]


async def test_what_another_program_wrote_meanwhile_wins(path: Path, disk: SlowDisk) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        late = a_quote(id=16, ref="F", title="new", amount="9000", sent_on=SENT)
        Repository(path, "there").commit(Put(late), circumstances(TODAY))
        disk.may.set()
        await until(pilot, lambda: app.desk.is_whole)
        await pilot.pause()
        assert "new" in rows(app)[0] + rows(app)[1]


async def test_damage_that_came_meanwhile_is_asked_about(path: Path, disk: SlowDisk) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        path.write_bytes(path.read_bytes()[:-20])
        disk.may.set()
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))


async def test_keys_that_were_meant_for_the_list_answer_no_question(
    path: Path, disk: SlowDisk
) -> None:
    app = an_app(path, disk)
    async with app.run_test(size=(120, 36)) as pilot:
        damaged = path.read_bytes()[:-20]
        path.write_bytes(damaged)
        await pilot.press("f", *["m", "enter"] * 30)
        disk.may.set()
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        await pilot.pause(0.05)
        assert isinstance(app.screen, TroubleScreen)
        assert path.read_bytes() == damaged


async def test_where_nobody_can_be_asked_the_app_ends_with_the_trouble(
    path: Path, disk: SlowDisk
) -> None:
    app = an_app(path, disk)

    async def meanwhile() -> None:
        async with app.run_test() as pilot:
            path.unlink()
            path.mkdir()
            disk.may.set()
            await until(pilot, lambda: app._exception is not None)

    with pytest.raises(WorkerFailed) as failed:
        await meanwhile()
    assert isinstance(failed.value.error, FileTrouble)


async def test_a_day_of_which_the_index_knows_too_little_is_shown_of_the_whole(path: Path) -> None:
    app = an_app(path, today=date(2026, 3, 8))
    async with app.run_test():
        assert app.desk.is_whole
        assert Status.SENT in {each.quote.status for each in app.desk.board.open_quotes()}


async def test_what_was_saved_is_in_the_index_soon(path: Path) -> None:
    app = an_app(path)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.desk.is_whole)
        new = a_quote(id=16, ref="F", title="new", sent_on=SENT)
        await app.desk.commit(Put(new))
        await until(pilot, lambda: not app.desk.session.repository.is_index_behind())
    excerpt = opened(path).excerpt(TODAY)
    assert excerpt is not None
    assert 16 in excerpt.quotes


async def test_what_was_saved_last_is_in_the_index_when_the_app_was_left(path: Path) -> None:
    app = an_app(path)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.desk.is_whole)
        await app.desk.commit(Put(a_quote(id=16, ref="F", title="new", sent_on=SENT)))
    await app.desk.finish()
    excerpt = opened(path).excerpt(TODAY + timedelta(days=1))
    assert excerpt is not None
    assert 16 in excerpt.quotes
