"""FAULTS 23: of what stands twice in a hand-made file, both are kept, and it is reported."""

import json
from pathlib import Path

import pytest

from store.errors import FileTrouble
from store.file.repository import Repository
from store.file.review import unreviewed
from tests.faults.test_row_08_replaced_file import InterruptedDisk
from tests.store.file.samples import an_addition, commit, raw

WEB = '"1": {"lead_id":7,"ref":"A","title":"Web"}'
MAP = '"1": {"lead_id":7,"ref":"B","title":"Map"}'
LEADS = '"leads": {\n"7": {"name":"Nay"}\n}'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "relance.json"


def written(path: Path, *tables: str) -> Repository:
    """A file that somebody wrote by hand, in our form."""
    path.write_text("{\n" + ",\n".join((LEADS, *tables)) + "\n}\n")
    return Repository(path, "here")


def table(*rows: str) -> str:
    return '"quotes": {\n' + ",\n".join(rows) + "\n}"


def test_of_one_id_twice_the_first_stays_and_the_second_gets_a_new_id(path: Path) -> None:
    repository = written(path, table(WEB, MAP))
    quotes = repository.snapshot().quotes
    assert quotes[1].title == "Web"
    assert [quote.title for number, quote in quotes.items() if number != 1] == ["Map"]


def test_the_new_id_is_none_that_stands_further_down(path: Path) -> None:
    first = next(
        number for number in written(path, table(WEB, MAP)).snapshot().quotes if number != 1
    )
    later = MAP.replace('"1"', f'"{first}"').replace("Map", "Later")
    quotes = written(path, table(WEB, MAP, later)).snapshot().quotes
    assert (quotes[1].title, quotes[first].title) == ("Web", "Later")
    assert sorted(quote.title for quote in quotes.values()) == ["Later", "Map", "Web"]


def test_one_table_twice_is_one_table(path: Path) -> None:
    quotes = written(path, table(WEB), table(MAP, MAP.replace("1", "2", 1))).snapshot().quotes
    assert [quote.title for quote in quotes.values()] == ["Web", "Map", "Map"]
    assert {1, 2} < set(quotes)


def test_of_one_key_twice_the_first_stays_and_the_second_gets_a_new_name(path: Path) -> None:
    repository = written(path, table('"1": {"lead_id":7,"title":"Web","title":"Map","title":"X"}'))
    assert repository.snapshot().quotes[1].title == "Web"
    commit(repository, an_addition(2))
    row = raw(path)["quotes"]["1"]
    assert (row["title"], row["title (2)"], row["title (3)"]) == ("Web", "Map", "X")


NESTED = {
    "in a contact": (
        '"contacts":[{"name":"Ana"},{"name":"Bo","email":"a@x.example","email":"b@x.example"}]',
        {"contacts": [{"name": "Ana"}, {"name": "Bo", "email": "a@x.example", "*": "b@x.example"}]},
        ("contacts[2].email", "email (2)"),
    ),
    "in a field that we do not know": (
        '"mine":{"deep":[[{"a":1.50,"\\u0061":2,"a":1.50}]]}',
        {"mine": {"deep": [[{"a": 1.5, "*": 2}]]}},
        ("mine.deep[1][1].a", "a (2)"),
    ),
    "whole objects, the second with a double of its own": (
        '"mine":{"a":1},"mine":{"b":1,"b":2}',
        {"mine": {"a": 1}, "mine (2)": {"b": 1, "*": 2}},
        ("mine.b", "b (2)"),
    ),
    "beside a name that is taken later": (
        '"mine":1,"mine":2,"mine (2)":3',
        {"mine": 1, "mine (3)": 2, "mine (2)": 3},
        ("mine", "mine (3)"),
    ),
}


@pytest.mark.parametrize(("text", "kept", "told"), NESTED.values(), ids=[*NESTED])
def test_of_one_key_twice_inside_a_record_both_are_kept_however_deep(
    path: Path, text: str, kept: dict[str, object], told: tuple[str, str]
) -> None:
    path.write_text(f'{{"leads": {{"7": {{"name":"Nay",{text}}}}}}}')
    repository = Repository(path, "here")
    assert repository.snapshot().leads[7].name == "Nay"
    found = [(entry.facts["field"], entry.facts["kept"]) for entry in repository.history()]
    assert told in found
    commit(repository, an_addition(2))
    row = raw(path)["leads"]["7"]
    expected = json.loads(json.dumps(kept).replace('"*"', f'"{told[1]}"'))
    assert {name: row[name] for name in expected} == expected
    assert [entry.code for entry in unreviewed(repository.history())] == ["duplicate"] * len(found)


