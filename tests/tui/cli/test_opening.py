"""Opening the app, and the demo; the app itself is replaced, since it wants a terminal."""

import sys
from datetime import date, time
from pathlib import Path
from types import ModuleType

import pytest

from store.records.day import Moment
from store.records.settings import Settings
from store.rules.groups import Group
from store.rules.rulebook import Rulebook
from store.rules.views import View
from tests.tui.cli.command_line import CommandLine
from tui.demo import demo_repository
from tui.session import Clock, Session


@pytest.fixture
def sessions(monkeypatch: pytest.MonkeyPatch) -> list[Session]:
    """The sessions with which the app was opened."""
    sessions: list[Session] = []
    app = ModuleType("tui.app")
    app.run_app = sessions.append  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tui.app", app)
    monkeypatch.setattr("tui.cli.screen.check_terminal", lambda: None)
    return sessions


def test_without_a_command_the_app_opens(quoted: CommandLine, sessions: list[Session]) -> None:
    assert quoted("--ascii", on="2026-03-04 10:00").code == 0
    (session,) = sessions
    assert session.repository.path == quoted.file
    assert (session.clock.today(), session.clock.now()) == (date(2026, 3, 4), time(10))
    assert (session.ascii_signs, session.demo, session.language) == (True, False, "en")


def test_without_a_terminal_the_app_does_not_open(cli: CommandLine) -> None:
    for arguments in ((), ("demo",)):
        answer = cli(*arguments)
        assert (answer.code, answer.out) == (2, "")
        assert "relance today" in answer.err


def test_the_demo_is_a_throw_away_copy(quoted: CommandLine, sessions: list[Session]) -> None:
    before = quoted.file.read_bytes()
    assert quoted("demo").code == 0
    (session,) = sessions
    assert session.demo
    assert session.repository.path != quoted.file
    assert not session.repository.path.parent.exists()
    assert quoted.file.read_bytes() == before


def demo_session(folder: Path, day: date) -> Session:
    rulebook = Rulebook.of(Settings())
    return Session(demo_repository(folder, day), rulebook, Clock(Moment(day)), "en", False)


@pytest.mark.parametrize(
    "day", [date(2026, 3, 20), date(2026, 5, 25), date(2027, 1, 1), date(2028, 2, 29)]
)
def test_the_demo_has_work_in_every_group_on_any_day(tmp_path: Path, day: date) -> None:
    session = demo_session(tmp_path, day)
    board = session.board()
    quotes = board.quotes()
    groups = [each.group for each in quotes]
    counts = {group: groups.count(group) for group in (*Group, None)}
    assert counts == {
        Group.OWED: 1,
        Group.FOLLOW_UP: 4,
        Group.TO_SEND: 2,
        Group.DECIDE: 2,
        Group.EXPIRING: 1,
        Group.LATER: 4,
        None: 13,
    }
    limits = sorted(str(each.limit_state) for each in board.quotes(View.LIMIT))
    assert limits == ["exceeded", "reached"]
    assert sum(each.quote.snoozed_until is not None for each in quotes) == 1
    assert len(board.snapshot.leads) == 13
    assert 45 <= len(board.snapshot.follow_ups) <= 55


def test_the_demo_can_be_undone_step_by_step(tmp_path: Path) -> None:
    day = date(2026, 3, 20)
    session = demo_session(tmp_path, day)
    change = session.repository.undo(session.circumstances())
    assert change.on < day
    assert len(session.board().quotes()) == 26


def test_the_clock_stands_still_where_a_day_was_given() -> None:
    clock = Clock(Moment(date(2026, 3, 4)))
    assert (clock.today(), clock.now()) == (date(2026, 3, 4), None)


def test_the_real_clock_knows_the_minute() -> None:
    before, moment, after = Clock().today(), Clock().moment(), Clock().today()
    assert before <= moment.day <= after
    assert moment.at is not None
    assert (moment.at.second, moment.at.microsecond) == (0, 0)
