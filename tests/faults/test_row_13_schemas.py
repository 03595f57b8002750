"""FAULTS 13: an older schema is migrated with a backup, a newer one is read and not written."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from store.errors import FileTrouble
from store.file import rescue
from store.file.meta import SCHEMA, read_meta
from store.file.migrations import STEPS
from store.file.repository import Repository
from store.file.schema import migrated, schema_of
from store.file.tables import parse
from tests.faults.files import DAY, a_tracker, an_app_on, kept, on
from tests.store.file.samples import a_log, an_addition, raw
from tests.tui.cli.command_line import CommandLine
from tests.tui.test_app import until
from tui.widgets.banner import Banner

FIXTURES = Path(__file__).parents[1] / "store" / "file" / "fixtures"
EACH_SCHEMA = range(SCHEMA + 1)


def a_file_of(schema: int, folder: Path) -> tuple[Repository, bytes]:
    repository = a_tracker(folder)
    text = (FIXTURES / f"schema-{schema}.json").read_bytes()
    repository.path.parent.mkdir()
    repository.path.write_bytes(text)
    return repository, text


def newer(folder: Path) -> Repository:
    repository, text = a_file_of(1, folder)
    text = text.replace(b'"schema":1', b'"schema":9')
    text = text.replace(b'"status":"sent"', b'"status":"on fire"', 1)
    repository.path.write_bytes(text)
    return repository


def test_there_is_a_fixture_and_a_step_for_each() -> None:
    assert len(STEPS) == SCHEMA
    for schema in EACH_SCHEMA:
        assert schema_of(parse((FIXTURES / f"schema-{schema}.json").read_bytes())) == schema


@pytest.mark.parametrize("schema", EACH_SCHEMA)
def test_it_is_read_as_it_is(tmp_path: Path, schema: int) -> None:
    repository, text = a_file_of(schema, tmp_path)
    assert len(repository.snapshot().quotes) >= 2
    assert repository.path.read_bytes() == text
    assert kept(tmp_path) == []


@pytest.mark.parametrize("schema", range(SCHEMA))
def test_the_first_write_migrates_after_a_backup(tmp_path: Path, schema: int) -> None:
    repository, text = a_file_of(schema, tmp_path)
    repository.commit(a_log(1), on(DAY))
    (name,) = kept(tmp_path)
    assert name == "2026-03-02-0001-migration.json"
    assert repository.keeper.state is not None
    assert repository.keeper.state.read(name) == text
    assert schema_of(parse(repository.path.read_bytes())) == SCHEMA
    rescue.restore(repository, name.removesuffix(".json"), DAY)
    assert schema_of(parse(repository.path.read_bytes())) == schema


def test_a_file_that_was_restored_from_before_its_migration_is_newer_than_any_that_was_read(
    tmp_path: Path,
) -> None:
    repository, _ = a_file_of(0, tmp_path)
    for number in range(20, 23):
        repository.commit(an_addition(number), on(DAY))
    rescue.restore(repository, "2026-03-02-0001-migration", DAY)
    assert read_meta(parse(repository.path.read_bytes())).revision == 4
    saved = repository.commit(an_addition(30), on(DAY))
    assert saved.snapshot.quotes[30].changed.revision == 5
    assert schema_of(parse(repository.path.read_bytes())) == SCHEMA


def test_a_file_made_by_hand_gets_refs_numbers_ids_and_deadlines(tmp_path: Path) -> None:
    repository, _ = a_file_of(0, tmp_path)
    repository.commit(a_log(1), on(DAY))
    tables = raw(repository.path)

    assert [quote["ref"] for quote in tables["quotes"].values()] == [
        "D26-002",
        "D00-001",
        "D26-001",
    ]
    assert [quote["valid_until"] for quote in tables["quotes"].values()] == [
        "2026-03-23",
        None,
        "2026-03-04",
    ]
    by_hand = [(key, row) for name in ("leads", "quotes") for key, row in tables[name].items()]
    assert all(row["id"] == int(key) for key, row in by_hand)
    numbers = [row["seq"] for name in tables if name != "_meta" for row in tables[name].values()]
    assert len({*numbers}) == len(numbers)
    assert min(numbers) == 1
    assert tables["_meta"]["1"] == {"schema": 1, "revision": 1, "seq": max(numbers)}
    assert tables["leads"]["1"]["colour"] == "blue"


def test_migrating_twice_is_migrating_once() -> None:
    once = migrated(parse((FIXTURES / "schema-0.json").read_bytes()))
    assert migrated(once) is once


def test_a_deadline_past_the_end_of_time_is_left_out() -> None:
    row = {"lead_id": 1, "status": "sent", "sent_on": "2199-12-30", "amount": 1}
    tables = parse(msgspec.json.encode({"quotes": {"1": row}}))
    assert b'"valid_until":null' in bytes(migrated(tables)["quotes"]["1"])


def test_a_newer_file_is_read_as_far_as_possible_and_never_written(tmp_path: Path) -> None:
    repository = newer(tmp_path)
    before = repository.path.read_bytes()
    assert set(repository.snapshot().quotes) == {2}
    for use in (
        lambda: repository.commit(a_log(2), on(DAY)),
        lambda: repository.undo(on(DAY)),
        lambda: rescue.mend(repository, DAY),
    ):
        with pytest.raises(FileTrouble) as trouble:
            use()
        assert (trouble.value.code, trouble.value.facts["schema"]) == ("newer_schema", 9)
    assert repository.path.read_bytes() == before
    assert kept(tmp_path) == []


async def test_the_app_shows_a_newer_file_under_a_banner(tmp_path: Path) -> None:
    app = an_app_on(newer(tmp_path), date(2026, 3, 4))
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(app.screen.query(Banner)))
        (banner,) = app.screen.query(Banner)
        assert "newer relance" in banner.text
        assert set(app.desk.board.snapshot.quotes) == {2}


def test_the_command_line_says_it_when_writing(quoted: CommandLine) -> None:
    text = quoted.file.read_text().replace('"schema":1', '"schema":9')
    quoted.file.write_text(text)
    assert len(quoted("list", "--json").json) == 1
    answer = quoted("log", "D26-001")
    assert (answer.code, answer.out) == (3, "")
    assert "newer relance" in answer.err
    assert quoted.file.read_text() == text
