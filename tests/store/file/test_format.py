"""The text of the file: one record a line, keys in a fixed order, so that a diff is short."""

import json
from collections import Counter
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from store.changes.quotes import DeleteQuote, EditQuote
from store.file.repository import Repository
from store.file.tables import compose, parse
from store.records.quote import Quote
from tests.store.file.samples import TODAY, a_log, an_addition, commit, raw, write_raw


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def one_a_line(path: Path) -> int:
    """How many lines the file has: one a row, two around a table, one for an empty table."""
    return 2 + sum(len(rows) + 2 if rows else 1 for rows in raw(path).values())


def bare(path: Path) -> Counter[str]:
    """The lines without the comma that says that another follows."""
    return Counter(line.rstrip(",") for line in lines(path))


def test_every_record_has_a_line_of_its_own(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), an_addition(2), a_log(1), a_log(2))
    tables = raw(path)
    for rows in tables.values():
        for document_id, row in rows.items():
            own = [line for line in lines(path) if line.startswith(f'"{document_id}": ')]
            assert row in [json.loads(line.split(": ", 1)[1].rstrip(",")) for line in own]
    assert len(lines(path)) == one_a_line(path)


def test_tables_and_keys_are_in_a_fixed_order(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), a_log(1))
    assert [*raw(path)] == ["leads", "quotes", "follow_ups", "history", "_meta"]
    assert [*raw(path)["quotes"]["1"]] == [*Quote.__annotations__]
    commit(repository, EditQuote(quote_id=1, values={"notes": "x", "title": "Map"}))
    assert [*raw(path)["quotes"]["1"]] == [*Quote.__annotations__]


def test_a_change_of_one_field_alters_only_that_record_and_the_books(
    repository: Repository, path: Path
) -> None:
    commit(repository, *(an_addition(number) for number in range(1, 6)), a_log(3))
    before = bare(path)
    commit(repository, EditQuote(quote_id=3, values={"title": "Map"}))
    gone, come = before - bare(path), bare(path) - before
    assert sorted(line[:4] for line in gone) == ['"1":', '"3":']
    edited = [line for line in come if line.startswith('"3":')]
    assert len(edited) == 1
    assert '"title":"Map"' in edited[0]
    assert len(come) == 3
    assert len([line for line in come if '"code":"edited"' in line]) == 1
    assert len([line for line in come if '"revision":7,"seq":' in line]) >= 1


def test_accents_are_written_as_they_are(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1, lead="Théâtre de l’Œil", title="日本 \u2028 \x1b[2J"))
    text = path.read_text(encoding="utf-8")
    assert "Théâtre de l’Œil" in text
    assert "日本" in text
    assert raw(path)["quotes"]["1"]["title"] == "日本 \u2028 \x1b[2J"
    assert "\x1b" not in text


def test_a_file_that_another_program_indented_gets_one_record_a_line_again(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1), an_addition(2))
    write_raw(path, raw(path) | {"own": {"1": {"a": [1, {"b": 2}]}}}, indent=4)
    before = raw(path)
    commit(repository, an_addition(3))
    assert len([line for line in lines(path) if line.startswith('"1": {')]) == 3
    assert len(lines(path)) == one_a_line(path)
    assert raw(path)["own"] == before["own"]
    assert raw(path)["quotes"]["1"] == before["quotes"]["1"]


def test_an_empty_table_is_still_there(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), DeleteQuote(quote_id=1))
    assert raw(path)["quotes"] == {}
    assert raw(path)["follow_ups"] == {}


def test_a_change_that_changes_nothing_writes_nothing(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1))
    before = path.read_bytes(), path.stat().st_ino
    saved = commit(repository, EditQuote(quote_id=1, values={"title": "Website redesign"}))
    assert (path.read_bytes(), path.stat().st_ino) == before
    assert saved.edit.puts == ()
    assert len(repository.history()) == 1


def test_every_record_says_at_which_revision_it_changed_and_by_whom(path: Path) -> None:
    here, there = Repository(path, "here"), Repository(path, "there")
    here.commit(an_addition(1), TODAY)
    there.commit(an_addition(2), TODAY)
    there.commit(EditQuote(quote_id=1, values={"title": "Map"}), TODAY)
    quotes = raw(path)["quotes"]
    assert quotes["1"]["changed"] == {"revision": 3, "machine": "there"}
    assert quotes["2"]["changed"] == {"revision": 2, "machine": "there"}
    assert raw(path)["leads"]["101"]["changed"] == {"revision": 1, "machine": "here"}
    assert raw(path)["_meta"]["1"]["revision"] == 3


def test_records_are_numbered_as_they_are_recorded(repository: Repository) -> None:
    commit(repository, an_addition(1), a_log(1, contact_id=9), a_log(1, contact_id=8))
    snapshot = repository.snapshot()
    numbers = [snapshot.quotes[1].seq, snapshot.follow_ups[9].seq, snapshot.follow_ups[8].seq]
    assert numbers == sorted(set(numbers))
    assert [contact.id for contact in snapshot.dossiers[101].contacts] == [9, 8]


texts = st.text(max_size=4)
values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
nested = values | st.lists(values, max_size=2) | st.dictionaries(texts, values, max_size=2)
rows = st.dictionaries(texts, nested, max_size=3)
document_ids = st.integers(0, 10**17).map(str)


@given(
    st.dictionaries(texts, st.dictionaries(document_ids, rows, max_size=3), max_size=3),
    st.sampled_from([None, 0, 4]),
)
def test_any_tables_of_stock_tinydb_come_back_as_they_went(
    tables: dict[str, dict[str, dict[str, object]]], indent: int | None
) -> None:
    text = json.dumps(tables, indent=indent).encode()
    try:
        parsed = parse(text)
    except msgspec.DecodeError:
        assert b"\\ud" in text  # a lone surrogate: stock TinyDB writes it, we refuse it
        return
    composed = compose(parsed)
    assert json.loads(composed) == tables
    assert compose(parse(composed)) == composed
