"""FAULTS 10: a file that was cut, zeroed or filled with junk is kept aside, a restore offered."""

import json
from pathlib import Path

import pytest

from store.changes.quotes import DeleteQuote
from store.errors import FileTrouble
from store.file import rescue
from store.file.review import unreviewed_in
from store.file.salvage import salvage
from tests.faults.files import (
    DAY,
    FullDisk,
    HastyDisk,
    a_tracker,
    an_app_on,
    is_settled,
    kept,
    on,
    until,
)
from tests.faults.test_row_16_markup import look_at
from tests.store.file.samples import a_log, raw, write_raw
from tui.app import RelanceApp
from tui.screens.trouble import TroubleScreen


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    """A file of two quotes, the second added on the second day, so that a backup has one."""
    return a_tracker(tmp_path, 2).path.read_bytes()


def damages(whole: bytes) -> dict[str, bytes]:
    return {
        "zeroed": bytes(len(whole)),
        "byte order mark": b"\xef\xbb\xbf" + whole,
        "UTF-16": whole.decode().encode("utf-16"),
        "trailing junk": whole + b"\x00\x01junk",
        "two objects": whole + whole,
        "a hole": whole[:600] + bytes(100) + whole[700:],
        "on one line, cut": json.dumps(json.loads(whole)).encode()[:-300],
    }


def test_a_file_cut_at_every_byte_is_mended_and_kept_aside(tmp_path: Path, whole: bytes) -> None:
    repository = a_tracker(tmp_path, disk=HastyDisk(), state_disk=HastyDisk())
    for length in range(1, len(whole) - 2):
        cut = whole[:length]
        repository.path.write_bytes(cut)
        with pytest.raises(FileTrouble) as trouble:
            repository.snapshot()
        assert trouble.value.code == "damaged"
        assert repository.path.read_bytes() == cut

        saved = rescue.mend(repository, DAY)

        readable = {int(key) for key in saved.tables.get("quotes", {})}
        assert set(repository.snapshot().quotes) == {1} | readable
        assert repository.keeper.state is not None
        aside = [name for name in kept(tmp_path) if name.startswith("damaged-2026-03-02")]
        texts = [repository.keeper.state.read(name) for name in aside]
        assert texts == [cut]
        repository.keeper.state.remove(aside[0])


@pytest.mark.parametrize("number", range(7))
def test_other_damage_is_mended_and_kept_aside(tmp_path: Path, whole: bytes, number: int) -> None:
    name, damaged = [*damages(whole).items()][number]
    repository = a_tracker(tmp_path)
    repository.path.write_bytes(damaged)

    saved = rescue.mend(repository, DAY)

    assert set(repository.snapshot().quotes) >= {1}, name
    if name in ("byte order mark", "UTF-16", "trailing junk", "two objects"):
        assert set(repository.snapshot().quotes) == {1, 2}, name
        assert not saved.lost, name
    assert any(
        (tmp_path / path).read_bytes() == damaged
        for path in tmp_path.glob("state/backups/*/damaged-*")
    )


def test_what_can_be_saved_is_counted_and_compared_with_the_newest_backup(
    tmp_path: Path, whole: bytes
) -> None:
    repository = a_tracker(tmp_path)
    repository.path.write_bytes(whole[:-1] + b"junk")
    with pytest.raises(FileTrouble) as trouble:
        repository.snapshot()

    found = rescue.prospect(repository, trouble.value)

    assert found.salvage is not None
    assert {name: found.salvage.count(name) for name in ("leads", "quotes")} == {
        "leads": 2,
        "quotes": 2,
    }
    assert found.backup is not None
    assert found.backup.name == "2026-03-03-0001-daily"
    assert found.lacks == {"leads": 1, "quotes": 1}


def test_one_bad_record_costs_only_itself_and_comes_back_from_the_backup(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 3)
    lines = repository.path.read_text().splitlines(keepends=True)
    bad = [line.replace('"1200.00"', "-5") if '"ref":"D26-001"' in line else line for line in lines]
    repository.path.write_text("".join(bad))

    saved = rescue.mend(repository, DAY)

    assert saved.lost == {("quotes", "1")}
    quotes = repository.snapshot().quotes
    assert set(quotes) == {1, 2, 3}
    assert str(quotes[1].amount) == "1200.00"


def with_a_bad_amount(line: str) -> str:
    return line.replace('"1200.00"', '"nonsense"')


def test_what_stands_twice_is_still_there_when_another_record_is_mended(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 3)
    lines = repository.path.read_text().splitlines()
    first, third = (row_of(lines, f"D26-00{number}") for number in (1, 3))
    second = lines[first].replace("Website redesign", "Second of two")
    lines[third] = with_a_bad_amount(lines[third])
    repository.path.write_text("\n".join([*lines[:first], second, *lines[first:]]))

    assert rescue.mend(repository, DAY).lost == {("quotes", "3")}

    titles = sorted(quote.title for quote in repository.snapshot().quotes.values())
    assert titles == ["Second of two", "Website redesign", "Website redesign"]
    assert [each.code for each in unreviewed_in(repository.last_read)] == ["duplicate"]


def row_of(lines: list[str], ref: str) -> int:
    """On which line the quote stands."""
    return next(number for number, line in enumerate(lines) if f'"ref":"{ref}"' in line)


