"""The review screen: what merges lost is listed, taken back or marked as seen, through Pilot."""

from pathlib import Path

import pytest

from store.changes.quotes import EditQuote
from store.file.merge import merge
from store.file.repository import Repository
from store.file.review import unreviewed
from store.file.tables import parse
from tests.builders import QUOTE_ID, a_quote, circumstances
from tests.faults.files import a_tracker, an_app_on
from tests.faults.poison import ALL, MARKUP
from tests.faults.test_row_16_markup import look_at
from tests.tui.apps import TODAY, Put, an_app, settled
from tests.tui.test_app import main, until
from tui.app import RelanceApp
from tui.safe_text import shown
from tui.screens.main import MainScreen
from tui.screens.review import ReviewScreen
from tui.widgets.banner import Banner
from tui.widgets.line_list import LineList


def texts(app: RelanceApp) -> list[str]:
    """The lines of the screen."""
    return look_at(app).lines


def an_app_after_a_merge(folder: Path, *fields: str) -> RelanceApp:
    """The app on quote Q, of which two machines changed the fields; `there` is the newer."""
    app = an_app(folder, a_quote())
    merge_into(app.desk.session.repository, *fields)
    return an_app(folder)


def merge_into(
    repository: Repository, *fields: str, quote_id: int = QUOTE_ID, marked: str = ""
) -> None:
    """Merges two versions of the file into it; both sides' values begin with `marked`."""
    base = repository.path.read_bytes()
    other = Repository(repository.path.with_name("other.json"), "there")
    other.path.write_bytes(base)
    here, there = (
        {name: f"{marked}{name} of {place}" for name in fields} for place in ("here", "there")
    )
    on = circumstances(TODAY)
    repository.commit(EditQuote(quote_id=quote_id, values=here), on)
    other.commit(EditQuote(quote_id=quote_id, values={"limit": 2}), on)
    other.commit(EditQuote(quote_id=quote_id, values=there), on)
    theirs = parse(other.path.read_bytes())
    repository.rewrite(lambda tables: merge(parse(base), tables, theirs).tables, TODAY)


def listed(app: RelanceApp) -> int:
    assert isinstance(app.screen, ReviewScreen)
    return len(app.screen.query_one(LineList).rows)


def banner(app: RelanceApp) -> str:
    """What the main screen's banner says, nothing where it is not in sight."""
    return "\n".join(each.text for each in main(app).query(Banner) if each.display)


def quote_title(app: RelanceApp) -> str:
    return app.desk.board.snapshot.quotes[QUOTE_ID].title


def waiting(app: RelanceApp) -> int:
    """How many entries the file has that nobody has seen, as another program reads it."""
    return len(unreviewed(Repository(app.desk.session.repository.path, "x").history()))


async def test_the_main_screen_says_how_many_wait_until_none_does(tmp_path: Path) -> None:
    app = an_app_after_a_merge(tmp_path, "title", "notes")
    async with app.run_test() as pilot:
        await until(pilot, lambda: banner(app) != "")
        assert banner(app) == "2 values lost in a merge: press c to review"
        await pilot.press("c", "s")
        await settled(pilot)
        assert banner(app) == "1 value lost in a merge: press c to review"
        await pilot.press("s")
        await settled(pilot)
        assert banner(app) == ""


