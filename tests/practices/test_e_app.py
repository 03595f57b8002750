"""PRACTICES E in the app: what is owed in the list, what a form says first, and the key S."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest

from store.records.quote import Outcome
from store.records.words import CallOutcome, Channel, Status
from tests.builders import a_contact, a_lead, a_quote, a_reply
from tests.tui.apps import TODAY, an_app, settled, standing_of
from tests.tui.test_app import REF, browser, main, until
from tui.forms.contact_forms import follow_up_form, reply_form
from tui.forms.spec import FormSpec
from tui.screens.form import FormScreen

HELD: dict[str, Any] = {"channel": Channel.PHONE, "outcome": CallOutcome.ANSWERED}
MAIL = {"on": "today", "channel": "email", "outcome": "", "minutes": "", "note": "", "kind": ""}


def said(form: FormSpec, **typed: str) -> str:
    return "\n".join(line.plain for line in form.remarks(MAIL | typed))


async def test_e3_the_key_ticks_the_latest_call_that_lacks_a_summary(tmp_path: Path) -> None:
    calls = [a_contact(TODAY, **HELD), a_contact(TODAY, **HELD)]
    app = an_app(tmp_path, a_quote(), *calls)
    async with app.run_test() as pilot:
        for call in reversed(calls):
            owed = standing_of(app, REF).owed.summary
            assert owed is not None
            assert owed.id == call.id
            await pilot.press("S")
            await settled(pilot)
        assert not standing_of(app, REF).owed
        changes = [edit.code for edit in app.desk.session.repository.history()]
        await pilot.press("2", "S")
        await settled(pilot)
        assert [edit.code for edit in app.desk.session.repository.history()] == changes


async def test_e3_a_summary_is_ticked_where_a_call_is_corrected(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(), a_contact(TODAY, **HELD))
    async with app.run_test() as pilot:
        await pilot.press("4", "e")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press(*["tab"] * 7, "right", "enter")
        await until(pilot, lambda: not standing_of(app, REF).owed)


@pytest.mark.parametrize(
    ("record", "word"),
    [
        (a_reply(TODAY), "reply"),
        (a_contact(TODAY, **HELD), "summary"),
        (a_quote(call_at=datetime.combine(TODAY, time(14))), "call 14:00"),
    ],
)
async def test_today_says_what_is_owed(tmp_path: Path, record: Any, word: str) -> None:
    app = an_app(tmp_path, a_quote(), record)
    async with app.run_test():
        view, look = browser(app).view, main(app).look
        (row,) = browser(app).lines.rows
        assert view.cells(row, look)["todo"].plain == word


async def test_the_form_says_before_saving_what_a_call_means(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(amount="500"))
    async with app.run_test():
        clerk, palette = main(app).clerk, main(app).look.palette
        form = follow_up_form(standing_of(app, REF), clerk.reading, palette)
        assert "settle it in writing" in said(form, channel="phone")
        assert "written summary" not in said(form, channel="phone", outcome="voicemail")
        assert "written summary" in said(form, channel="video", outcome="answered")
        assert "written summary" not in said(form, channel="video", minutes="x")
        assert "writ" not in said(form)
        reply = reply_form(standing_of(app, REF), clerk.reading, palette)
        assert "written summary" in said(reply, kind="reply", channel="phone", minutes="5")
        assert "written summary" not in said(
            reply, kind="reply", channel="phone", minutes="5", answer_needed="no"
        )


async def test_a_follow_up_that_was_answered_asks_for_their_reply(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test():
        clerk, palette = main(app).clerk, main(app).look.palette
        form = follow_up_form(standing_of(app, REF), clerk.reading, palette)
        hint = "log their answer with r (relance reply D26-001)"
        assert hint in said(form, channel="phone", outcome="answered")
        assert hint not in said(form, channel="phone", outcome="voicemail")
        assert hint not in said(form, channel="phone", outcome="answered", kind="meeting")


async def test_a_regular_lead_is_called_without_a_word(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_lead(regular=True), a_quote(amount="500"))
    async with app.run_test():
        clerk, palette = main(app).clerk, main(app).look.palette
        form = follow_up_form(standing_of(app, REF), clerk.reading, palette)
        assert "in writing" not in said(form, channel="phone")


async def test_e9_a_change_asked_for_after_the_yes_is_logged_as_such(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(status=Status.WON, outcome=Outcome(on=TODAY)))
    async with app.run_test() as pilot:
        await pilot.press("5", "r")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("up", "right", "enter")
        await until(pilot, lambda: bool(standing_of(app, REF).contacts))
        assert [each.code for each in standing_of(app, REF).advice] == ["scope_change"]