@pytest.mark.parametrize("bad_in", ["both sides", "ours", "theirs"])
def test_with_conflict_markers_both_sides_are_mended_and_merged(
    tmp_path: Path, bad_in: str
) -> None:
    repository = a_tracker(tmp_path, 3)
    lines = repository.path.read_text().splitlines()
    first, third = (row_of(lines, f"D26-00{number}") for number in (1, 3))
    before, good = lines[first], lines[third]
    ours = before.replace("Website redesign", "Ours").replace('"revision":1', '"revision":9')
    theirs = before.replace('"notes":""', '"notes":"Theirs"')
    ours_3, theirs_3 = (
        with_a_bad_amount(good) if bad_in in (side, "both sides") else good
        for side in ("ours", "theirs")
    )
    lines[third : third + 1] = conflict(ours_3, good, theirs_3)
    lines[first : first + 1] = conflict(ours, before, theirs)
    repository.path.write_text("\n".join(lines))
    with pytest.raises(FileTrouble, match="bad_record"):
        repository.snapshot()

    assert rescue.mend(repository, DAY).lost == set()

    quotes = repository.snapshot().quotes
    assert (quotes[1].title, quotes[1].notes) == ("Ours", "Theirs")
    assert str(quotes[3].amount) == "1200.00"


def conflict(ours: str, base: str, theirs: str) -> list[str]:
    """The lines as git leaves them, with the ancestor."""
    return ["<<<<<<< a", ours, "||||||| b", base, "=======", theirs, ">>>>>>> c"]


def test_a_deleted_record_does_not_come_back_with_a_bad_one(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 2)
    repository.commit(DeleteQuote(quote_id=1), on(DAY))
    whole = repository.path.read_bytes()

    for damaged in (whole + b"junk", whole.replace(b'"name":"Lead 2"', b'"name":5')):
        repository.path.write_bytes(damaged)
        rescue.mend(repository, DAY)
        assert set(repository.snapshot().quotes) == {2}


def test_of_a_record_that_is_there_twice_the_later_change_is_saved() -> None:
    row = '"1": {"name":"%s","changed":{"revision":%d,"machine":"x"}}'
    text = '{"leads": {%s}, {"leads": {%s}' % (row % ("new", 7), row % ("old", 3))  # noqa: UP031

    saved = salvage(text.encode())

    assert b'"new"' in bytes(saved.tables["leads"]["1"])


def test_mending_never_sets_the_revision_back(tmp_path: Path, whole: bytes) -> None:
    repository = a_tracker(tmp_path)
    repository.path.write_bytes(whole[:-150])

    rescue.mend(repository, DAY)

    assert raw(repository.path)["_meta"]["1"]["revision"] > 2
    repository.commit(a_log(1), on(DAY))


def test_a_damaged_file_that_cannot_be_kept_aside_is_not_overwritten(
    tmp_path: Path, whole: bytes
) -> None:
    repository = a_tracker(tmp_path, state_disk=FullDisk())
    repository.path.write_bytes(b"{ damaged")

    for use in (
        lambda: rescue.mend(repository, DAY),
        lambda: rescue.restore(repository, "2026-03-03-0001-daily", DAY),
    ):
        with pytest.raises(FileTrouble):
            use()
        assert repository.path.read_bytes() == b"{ damaged"


def dialog_text(app: RelanceApp) -> str:
    """What stands on the screen, on one line."""
    return " ".join(" ".join(look_at(app).lines).replace("│", " ").split())


@pytest.mark.parametrize(("key", "quotes"), [("m", {1, 2}), ("b", {1})])
async def test_the_app_opens_with_the_ways_out_and_takes_the_chosen_one(
    tmp_path: Path, whole: bytes, key: str, quotes: set[int]
) -> None:
    repository = a_tracker(tmp_path)
    repository.path.write_bytes(whole + b"junk")
    app = an_app_on(repository)
    async with app.run_test(notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        assert repository.path.read_bytes() == whole + b"junk"
        offered = "2026-03-03-0001-daily, of Tue 3 Mar 2026, first change of the day"
        await until(pilot, lambda: f"{offered}: it holds 1 lead, 1 quote." in dialog_text(app))
        assert "at the damage and after it, is lost unless the backup" in dialog_text(app)
        await pilot.press(key)
        await until(pilot, lambda: is_settled(app))

        assert set(app.desk.board.snapshot.quotes) == quotes
        (aside,) = tmp_path.glob("state/backups/*/damaged-*")
        held = {1: "1 lead, 1 quote", 2: "2 leads, 2 quotes"}[len(quotes)]
        await until(pilot, lambda: len(app._notifications) == 2)
        assert {each.message for each in app._notifications} == {
            f"The file can be read again: it holds {held}.",
            f"{repository.path} was damaged; as it was, it is kept as {aside}.",
        }


async def test_quitting_the_dialog_changes_nothing(tmp_path: Path, whole: bytes) -> None:
    repository = a_tracker(tmp_path)
    repository.path.write_bytes(whole + b"junk")
    app = an_app_on(repository)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        await pilot.press("q")
    assert repository.path.read_bytes() == whole + b"junk"


def test_what_a_script_took_out_does_not_come_back_with_a_bad_record(tmp_path: Path) -> None:
    repository = a_tracker(tmp_path, 3)
    tables = raw(repository.path)
    del tables["quotes"]["1"]
    tables["quotes"]["2"]["amount"] = -5
    write_raw(repository.path, tables)

    rescue.mend(repository, DAY)

    assert set(repository.snapshot().quotes) == {2, 3}
