"""Saying no in the app: four ways in their order, each with its form and its message (H1 to H4)."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.changes.field_reading import Reading
from store.errors import InvalidValue
from store.records.practice_words import Mismatch
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.words import RefusalMode, Status
from tests.builders import a_draft, a_lead, a_quote
from tests.faults.files import until
from tests.tui.apps import TODAY, an_app, settled, standing_of
from tui.app import RelanceApp
from tui.forms.refusal_forms import refusal_form
from tui.screens.confirm import ConfirmScreen
from tui.screens.form import FormScreen
from tui.screens.message import MessageScreen
from tui.screens.refusal import RefusalScreen
from tui.widgets.field_line import FieldLine
from tui.widgets.line_list import LineList
from tui.wording.refusal_words import WAYS

REF = "D26-001"


def refused(app: RelanceApp) -> Quote:
    return standing_of(app, REF).quote


async def write(pilot: Pilot[Any], text: str) -> None:
    await pilot.press(*("space" if sign == " " else sign for sign in text))


async def until_shown(pilot: Pilot[Any], screen: type[Any]) -> None:
    """Waits for the dialog, and until it holds the keyboard: before that it has no rows."""

    def is_ready() -> bool:
        shown = pilot.app.screen
        return isinstance(shown, screen) and (shown.focused is not None or screen is ConfirmScreen)

    await until(pilot, is_ready)


async def say_no(pilot: Pilot[Any], mode: RefusalMode) -> None:
    """Opens the form of that way."""
    await pilot.press("d")
    await until_shown(pilot, RefusalScreen)
    await pilot.press(str([*WAYS].index(mode) + 1))
    await until_shown(pilot, FormScreen)


def message_shown(app: RelanceApp) -> str:
    return str(app.screen.query_one(LineList).current)


def test_h1_the_ways_are_offered_in_their_order() -> None:
    assert [*WAYS] == [
        RefusalMode.NO_TIME,
        RefusalMode.BOUNDED,
        RefusalMode.REFERRAL,
        RefusalMode.DETERRENT,
    ]


async def test_h1_no_time_is_the_first_and_prepares_its_message(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("d")
        await until_shown(pilot, RefusalScreen)
        await pilot.press("enter")
        await until_shown(pilot, FormScreen)
        await pilot.press("enter")
        await until_shown(pilot, MessageScreen)
        assert (refused(app).status, refused(app).mode) == (Status.DECLINED, RefusalMode.NO_TIME)
        assert message_shown(app) == "no_time"


async def test_h3_a_sent_quote_is_taken_within_bounds(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await say_no(pilot, RefusalMode.BOUNDED)
        await pilot.press("enter")
        await until_shown(pilot, MessageScreen)
        assert (refused(app).status, refused(app).mode) == (Status.WON, RefusalMode.BOUNDED)


async def test_h3_a_draft_is_marked_as_bounded_with_its_bounds(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_draft())
    async with app.run_test() as pilot:
        await pilot.press("2")
        await say_no(pilot, RefusalMode.BOUNDED)
        await write(pilot, "two pages")
        await pilot.press("enter")
        await until_shown(pilot, MessageScreen)
        assert (refused(app).status, refused(app).mode) == (Status.DRAFT, RefusalMode.BOUNDED)
        assert refused(app).notes == "two pages"


async def test_h4_h5_h8_a_referral_keeps_who_got_it_what_was_said_and_the_day(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await say_no(pilot, RefusalMode.REFERRAL)
        await write(pilot, "Studio Vega")
        await pilot.press("tab", "tab")
        await write(pilot, "not my field")
        await pilot.press("tab")
        await write(pilot, "rude")
        await pilot.press("tab")
        await write(pilot, "2026-09-01")
        await pilot.press("enter")
        await until_shown(pilot, MessageScreen)
        quote = refused(app)
        assert (quote.mode, quote.referred_to) == (RefusalMode.REFERRAL, "Studio Vega")
        assert (quote.stated_reason, quote.private_reason) == ("not my field", "rude")
        assert standing_of(app, REF).lead.recontact_on == date(2026, 9, 1)
        assert message_shown(app) == "referral"
        await pilot.press("escape", "u")
        await settled(pilot)
        assert refused(app).status is Status.SENT
        assert standing_of(app, REF).lead.recontact_on is None


async def test_h5_h8_what_the_form_shows_can_be_changed_and_taken_away(tmp_path: Path) -> None:
    lead = a_lead(recontact_on=date(2026, 9, 1))
    app = an_app(tmp_path, lead, a_quote(stated_reason="old", private_reason="one\ntwo"))
    async with app.run_test() as pilot:
        await say_no(pilot, RefusalMode.NO_TIME)
        await pilot.press("tab", "ctrl+u", "tab", "tab", "ctrl+u", "enter")
        await until_shown(pilot, MessageScreen)
        quote, lead = refused(app), standing_of(app, REF).lead
        assert (quote.stated_reason, quote.private_reason) == ("", "one\ntwo")
        assert lead.recontact_on is None


async def test_h3_wrong_bounds_are_named_as_the_reason(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.pause()
        reading = Reading(TODAY, Settings())
        form = refusal_form(standing_of(app, REF), RefusalMode.BOUNDED, reading, [])
        with pytest.raises(InvalidValue) as refusal:
            form.command({"on": "2026-03-20", "reason": "x" * 1000})
        assert refusal.value.field == "reason"


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ((), ""),
        (("m",), "diary_full"),
        (("u",), "unrealistic"),
        (("o", "tab", *"dull"), "dull"),
        (("o",), ""),
    ],
)
async def test_h7_what_it_counts_as_is_chosen_or_put_in_words(
    tmp_path: Path, keys: tuple[str, ...], kept: str
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await say_no(pilot, RefusalMode.NO_TIME)
        await pilot.press(*keys, "enter")
        await until_shown(pilot, MessageScreen)
        outcome = refused(app).outcome
        assert outcome is not None
        assert outcome.reason == kept


@pytest.mark.parametrize("mode", [RefusalMode.NO_TIME, RefusalMode.REFERRAL, RefusalMode.BOUNDED])
async def test_the_day_comes_last_for_it_is_nearly_always_today(
    tmp_path: Path, mode: RefusalMode
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await say_no(pilot, mode)
        assert [line.field.name for line in app.screen.query(FieldLine)][-1] == "on"


async def test_h2_a_deterrent_offer_stays_open_at_its_price(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await say_no(pilot, RefusalMode.DETERRENT)
        await pilot.press("ctrl+u")
        await write(pilot, "9000")
        await pilot.press("enter")
        await settled(pilot)
        quote = refused(app)
        assert (quote.status, quote.mode) == (Status.SENT, RefusalMode.DETERRENT)
        assert quote.amount == Decimal(9000)


async def test_g6_a_lead_that_is_not_my_field_gets_that_message(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_lead(mismatch=Mismatch.SKILL), a_quote())
    async with app.run_test() as pilot:
        await say_no(pilot, RefusalMode.NO_TIME)
        await pilot.press("enter")
        await until_shown(pilot, MessageScreen)
        assert message_shown(app) == "not_my_field"


async def test_g7_who_takes_one_for_an_employee_is_talked_to_first(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_lead(mismatch=Mismatch.AUTHORITY), a_quote())
    async with app.run_test() as pilot:
        await say_no(pilot, RefusalMode.NO_TIME)
        await pilot.press("enter")
        await until_shown(pilot, ConfirmScreen)
        await pilot.press("n")
        await until_shown(pilot, FormScreen)
        assert refused(app).status is Status.SENT
        await pilot.press("enter")
        await until_shown(pilot, ConfirmScreen)
        await pilot.press("y")
        await until_shown(pilot, MessageScreen)
        assert refused(app).status is Status.DECLINED


async def test_h7_what_is_won_cannot_be_refused_any_more(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(status=Status.WON))
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("5", "d")
        await pilot.pause()
        assert not isinstance(app.screen, RefusalScreen)
        assert [notice.severity for notice in app._notifications] == ["error"]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_everything_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(size=size) as pilot:
        await pilot.press("d")
        await until_shown(pilot, RefusalScreen)
        for key in ("g", "j", "j", "j"):
            await pilot.press(key)
            await pilot.pause()
            regions = [child.region for child in app.screen.query("*")]
            assert all(region.bottom <= size[1] and region.right <= size[0] for region in regions)