def test_what_stands_twice_in_the_books_is_kept_too(path: Path) -> None:
    meta = '"_meta": {\n"1": {"schema":1,"revision":4,"mine":{"a":1,"a":2}}\n}'
    repository = written(path, table(WEB), meta)
    assert [entry.facts["field"] for entry in repository.history()] == ["mine.a"]
    commit(repository, an_addition(2))
    own = raw(path)["_meta"]["1"]
    assert (own["revision"], own["mine"]) == (5, {"a": 1, "a (2)": 2})


def test_two_doubles_of_one_name_are_two_reports(path: Path) -> None:
    contact = '{"name":"Ana","email":"a@x.example","email":"b@x.example"}'
    path.write_text(f'{{"leads": {{"7": {{"name":"Nay","contacts":[{contact},{contact}]}}}}}}')
    found = [entry.facts["field"] for entry in Repository(path, "here").history()]
    assert found == ["contacts[1].email", "contacts[2].email"]


def test_a_file_with_a_double_that_is_nested_too_deeply_is_damaged(path: Path) -> None:
    deep = "[" * 2000 + '{"a":1,"a":2}' + "]" * 2000
    repository = written(path, f'"mine": {{\n"1": {{"x":{deep}}}\n}}')
    with pytest.raises(FileTrouble) as trouble:
        repository.snapshot()
    assert trouble.value.code == "damaged"


def test_both_are_reported(path: Path) -> None:
    repository = written(path, table(WEB.replace("}", ',"ref":"C"}'), MAP))
    found = [(entry.code, entry.facts["field"]) for entry in unreviewed(repository.history())]
    assert found == [("duplicate", "ref"), ("duplicate", "id 1")]
    (new,) = set(repository.snapshot().quotes) - {1}
    assert [entry.facts["kept"] for entry in unreviewed(repository.history())] == [
        "ref (2)",
        str(new),
    ]


def test_the_new_id_is_the_same_whenever_the_file_is_read(path: Path) -> None:
    ids = [set(written(path, table(WEB, MAP)).snapshot().quotes) for _ in range(2)]
    assert ids[0] == ids[1]


def test_the_next_change_writes_both_and_keeps_the_report(path: Path) -> None:
    repository = written(path, table(WEB, MAP))
    quotes = set(repository.snapshot().quotes)
    commit(repository, an_addition(2))
    again = Repository(path, "here")
    assert set(again.snapshot().quotes) == quotes | {2}
    assert len(unreviewed(again.history())) == 1
    assert set(raw(path)["quotes"]) == {str(number) for number in quotes | {2}}


def test_a_record_that_is_there_twice_in_the_same_words_is_one(path: Path) -> None:
    repository = written(path, table(WEB, WEB.replace('":', '": ')))
    assert set(repository.snapshot().quotes) == {1}
    assert unreviewed(repository.history()) == []


def test_a_row_that_says_its_id_says_the_new_one(path: Path) -> None:
    rows = [row.replace("{", '{"id":1,') for row in (WEB, MAP)]
    repository = written(path, table(*rows))
    commit(repository, an_addition(2))
    assert all(str(row["id"]) == key for key, row in raw(path)["quotes"].items())


def test_a_file_of_any_layout_is_read(path: Path) -> None:
    path.write_text(
        '\n { "leads" : { "7" : {"name":"Nay", "name" : "é\\n", "x": [1, {"y": 1e9}]} ,\n'
        ' "7": {"name": "Lay"} } , "quotes": {} }\n'
    )
    leads = Repository(path, "here").snapshot().leads
    assert [lead.name for lead in leads.values()] == ["Nay", "Lay"]


def test_a_file_without_doubles_is_taken_as_it_is(path: Path) -> None:
    path.write_text('{"leads": {"7": {"name": "Nay", "n": 1.50}}, "todo": {}}')
    repository = Repository(path, "here")
    assert set(repository.snapshot().leads) == {7}
    assert repository.history() == []


def test_what_stands_twice_in_a_version_that_is_displaced_is_kept_too(path: Path) -> None:
    commit(Repository(path, "here"), an_addition(1))
    text = '{"leads": {"7": {"name":"Nay","mine":1,"mine":2}, "7": {"name":"Lay"}}}'
    repository = Repository(path, "here", InterruptedDisk(text.encode()))
    commit(repository, an_addition(2))
    leads = raw(path)["leads"].values()
    assert {"Nay", "Lay"} < {lead["name"] for lead in leads}
    assert [(lead["mine"], lead["mine (2)"]) for lead in leads if lead["name"] == "Nay"] == [(1, 2)]
    assert [entry.code for entry in unreviewed(repository.history())] == ["duplicate"] * 2
