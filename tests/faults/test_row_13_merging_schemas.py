"""FAULTS 12 and 13: a version of an older schema is migrated before it is merged, a newer one kept.

Schema 0 is what somebody makes with stock TinyDB: quotes without refs, no history, no `_meta`.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from store.file.conflict_copies import merge_copies
from store.file.level import level
from store.file.meta import SCHEMA
from store.file.port import Disk
from store.file.repository import Repository
from store.file.review import unreviewed
from store.file.schema import schema_of
from store.file.tables import parse
from store.records.words import Status
from tests.faults.files import DAY, a_tracker, kept, on
from tests.faults.test_row_08_replaced_file import InterruptedDisk
from tests.store.file.samples import an_addition, raw
from tests.tui.cli.command_line import CommandLine

COPY = "tracker.sync-conflict-20260302-101010-ABCDEFG.json"

LEADS = {"7": {"name": "Nay"}}
QUOTES = {
    "2": {"lead_id": 7, "title": "Web", "sent_on": "2026-03-02", "status": "sent"},
    "3": {"lead_id": 7, "title": "Map", "sent_on": "2026-03-02", "status": "sent"},
}
EARLIER = {"1": {"lead_id": 7, "title": "Sign", "sent_on": "2026-03-02", "status": "sent"}}
"""A quote that comes first, so that whoever migrates with it counts differently."""


def by_hand(**quotes: Any) -> bytes:
    """A file of schema 0; with `EARLIER` its refs would be others."""
    return json.dumps({"leads": LEADS, "quotes": quotes}).encode()


OLD = by_hand(**QUOTES)
OLD_AND_MORE = by_hand(**EARLIER, **QUOTES)
NEWER = b'{"_meta": {"1": {"schema": 99}}, "quotes": {"9": {"what": "we do not know"}}}'


def titles(repository: Repository) -> dict[str, str]:
    """The titles by ref."""
    return {quote.ref: quote.title for quote in repository.snapshot().quotes.values()}


def an_old_file(folder: Path, disk: Disk | None = None) -> Repository:
    repository = a_tracker(folder, disk=disk)
    repository.path.parent.mkdir(parents=True)
    repository.path.write_bytes(OLD)
    return repository


def a_migrated_file(folder: Path, disk: Disk | None = None) -> Repository:
    repository = an_old_file(folder, disk)
    repository.commit(an_addition(50, ref="N-1", title="New"), on(DAY))
    assert titles(repository) == {"D26-001": "Web", "D26-002": "Map", "N-1": "New"}
    return repository


def check(repository: Repository) -> None:
    """Everything is there once, refs that were given stay, and nobody has to look at anything."""
    quotes = repository.snapshot().quotes
    assert {quote.title for quote in quotes.values()} == {"Sign", "Web", "Map", "New"}
    assert (quotes[2].ref, quotes[3].ref) == ("D26-001", "D26-002")
    assert all(quote.ref and quote.seq and quote.valid_until for quote in quotes.values())
    assert [quote.status for quote in quotes.values()] == [Status.SENT] * 4
    assert unreviewed(repository.history()) == []
    assert schema_of(parse(repository.path.read_bytes())) == SCHEMA


def test_an_older_conflict_copy(tmp_path: Path) -> None:
    repository = a_migrated_file(tmp_path)
    copy = repository.path.with_name(COPY)
    copy.write_bytes(OLD_AND_MORE)
    assert merge_copies(repository, tmp_path / "archive", DAY).merged == (copy,)
    check(repository)


def test_todays_conflict_copy_of_an_older_file_after_a_backup(tmp_path: Path) -> None:
    migrated = a_migrated_file(tmp_path / "other").path.read_bytes()
    repository = an_old_file(tmp_path)
    repository.path.write_bytes(OLD_AND_MORE)
    repository.path.with_name(COPY).write_bytes(migrated)
    merge_copies(repository, tmp_path / "archive", DAY)
    assert {quote.title for quote in repository.snapshot().quotes.values()} == {
        *("Sign", "Web", "Map", "New")
    }
    (backup,) = kept(tmp_path)
    assert backup.endswith("-migration.json")
    assert repository.keeper.state is not None
    assert repository.keeper.state.read(backup) == OLD_AND_MORE


def test_an_older_version_that_is_displaced(tmp_path: Path) -> None:
    disk = InterruptedDisk()
    repository = an_old_file(tmp_path, disk)
    disk.texts.append(OLD_AND_MORE)
    repository.commit(an_addition(50, ref="N-1", title="New"), on(DAY))
    check(repository)


def test_an_older_version_that_is_left_over(tmp_path: Path) -> None:
    repository = a_migrated_file(tmp_path)
    name = f".{repository.path.name}.1-2.3.4-00000000.new"
    repository.path.with_name(name).write_bytes(OLD_AND_MORE)
    repository.commit(an_addition(51, ref="N-2", title="New"), on(DAY))
    assert {quote.title for quote in repository.snapshot().quotes.values()} == {
        *("Sign", "Web", "Map", "New")
    }
    assert titles(repository)["D26-002"] == "Map"


def test_an_older_file_with_an_older_version_left_over_is_backed_up(tmp_path: Path) -> None:
    repository = an_old_file(tmp_path)
    name = f".{repository.path.name}.1-2.3.4-00000000.new"
    repository.path.with_name(name).write_bytes(OLD_AND_MORE)
    repository.commit(an_addition(50, ref="N-1", title="New"), on(DAY))
    assert len(repository.snapshot().quotes) == 4
    assert [each.split("-")[-1] for each in kept(tmp_path)] == ["migration.json"]


def test_sides_of_one_schema_are_merged_as_they_are() -> None:
    base, ours, theirs = (parse(text) for text in (OLD, OLD_AND_MORE, OLD))
    assert level(base, ours, theirs) == (base, ours, theirs)
    assert level(None, {}, theirs) == (None, {}, theirs)


@pytest.mark.parametrize("older", ["base", "base and ours", "base and theirs"])
def test_older_versions_that_git_merges(cli: CommandLine, tmp_path: Path, older: str) -> None:
    repository = a_migrated_file(tmp_path / "new")
    base, ours, theirs = (tmp_path / f"{name}.json" for name in ("base", "ours", "theirs"))
    base.write_bytes(OLD)
    for side in (ours, theirs):
        old = side.stem in older
        side.write_bytes(OLD_AND_MORE if old else repository.path.read_bytes())
    answer = cli("merge", str(base), str(ours), str(theirs))
    assert (answer.code, answer.out, answer.err) == (0, "merged\n", "")
    if older == "base":
        assert ours.read_bytes() == repository.path.read_bytes()
    else:
        check(Repository(ours, "here"))


@pytest.mark.parametrize("side", ["base", "ours", "theirs"])
def test_a_newer_version_is_not_merged_by_git(cli: CommandLine, tmp_path: Path, side: str) -> None:
    places = {name: tmp_path / f"{name}.json" for name in ("base", "ours", "theirs")}
    for name, place in places.items():
        place.write_bytes(NEWER if name == side else OLD)
    answer = cli("merge", *map(str, places.values()))
    assert (answer.code, answer.out) == (1, "")
    assert f"{places[side]} was written by a newer relance (schema 99)" in answer.err
    assert places["ours"].read_bytes() == (NEWER if side == "ours" else OLD)


def test_sides_of_two_schemas_between_conflict_markers(tmp_path: Path) -> None:
    """Who is older has no line about its schema."""
    old = '"2": {"lead_id":7,"title":"Web"}'
    new = '"2": {"id":2,"seq":5,"ref":"D26-005","lead_id":7,"title":"Atlas"}'
    lines = [
        *("{", '"leads": {', '"7": {"name":"Nay"}', "},", '"quotes": {', "<<<<<<< HEAD"),
        *(f"{old},", '"3": {"lead_id":7,"title":"Map"}', "}", "======="),
        *(new, "},", '"_meta": {', '"1": {"schema":1,"revision":4,"seq":5}', "}"),
        *(">>>>>>> there", "}"),
    ]
    repository = a_tracker(tmp_path)
    repository.path.parent.mkdir(parents=True)
    repository.path.write_text("\n".join(lines))
    quotes = repository.snapshot().quotes
    assert (quotes[2].ref, quotes[2].seq) == ("D26-005", 5)
    assert (quotes[3].title, quotes[3].ref) == ("Map", "D00-001")
    repository.commit(an_addition(50), on(DAY))
    assert raw(repository.path)["_meta"]["1"]["schema"] == SCHEMA


def test_a_newer_version_that_is_displaced_is_kept_and_said(tmp_path: Path) -> None:
    disk = InterruptedDisk()
    repository = a_migrated_file(tmp_path, disk)
    disk.texts.append(NEWER)
    repository.commit(an_addition(51, ref="N-2"), on(DAY))
    assert {"N-1", "N-2"} < set(titles(repository))
    (place,) = repository.path.parent.glob("*.displaced-*")
    assert place.read_bytes() == NEWER
    (warning,) = repository.keeper.take_warnings()
    assert (warning.code, warning.facts["place"]) == ("newer_kept_aside", str(place))


def test_a_newer_conflict_copy_stays_and_is_said(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Redesign", "1200")
    copy = cli.file.with_name(f"{cli.file.stem}.sync-conflict-20260302-101500-ABCDEFG.json")
    copy.write_bytes(NEWER)
    answer = cli("list", "--json")
    assert len(answer.json) == 1
    assert "was written by a newer relance (schema 99)" in answer.err
    assert copy.read_bytes() == NEWER


def test_doctor_names_what_was_kept_aside(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Redesign", "1200")
    place = cli.file.with_name(f"{cli.file.name}.displaced-0123abcd")
    place.write_bytes(NEWER)
    answer = cli("doctor")
    assert answer.code == 1
    assert place.name in answer.out + answer.err
    assert place.read_bytes() == NEWER