async def test_a_merge_while_the_app_is_open_appears(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        assert not main(app).query(Banner)
        merge_into(Repository(app.desk.session.repository.path, "here"), "title")
        await until(pilot, lambda: banner(app) != "")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_both_values_are_shown_in_full(tmp_path: Path, size: tuple[int, int]) -> None:
    app = an_app_after_a_merge(tmp_path, "title")
    async with app.run_test(size=size) as pilot:
        await pilot.press("c")
        await pilot.pause()
        seen = "\n".join(texts(app))
        for text in (
            "D26-001 · title",
            "kept",
            "title of there",
            "lost, from test",
            "title of here",
            "t take it back · s seen, leave it · u undo · Esc back",
        ):
            assert text in seen


async def test_t_takes_the_lost_value_back_and_undo_takes_it_out_again(tmp_path: Path) -> None:
    app = an_app_after_a_merge(tmp_path, "title")
    async with app.run_test() as pilot:
        await pilot.press("c", "t")
        await settled(pilot)
        assert quote_title(app) == "title of here"
        assert (listed(app), waiting(app)) == (0, 0)
        await pilot.press("u")
        await settled(pilot)
        assert quote_title(app) == "title of there"
        assert (listed(app), waiting(app)) == (1, 1)


async def test_u_lists_again_what_was_marked_as_seen_and_undoes_nothing_older(
    tmp_path: Path,
) -> None:
    app = an_app_after_a_merge(tmp_path, "title")
    before = parse(app.desk.session.repository.path.read_bytes())["quotes"]
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("c", "s")
        await settled(pilot)
        assert (listed(app), waiting(app)) == (0, 0)
        await pilot.press("u")
        await settled(pilot)
        assert (listed(app), waiting(app)) == (1, 1)
        await pilot.press("u")
        await settled(pilot)
        (said,) = app._notifications
        assert said.message == "Nothing was done on this screen yet that could be undone."
    assert parse(app.desk.session.repository.path.read_bytes())["quotes"] == before


async def test_u_goes_back_through_all_that_was_done_on_the_screen(tmp_path: Path) -> None:
    app = an_app_after_a_merge(tmp_path, "title", "notes")
    async with app.run_test() as pilot:
        await pilot.press("c")
        for key in ("s", "t", "u", "u"):
            await pilot.press(key)
            await settled(pilot)
        assert (listed(app), waiting(app)) == (2, 2)
        quote = app.desk.board.snapshot.quotes[QUOTE_ID]
        assert (quote.title, quote.notes) == ("title of there", "notes of there")


async def test_u_does_not_undo_what_another_program_did_after_a_take_back(tmp_path: Path) -> None:
    app = an_app_after_a_merge(tmp_path, "title")
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("c", "t")
        await settled(pilot)
        other = Repository(app.desk.session.repository.path, "x")
        other.commit(EditQuote(quote_id=QUOTE_ID, values={"limit": 4}), circumstances(TODAY))
        await pilot.press("u")
        await settled(pilot)
        (said,) = app._notifications
        assert said.message.startswith("Something else was changed since")
        quote = other.snapshot().quotes[QUOTE_ID]
        assert (quote.title, quote.limit) == ("title of here", 4)


async def test_s_leaves_the_record_and_marks_the_entry_as_seen(tmp_path: Path) -> None:
    app = an_app_after_a_merge(tmp_path, "title", "notes")
    async with app.run_test() as pilot:
        await pilot.press("c", "s")
        await settled(pilot)
        assert (listed(app), waiting(app)) == (1, 1)
        assert quote_title(app) == "title of there"


async def test_what_cannot_be_taken_back_stays_listed_and_says_why(tmp_path: Path) -> None:
    app = an_app_after_a_merge(tmp_path, "ref")
    other = Repository(app.desk.session.repository.path, "x")
    other.commit(Put(a_quote(id=11, ref="ref of here")), circumstances(TODAY))
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("c", "t")
        await settled(pilot)
        (said,) = app._notifications
        assert "another quote is named “ref of here”" in said.message
        assert (listed(app), waiting(app)) == (1, 1)


async def test_with_nothing_to_review_it_says_so_and_the_keys_do_nothing(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("c", "t", "s")
        await settled(pilot)
        seen = "\n".join(texts(app))
        assert "Nothing to review." in seen
        assert "t take it back" not in seen
        assert "one whose copy had seen more changes by then. That need not be the" in seen
        await pilot.press("escape")
        assert isinstance(app.screen, MainScreen)


async def test_a_file_that_is_gone_is_not_begun_anew_by_marking(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 1)
    merge_into(repository, "title", quote_id=1)
    app = an_app_on(repository)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("c")
        repository.path.unlink()
        await pilot.press("s")
        await settled(pilot)
        assert [each.severity for each in app._notifications] == ["error"]
        assert not repository.path.exists()


@pytest.mark.parametrize("text", [MARKUP["action"], ALL], ids=["action", "everything"])
async def test_what_data_says_is_shown_and_not_run(tmp_path: Path, text: str) -> None:
    app = an_app(tmp_path, a_quote(title=text))
    merge_into(app.desk.session.repository, "title", "notes", marked=text)
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("c", "j")
        await pilot.pause()
        assert not look_at(app).obeyed
        assert shown(text)[:10] in "\n".join(texts(app))
        await pilot.press("t")
        await settled(pilot)
        assert quote_title(app).startswith(text)


async def test_the_palette_opens_it_too(tmp_path: Path) -> None:
    app = an_app_after_a_merge(tmp_path, "title")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *"review")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
