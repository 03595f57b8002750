"""Writing a message in the app: choosing, previewing, using it, and logging it afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from store.records.follow_up import FollowUp
from store.records.lead import Person
from store.records.words import Channel, Kind, Status
from tests.builders import a_contact, a_draft, a_lead, a_quote, a_reply
from tests.tui.apps import an_app, settled, standing_of
from tests.tui.test_app import until
from tui.app import RelanceApp
from tui.screens.confirm import ConfirmScreen
from tui.screens.form import FormScreen
from tui.screens.main import MainScreen
from tui.screens.message import MessageScreen
from tui.widgets.message_preview import MessagePreview

REF = "D26-001"
ANA = Person(name="Ana Roux", email="ana@x.example")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home where nothing is, in which the app works."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def preview(app: RelanceApp) -> str:
    """What the preview says."""
    return str(app.screen.query_one(MessagePreview).query_one(Static).visual)


def said(app: RelanceApp, words: str) -> bool:
    """Whether a notification says so."""
    return any(words in each.message for each in app._notifications)


async def opened(pilot: Pilot[Any], view: str = "2") -> None:
    """Opens the messages of the first quote."""
    await pilot.press(view, "m")
    await until(pilot, lambda: isinstance(pilot.app.screen, MessageScreen))
    await until(pilot, lambda: bool(preview(pilot.app)))  # type: ignore[arg-type]


async def used(pilot: Pilot[Any], key: str, then: type[FormScreen | MainScreen]) -> None:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, then))


@contextmanager
def an_opener(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Iterator[Path]:
    """What opens mail programs here; it leaves its argument in the file."""
    given = folder / "given"
    for name in ("xdg-open", "open"):
        file = folder / name
        file.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {given}\n{script}\n')
        file.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    yield given


async def test_the_message_of_the_step_is_shown_and_the_arrows_show_others(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_lead(contacts=(ANA,)), a_quote())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert preview(app).startswith("To: Ana Roux <ana@x.example>\nQuote D26-001 is valid until")
        await pilot.press("g")
        await until(pilot, lambda: "Did it reach you" in preview(app))
        await pilot.press("G")
        await until(pilot, lambda: "closing the file" in preview(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))
        assert standing_of(app, REF).contacts == ()


async def test_the_language_is_the_leads(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_lead(language="fr"), a_quote())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "Bonjour Atelier Lumen," in preview(app)
        assert "no address noted" in preview(app)


async def test_c_copies_and_enter_logs_the_follow_up_as_an_email(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await used(pilot, "c", FormScreen)
        assert app.clipboard.startswith("Hello Atelier Lumen,\n\nA short reminder")
        notes = str(app.screen.query_one("#form-notes", Static).visual)
        assert notes.startswith("The message is in the clipboard.")
        assert "This makes 1 of 3 follow-ups" in notes
        await pilot.press("enter")
        await until(pilot, lambda: standing_of(app, REF).tally.count == 1)
        (contact,) = standing_of(app, REF).contacts
        assert (contact.kind, contact.channel) == (Kind.FOLLOW_UP, Channel.EMAIL)


async def test_escape_logs_nothing(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await opened(pilot)
        await used(pilot, "c", FormScreen)
        await used(pilot, "escape", MainScreen)
        await settled(pilot)
        assert standing_of(app, REF).contacts == ()


async def test_on_a_platform_the_contact_is_one_of_the_platform(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_lead(platform="malt"), a_quote())
    async with app.run_test() as pilot:
        await opened(pilot)
        await used(pilot, "c", FormScreen)
        await pilot.press("enter")
        await until(pilot, lambda: bool(standing_of(app, REF).contacts))
        assert standing_of(app, REF).contacts[0].channel is Channel.PLATFORM


async def test_on_no_platform_that_is_known_the_copied_message_is_logged_as_an_email(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, a_lead(platform="LinkedIn"), a_quote())
    async with app.run_test() as pilot:
        await opened(pilot)
        await used(pilot, "c", FormScreen)
        assert (await logged_after(app, pilot)).channel is Channel.EMAIL


async def test_f1_a_mail_to_a_lead_on_a_platform_is_asked_about_and_logged_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = an_app(tmp_path, a_lead(platform="malt"), a_quote())
    with an_opener(tmp_path, monkeypatch, "exit 0") as given:
        async with app.run_test() as pilot:
            await opened(pilot)
            for answer, then in (("n", MessageScreen), ("y", FormScreen)):
                await pilot.press("o")
                await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
                assert not given.exists()
                await pilot.press(answer)
                await until(pilot, lambda then=then: isinstance(app.screen, then))  # type: ignore[misc]
            assert given.exists()
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
            await pilot.press("y")
            await until(pilot, lambda: bool(standing_of(app, REF).contacts))
    assert standing_of(app, REF).contacts[0].channel is Channel.EMAIL


async def logged_after(app: RelanceApp, pilot: Pilot[Any]) -> FollowUp:
    before = len(standing_of(app, REF).contacts)
    await pilot.press("enter")
    await until(pilot, lambda: len(standing_of(app, REF).contacts) > before)
    return standing_of(app, REF).contacts[-1]


async def test_e8_the_kind_refusal_to_call_is_an_answer(tmp_path: Path) -> None:
    lead, reply = a_lead(insists=3), a_reply(None)
    app = an_app(tmp_path, lead, a_quote(), reply)
    async with app.run_test() as pilot:
        await opened(pilot)
        assert "short recorded video" in preview(app)
        await used(pilot, "c", FormScreen)
        assert (await logged_after(app, pilot)).kind is Kind.ANSWER


@pytest.mark.parametrize("downs", [5, 9], ids=["no_time", "closing"])
async def test_a_refusal_is_not_logged(tmp_path: Path, downs: int) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("g", *["j"] * downs)
        await used(pilot, "c", MainScreen)
        await settled(pilot)
        assert isinstance(app.screen, MainScreen)
        assert standing_of(app, REF).contacts == ()


@pytest.mark.parametrize("quote", [a_draft(), a_quote(status=Status.DECLINED)])
async def test_drafts_and_closed_quotes_have_messages_that_are_not_logged(
    tmp_path: Path, quote: Any
) -> None:
    app = an_app(tmp_path, quote)
    async with app.run_test() as pilot:
        await opened(pilot, "2" if quote.status is Status.DRAFT else "5")
        await pilot.press("g", *"jjjjj", *("j" if quote.status is Status.DRAFT else ""))
        await until(pilot, lambda: "Thank you for thinking of me" in preview(app))
        await used(pilot, "c", MainScreen)


async def test_what_cannot_be_filled_is_said_and_the_keys_do_nothing(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_draft())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "No prepared message fits now" in preview(app)
        await pilot.press("down")
        await until(pilot, lambda: "nothing is noted for {sent_on}" in preview(app))
        await pilot.press("c", "o", "d", "e")
        await pilot.pause()
        assert isinstance(app.screen, MessageScreen)


async def test_after_the_deadline_no_message_reminds_of_it(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(), today=date(2026, 3, 24))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("g", "j")
        await until(pilot, lambda: "would promise what has passed" in preview(app))
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, MessageScreen)


async def test_o_opens_the_mail_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = an_app(tmp_path, a_lead(contacts=(ANA,)), a_quote())
    with an_opener(tmp_path, monkeypatch, "exit 0") as given:
        async with app.run_test() as pilot:
            await opened(pilot)
            await used(pilot, "o", FormScreen)
        assert given.read_text().startswith("mailto:ana@x.example?subject=Quote%20D26-001%20is%20")


async def test_a_mail_program_that_does_not_open_leads_back_to_the_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = an_app(tmp_path, a_quote(), a_contact(None))
    with an_opener(tmp_path, monkeypatch, "exit 4"):
        async with app.run_test(notifications=True) as pilot:
            await opened(pilot)
            await pilot.press("o")
            await until(pilot, lambda: said(app, "save it as a draft (d)"))
            await until(pilot, lambda: isinstance(app.screen, MessageScreen))


async def test_d_saves_a_draft_and_never_over_a_file(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_lead(contacts=(ANA,)), a_quote())
    taken = tmp_path / "relance-D26-001-before_deadline.eml"
    taken.write_text("precious")
    async with app.run_test() as pilot:
        await opened(pilot)
        await used(pilot, "d", FormScreen)
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.screen.query("#form-error")))
        await pilot.press(*"mine", "enter")
        await until(
            pilot,
            lambda: (
                bool(app.screen.query("#form-notes"))
                and "written" in str(app.screen.query_one("#form-notes", Static).visual)
            ),
        )
    assert taken.read_text() == "precious"
    mail = message_from_bytes((tmp_path / "mine.eml").read_bytes(), policy=policy.default)
    assert (mail["X-Unsent"], mail["To"]) == ("1", "Ana Roux <ana@x.example>")


async def test_a_draft_that_is_given_up_leads_back_to_the_message(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await opened(pilot)
        await used(pilot, "d", FormScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, MessageScreen))
        await until(pilot, lambda: "A short reminder" in preview(app))


async def test_where_the_app_cannot_step_aside_no_editor_is_run(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: said(app, "No editor"))
        await until(pilot, lambda: isinstance(app.screen, MessageScreen))


async def test_the_private_reason_is_in_no_preview(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote(private_reason="rude", referred_to="Zoë"))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("g")
        for _ in range(10):
            await pilot.pause()
            assert "rude" not in preview(app)
            await pilot.press("j")


async def test_what_fails_while_the_editor_has_the_terminal_is_said_once_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, back = an_app(tmp_path, a_quote()), []

    @contextmanager
    def handed_over(_: RelanceApp) -> Iterator[None]:
        yield  # as the app does it: not in a `finally`
        back.append(True)

    monkeypatch.setattr(RelanceApp, "suspend", handed_over)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    monkeypatch.setenv("VISUAL", "true")
    async with app.run_test(notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: said(app, "No such file"))
        assert back
        await until(pilot, lambda: isinstance(app.screen, MessageScreen))
