"""A damaged file is named and never written to: FAULTS 10; typed values are in rows 19 to 22."""

from pathlib import Path

import pytest

from store.changes.leads import EditLead
from store.errors import FileTrouble
from store.file.repository import Repository
from tests.store.file.samples import TODAY, a_log, an_addition, commit

HUGE = b"9" * 5000
LEAD = b'{"leads": {"1": {"name": "Nay", %b}}}'
QUOTE = b'{"quotes": {"1": {"lead_id": 1, %b}}}'
CONTACT = b'{"follow_ups": {"1": {"lead_id": 1, "quote_id": 1, %b}}}'

DAMAGED = {
    "zeroed": bytes(2000),
    "byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"leads": {}}'.encode("utf-16"),
    "spaces only": b" \n",
    "trailing junk": b'{"leads": {}}\n<<<<<<< ours',
    "conflict markers without an end": b"<<<<<<< HEAD\n{}\n=======\n{}\n",
    "conflict markers out of order": b"<<<<<<< HEAD\n{}\n>>>>>>> theirs\n=======\n{}\n",
    "conflict markers around nothing": b"<<<<<<< HEAD\n=======\n{}\n>>>>>>> theirs\n",
    "two objects": b'{"leads": {}}{"leads": {}}',
    "a list": b"[]",
    "a number": b"5",
    "null": b"null",
    "a table that is a list": b'{"leads": []}',
    "a table that is null": b'{"leads": null}',
    "a name for an id": b'{"leads": {"one": {"name": "Nay"}}}',
    "no id": b'{"leads": {"": {"name": "Nay"}}}',
    "a negative id": b'{"leads": {"-1": {"name": "Nay"}}}',
    "an id with a zero before it": b'{"leads": {"01": {"name": "Nay"}}}',
    "a foreign digit": '{"leads": {"١": {"name": "Nay"}}}'.encode(),
    "not a number": QUOTE % b'"amount": NaN',
    "no UTF-8 in an unknown field": LEAD % b'"colour": "\xff"',
    "a lone surrogate in an unknown field": LEAD % rb'"colour": "\ud800"',
}

BAD_RECORDS = {
    "a row that is a list": b'{"leads": {"1": []}}',
    "a row that is null": b'{"leads": {"1": null}}',
    "no name": b'{"leads": {"1": {}}}',
    "more than 64 bits": LEAD % b'"seq": 999999999999999999999999999999',
    "Infinity": QUOTE % b'"amount": "Infinity"',
    "9999": CONTACT % b'"on": "9999-12-31"',
    "an unknown status": QUOTE % b'"status": "expired"',
    "an unknown kind": CONTACT % b'"kind": "call"',
    "a time zone": CONTACT % b'"time": "10:00:00Z"',
}

BAD_BOOKS = {
    "a schema that is a word": b'{"_meta": {"1": {"schema": "one"}}}',
    "a huge revision": b'{"_meta": {"1": {"schema": 1, "revision": %b}}}' % HUGE,
    "a row that is a list": b'{"_meta": {"1": []}}',
}


def troubles(path: Path) -> list[FileTrouble]:
    """What reading and writing say of the file, which must stay as it is."""
    before = path.read_bytes(), path.stat().st_mtime_ns
    found = []
    for use in (
        lambda: Repository(path, "here").snapshot(),
        lambda: Repository(path, "here").commit(an_addition(1), TODAY),
        lambda: Repository(path, "here").undo(TODAY),
    ):
        with pytest.raises(FileTrouble) as trouble:
            use()
        found.append(trouble.value)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert all(trouble.exit_code == 3 for trouble in found)
    return found


@pytest.mark.parametrize("text", DAMAGED.values(), ids=[*DAMAGED])
def test_a_damaged_file_is_named_and_left_as_it_is(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    for trouble in troubles(path):
        assert (trouble.code, trouble.facts["path"]) == ("damaged", str(path))
        assert len(str(trouble.facts["why"])) < 200


@pytest.mark.parametrize("text", BAD_RECORDS.values(), ids=[*BAD_RECORDS])
def test_a_record_that_cannot_be_is_named_and_the_file_left_as_it_is(
    path: Path, text: bytes
) -> None:
    path.write_bytes(text)
    for trouble in troubles(path):
        assert (trouble.code, trouble.facts["id"]) == ("bad_record", "1")
        assert trouble.facts["table"] in ("leads", "quotes", "follow_ups")
        assert len(str(trouble.facts["why"])) < 200


@pytest.mark.parametrize("text", BAD_BOOKS.values(), ids=[*BAD_BOOKS])
def test_bad_books_are_named_before_anything_is_written(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    with pytest.raises(FileTrouble) as trouble:
        Repository(path, "here").commit(an_addition(1), TODAY)
    assert (trouble.value.code, trouble.value.facts["table"]) == ("bad_record", "_meta")
    assert path.read_bytes() == text


@pytest.mark.parametrize(
    "row",
    ["[]", "{}", '{"id":1}', "null", '{"id":1,"records":[{"table":"x","id":1,"how":"made"}]}'],
)
def test_a_bad_row_of_the_history_is_named(repository: Repository, path: Path, row: str) -> None:
    commit(repository, an_addition(1))
    text = path.read_text().replace('"history": {\n', f'"history": {{\n"5": {row},\n')
    path.write_text(text)
    for use in (repository.history, lambda: repository.undo(TODAY)):
        with pytest.raises(FileTrouble) as trouble:
            use()
        assert trouble.value.code == "bad_record"
        assert (trouble.value.facts["table"], trouble.value.facts["id"]) == ("history", "5")
    assert path.read_text() == text


def test_what_is_nested_no_deeper_than_people_nest_is_kept(
    repository: Repository, path: Path
) -> None:
    nested = b"[" * 100 + b"]" * 100
    path.write_bytes(LEAD % (b'"colour": ' + nested))
    commit(repository, EditLead(lead_id=1, values={"notes": "kind"}))
    assert nested in path.read_bytes()


def test_a_file_cut_anywhere_is_damaged_or_whole(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), a_log(1))
    whole = path.read_bytes()
    cut = path.with_name("cut.json")
    for length in range(1, len(whole) - 1):
        cut.write_bytes(whole[:length])
        with pytest.raises(FileTrouble) as trouble:
            Repository(cut, "here").snapshot()
        assert trouble.value.code == "damaged"
    cut.write_bytes(whole[:-1])
    assert set(Repository(cut, "here").snapshot().quotes) == {1}


@pytest.mark.parametrize("percent", [1, 20, 50, 80, 99])
def test_a_file_that_is_cut_is_never_written_to(
    repository: Repository, path: Path, percent: int
) -> None:
    commit(repository, an_addition(1), a_log(1))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * percent // 100])
    assert {trouble.code for trouble in troubles(path)} == {"damaged"}
    with pytest.raises(FileTrouble):
        repository.commit(an_addition(2), TODAY)
    path.write_bytes(whole)
    assert set(commit(repository, an_addition(2)).snapshot.quotes) == {1, 2}


def test_a_newer_schema_is_read_and_not_written(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1))
    path.write_text(path.read_text().replace('"schema":1', '"schema":99'))
    before = path.read_bytes()
    assert set(repository.snapshot().quotes) == {1}
    for use in (lambda: repository.commit(an_addition(2), TODAY), lambda: repository.undo(TODAY)):
        with pytest.raises(FileTrouble) as trouble:
            use()
        assert (trouble.value.code, trouble.value.facts["schema"]) == ("newer_schema", 99)
    assert path.read_bytes() == before
