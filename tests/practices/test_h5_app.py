"""What I thought is told by no notification of the app, and nothing that it hands on (H5)."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.changes.closing import CloseQuote
from store.changes.quotes import DeleteQuote, EditQuote
from store.records.message_code import MessageCode
from store.records.words import Status
from tests.builders import LEAD_ID, QUOTE_ID, a_contact, a_lead, a_quote
from tests.tui.apps import TODAY, an_app, settled, standing_of
from tests.tui.screens.test_review import merge_into
from tests.tui.test_app import main, until
from tui.app import RelanceApp
from tui.messages.writing import language_for, write
from tui.screens.form import FormScreen
from tui.screens.message import MessageScreen
from tui.screens.review import ReviewScreen

REF = "D26-001"
SECRET = "private_reason of"
"""How the values begin that `merge_into` writes."""


def listened_to(app: RelanceApp) -> list[str]:
    """Everything that the app will have said in notifications."""
    said: list[str] = []
    notify = app.notify

    def heard(message: str, **how: Any) -> None:
        said.append(message)
        notify(message, **how)

    app.notify = heard  # type: ignore[method-assign]
    return said


async def test_h5_no_change_is_told_with_it(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(private_reason="bore"), a_contact())
    said = listened_to(app)
    thought = EditQuote(quote_id=QUOTE_ID, values={"private_reason": "a bore"})
    closed = CloseQuote(quote_id=QUOTE_ID, status=Status.LOST, on=TODAY)
    async with app.run_test(notifications=True) as pilot:
        for command in (thought, closed, DeleteQuote(quote_id=QUOTE_ID)):
            await main(app).clerk.give(command)
        for key in ("u", "u", "u", "U"):
            await pilot.press(key)
            await settled(pilot)
    assert len(said) >= 7
    assert "bore" not in "\n".join(said)


async def test_h5_no_value_of_a_merge_is_told_with_it(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    merge_into(app.desk.session.repository, "private_reason")
    app = an_app(tmp_path)
    said = listened_to(app)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await pilot.press("t")
        await until(pilot, lambda: bool(said))
        await settled(pilot)
        await pilot.press("u")
        await until(pilot, lambda: len(said) > 1)
    assert SECRET in standing_of(app, REF).quote.private_reason
    assert SECRET not in "\n".join(said)


async def copied(pilot: Pilot[Any], app: RelanceApp) -> str:
    """The clipboard after the message under the cursor was copied."""
    await pilot.press("c")
    await until(pilot, lambda: isinstance(app.screen, FormScreen))
    await pilot.press("escape")
    await until(pilot, lambda: app.screen is main(app))
    return app.clipboard


async def test_h5_nothing_in_the_clipboard_has_it(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(private_reason="bore", stated_reason="no time"))
    async with app.run_test() as pilot:
        await pilot.press("2", "y")
        assert app.clipboard == REF
        for down in range(2):
            await pilot.press("m")
            await until(pilot, lambda: isinstance(app.screen, MessageScreen))
            await pilot.press("g", *["j"] * down)
            assert "bore" not in await copied(pilot, app)
            assert "Website redesign" in app.clipboard


@pytest.mark.parametrize("code", list(MessageCode))
def test_h5_no_address_for_the_mail_program_and_no_draft_has_it(
    tmp_path: Path, code: MessageCode
) -> None:
    quote = a_quote(private_reason="bore", referred_to="Studio Vega")
    standing = standing_of(an_app(tmp_path, a_lead(), quote), REF)
    letter = write(standing, code, language_for(standing.lead, "en"), tmp_path)
    assert standing.lead.id == LEAD_ID
    assert "bore" not in letter.mailto + letter.draft
    assert "Website" in letter.draft
