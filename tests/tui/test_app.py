"""What the keys of the app do, through Pilot."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from store.changes.contacts import LogContact
from store.records.words import Channel, Kind, Status
from tests.builders import QUOTE_ID, a_contact, a_draft, a_lead, a_quote, a_reply
from tests.faults.test_row_16_markup import look_at
from tests.tui.apps import TODAY, SettableClock, an_app, standing_of
from tui.app import RelanceApp
from tui.screens.confirm import ConfirmScreen
from tui.screens.detail import DetailScreen
from tui.screens.form import FormScreen
from tui.screens.main import MainScreen
from tui.screens.preview import PreviewScreen
from tui.views.quote_views import lead_name
from tui.widgets.browser import Browser
from tui.widgets.detail import Detail
from tui.wording.advice.known import known_advice

Run = Callable[[RelanceApp], Awaitable[Pilot[Any]]]

REF = "D26-001"


def main(app: RelanceApp) -> MainScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, MainScreen))


def browser(app: RelanceApp) -> Browser:
    return main(app).browser


def titles(app: RelanceApp) -> list[str]:
    """The quotes in the list, top to bottom."""
    return [row.quote.title for row in browser(app).lines.rows]


async def until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Lets the app work until the condition holds."""
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("the app never came to it")


async def fill(pilot: Pilot[Any], key: str, *texts: str) -> None:
    """Opens a form, replaces the first fields' texts, and saves."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, FormScreen))
    for number, text in enumerate(texts):
        if number:
            await pilot.press("tab")
        await pilot.press("ctrl+u", *text)
    await pilot.press("enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, FormScreen))


async def test_today_lists_what_to_do_in_the_order_of_the_work(tmp_path: Path) -> None:
    sent = date(2026, 3, 18)
    app = an_app(
        tmp_path,
        a_quote(id=11, ref="A", title="small", amount="300", sent_on=sent, urgent=True),
        a_quote(id=12, ref="B", title="large", amount="5000", sent_on=sent),
        a_quote(id=13, ref="C", title="later", sent_on=TODAY),
        a_draft(id=14, ref="D", title="draft", send_by=TODAY),
    )
    async with app.run_test():
        assert titles(app) == ["large", "small", "draft"]


async def test_f_and_enter_log_the_usual_follow_up(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("2")
        await fill(pilot, "f")
        await until(pilot, lambda: standing_of(app, REF).tally.count == 1)

        (contact,) = standing_of(app, REF).contacts
        assert (contact.kind, contact.on, contact.channel) == (Kind.FOLLOW_UP, TODAY, "email")


async def test_a_reply_sets_the_count_back_and_waits_for_an_answer(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(), a_contact(date(2026, 3, 4)))
    async with app.run_test() as pilot:
        await pilot.press("2")
        await fill(pilot, "r")
        await until(pilot, lambda: bool(standing_of(app, REF).owed))

        assert standing_of(app, REF).tally.count == 0


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("w", Status.WON),
        ("l", Status.LOST),
        ("x", Status.NO_RESPONSE),
    ],
)
async def test_one_key_and_enter_close_and_o_reopens(
    tmp_path: Path, key: str, status: Status
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("2")
        await fill(pilot, key)
        await until(pilot, lambda: standing_of(app, REF).quote.status is status)
        await pilot.press("5", "o")
        await until(pilot, lambda: standing_of(app, REF).quote.status is Status.SENT)


async def test_a_late_yes_asks_and_then_replaces_the_quote_by_a_draft(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(), today=date(2026, 3, 25))
    async with app.run_test() as pilot:
        await pilot.press("2")
        await fill(pilot, "w")
        await until(pilot, lambda: not isinstance(app.screen, MainScreen))
        await pilot.press("y")
        await until(pilot, lambda: len(app.desk.board.snapshot.quotes) == 2)

        assert standing_of(app, REF).quote.status is Status.SUPERSEDED
        assert standing_of(app, "D26-002").quote.status is Status.DRAFT


async def test_a_snoozed_quote_leaves_today_until_its_day(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(sent_on=date(2026, 3, 18)))
    clock = app.desk.session.clock
    assert isinstance(clock, SettableClock)
    async with app.run_test() as pilot:
        await fill(pilot, "s", "+3d")
        await until(pilot, lambda: titles(app) == [])
        clock.day = TODAY + timedelta(days=3)
        await until(pilot, lambda: titles(app) == ["Website redesign"])


async def test_a_draft_is_sent(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_draft(send_by=TODAY))
    async with app.run_test() as pilot:
        await fill(pilot, "p")
        await until(pilot, lambda: standing_of(app, REF).quote.status is Status.SENT)

        assert standing_of(app, REF).valid_until == TODAY + timedelta(days=21)


async def test_a_new_quote_asks_four_things_and_stands_under_the_cursor(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert isinstance(app.screen, FormScreen)
        assert list(app.screen.values) == ["lead", "title", "amount", "deadline"]
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
        await fill(pilot, "n", "atelier lumen", "Leaflet", "650,50", "+10d")
        await until(pilot, lambda: len(app.desk.board.snapshot.quotes) == 2)

        added = browser(app).row.quote
        assert (added.title, str(added.amount)) == ("Leaflet", "650.50")
        assert added.valid_until == TODAY + timedelta(days=10)
        assert len(app.desk.board.snapshot.leads) == 1


async def test_a_form_with_a_bad_value_stays_and_keeps_what_was_typed(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press(*"Rey", "tab", *"Leaflet", "tab", *"1,234", "enter")
        await pilot.pause()

        assert isinstance(app.screen, FormScreen)
        assert app.screen.values["amount"] == "1,234"
        assert len(app.desk.board.snapshot.quotes) == 1


async def test_a_form_whose_saving_fails_comes_back_with_what_was_typed(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    path = app.desk.session.repository.path
    async with app.run_test() as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        first = app.screen
        await pilot.press(*"Rey", "tab", *"Leaflet", "tab", *"650")
        good = path.read_bytes()
        path.write_bytes(b"{ damaged")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FormScreen) and app.screen is not first)

        assert isinstance(app.screen, FormScreen)
        await until(pilot, lambda: app.screen.is_mounted)
        assert app.screen.values == {
            "lead": "Rey",
            "title": "Leaflet",
            "amount": "650",
            "deadline": "",
        }
        assert path.read_bytes() == b"{ damaged"
        path.write_bytes(good)
        await pilot.press("enter")
        await until(pilot, lambda: len(app.desk.board.snapshot.quotes) == 2)


async def test_undo_takes_back_and_redo_does_again(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("2")
        await fill(pilot, "f")
        await until(pilot, lambda: standing_of(app, REF).tally.count == 1)
        await pilot.press("u")
        await until(pilot, lambda: standing_of(app, REF).tally.count == 0)
        await pilot.press("U")
        await until(pilot, lambda: standing_of(app, REF).tally.count == 1)


async def test_find_shows_matches_while_typing_without_regard_to_accents(tmp_path: Path) -> None:
    app = an_app(
        tmp_path,
        a_quote(id=11, ref="A", title="Rapport annuel à l'Œil"),
        a_quote(id=12, ref="B", title="Leaflet"),
    )
    async with app.run_test() as pilot:
        await pilot.press("2", "slash", *"oeil")
        await until(pilot, lambda: titles(app) == ["Rapport annuel à l'Œil"])
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(app)) == 2)


async def test_every_column_sorts_and_the_order_turns_round(tmp_path: Path) -> None:
    app = an_app(
        tmp_path,
        a_quote(id=11, ref="A", title="b", amount="2"),
        a_quote(id=12, ref="B", title="c", amount="1"),
        a_quote(id=13, ref="C", title="a", amount="3"),
    )
    async with app.run_test() as pilot:
        await pilot.press("2")
        for column in browser(app).view.columns():
            browser(app).sort(1)
            order = browser(app).lines.sorted_by
            assert order is not None
            assert order[0] == column.key
            if column.key == "quote":
                assert titles(app) == ["a", "b", "c"]
                await pilot.press("equals_sign")
                assert titles(app) == ["c", "b", "a"]
        await pilot.press("greater_than_sign")
        assert browser(app).lines.sorted_by is None


async def test_an_export_over_a_file_asks_in_the_words_of_the_app(tmp_path: Path) -> None:
    app, there = an_app(tmp_path, a_quote()), tmp_path / "log.csv"
    there.write_text("mine")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("tab", "ctrl+u", *str(there), "enter")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await until(pilot, lambda: "replace it" in "".join(look_at(app).lines))
        assert "--force" not in "".join(look_at(app).lines)
        await pilot.press("y")
        await until(pilot, lambda: there.read_text() != "mine")


async def test_delete_asks_first(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("2", "delete")
        await until(pilot, lambda: not isinstance(app.screen, MainScreen))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
        assert len(app.desk.board.snapshot.quotes) == 1
        await pilot.press("delete")
        await until(pilot, lambda: not isinstance(app.screen, MainScreen))
        await pilot.press("y")
        await until(pilot, lambda: len(app.desk.board.snapshot.quotes) == 0)


async def test_a_logged_contact_is_corrected_and_deleted_in_the_log(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(), a_contact(date(2026, 3, 4)))
    async with app.run_test() as pilot:
        await pilot.press("4")
        await fill(pilot, "e", "2026-03-05")
        await until(pilot, lambda: standing_of(app, REF).contacts[0].on == date(2026, 3, 5))
        await pilot.press("delete")
        await until(pilot, lambda: not isinstance(app.screen, MainScreen))
        await pilot.press("y")
        await until(pilot, lambda: standing_of(app, REF).contacts == ())


async def test_leads_are_edited_and_merged(tmp_path: Path) -> None:
    other = a_lead(id=2, name="Atelier Lumène")
    app = an_app(tmp_path, a_quote(), other, a_quote(id=11, ref="B", lead_id=2))
    async with app.run_test() as pilot:
        await pilot.press("3")
        browser(app).lines.go_to(2)
        await fill(pilot, "i", "Studio")
        await until(pilot, lambda: app.desk.board.snapshot.leads[2].name == "Studio")
        await fill(pilot, "M", "Atelier Lumen")
        await until(pilot, lambda: len(app.desk.board.snapshot.leads) == 1)

        assert {quote.lead_id for quote in app.desk.board.snapshot.quotes.values()} == {1}


async def test_what_is_said_of_a_lead_named_as_a_quote_has_not_the_quotes_next_step(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, a_quote(sent_on=TODAY))
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("3")
        await fill(pilot, "i", REF)
        await until(pilot, lambda: app.desk.board.snapshot.leads[1].name == REF)
        await until(pilot, lambda: len(app._notifications) == 1)
        assert [each.message for each in app._notifications] == [f"{REF}: name changed"]


async def test_what_another_program_writes_appears(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    session = app.desk.session
    other = type(session.repository)(session.repository.path, "other")
    async with app.run_test() as pilot:
        other.commit(LogContact(quote_id=QUOTE_ID, on=TODAY), session.circumstances())
        await until(pilot, lambda: standing_of(app, REF).tally.count == 1)


async def test_the_app_moves_on_at_midnight(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(sent_on=TODAY))
    clock = app.desk.session.clock
    assert isinstance(clock, SettableClock)
    async with app.run_test() as pilot:
        assert titles(app) == []
        clock.day = date(2026, 3, 24)
        await until(pilot, lambda: titles(app) == ["Website redesign"])


async def test_a_damaged_file_is_said_once_and_the_last_board_stays(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(sent_on=date(2026, 3, 18)))
    async with app.run_test(notifications=True) as pilot:
        app.desk.session.repository.path.write_bytes(b"{ damaged")
        await until(pilot, lambda: len(app._notifications) == 1)
        await app.look_again()

        assert len(app._notifications) == 1
        assert titles(app) == ["Website redesign"]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_count_of_a_lead_is_in_sight_at_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, a_quote(), a_reply(date(2026, 3, 4)))
    async with app.run_test(size=size):
        lines = browser(app).lines
        painted = "".join(lines.render_line(1).text)
        assert "0/3" in painted
        assert lead_name(a_lead())[:8] in painted


URGENT = tuple(
    a_quote(id=50 + place, ref=f"U-{place}", urgent=True, status=Status.NO_RESPONSE)
    for place in range(3)
)
"""Urgent requests of the lead that came to nothing."""


def note_of_form(app: RelanceApp) -> str:
    """What a form remarks under its fields."""
    return str(app.screen.query_one("#form-notes", Static).render())


async def test_a_new_quote_for_a_lead_of_serial_urgencies_is_remarked_on(tmp_path: Path) -> None:
    app = an_app(tmp_path, *URGENT, a_lead(id=2, name="Cabinet Rey"))
    async with app.run_test() as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press(*"cabinet rey")
        await pilot.pause()
        assert "urgent" not in note_of_form(app)
        await pilot.press("ctrl+u", *"atelier lumen")
        await until(pilot, lambda: "3 urgent requests" in note_of_form(app))


async def test_a_third_call_is_remarked_on_before_it_is_logged(tmp_path: Path) -> None:
    calls = [a_contact(date(2026, 3, day), channel=Channel.PHONE) for day in (4, 9)]
    app = an_app(tmp_path, a_quote(), *calls)
    async with app.run_test() as pilot:
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert "room on the price" not in note_of_form(app)
        await pilot.press("tab", "right")
        await until(pilot, lambda: "room on the price" in note_of_form(app))


async def test_the_detail_tells_what_the_person_thought_and_tab_leads_to_its_end(
    tmp_path: Path,
) -> None:
    many = {"competitors": 10, "impact": "loses sales", "volume": 9, "rapport": 3, "options": 2}
    app = an_app(tmp_path, a_quote(private_reason="rude people", **many))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DetailScreen))
        detail = app.screen.query_one(Detail)
        await until(pilot, lambda: detail.show_vertical_scrollbar)
        assert "rude people" in detail.text.plain
        await pilot.press("tab", "G")
        await until(pilot, lambda: detail.scroll_y == detail.max_scroll_y > 0)


async def test_the_help_lists_all_advice_at_its_end(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "end")
        page = app.screen.query_one(VerticalScroll)
        await until(pilot, lambda: page.scroll_y == page.max_scroll_y > 0)
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert known_advice()[-1].code in shown


async def test_a_look_at_the_file_that_ends_after_the_app_was_left_shows_nothing(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test():
        pass
    await app.look_again()
