"""A value that a merge lost is put back by an ordinary change, which can be undone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.changes.command import Command
from store.changes.contacts import AmendContact
from store.changes.leads import EditLead
from store.changes.people import read_person
from store.changes.quotes import DeleteQuote, EditQuote
from store.errors import TrackerError
from store.file.history import Change
from store.file.merge import merge
from store.file.repository import Repository
from store.file.review import unreviewed
from store.file.tables import TableName, parse
from store.file.take_back import TakeBack, take_back
from store.records.words import Channel
from tests.builders import SENT_ON
from tests.store.file.samples import TODAY, a_log, an_addition, commit, contents, raw, write_raw


def merged(folder: Path, here: Command, there: Command) -> Repository:
    """The file after both machines changed it and the newer change, `there`, was kept.

    It holds quotes 1 and 2 of the leads 101 and 102, and contact 9.
    """
    first, second = (Repository(folder / f"{name}.json", name) for name in ("here", "there"))
    commit(first, an_addition(1), an_addition(2), a_log(1, contact_id=9))
    base = first.path.read_bytes()
    second.path.write_bytes(base)
    commit(first, here)
    commit(second, EditQuote(quote_id=2, values={"notes": "newer"}), there)
    theirs = parse(second.path.read_bytes())
    first.rewrite(lambda tables: merge(parse(base), tables, theirs).tables, SENT_ON)
    return first


def an_edit(**values: Any) -> EditQuote:
    return EditQuote(quote_id=1, values=values)


def the_entry(repository: Repository) -> Change:
    (entry,) = unreviewed(repository.history())
    return entry


def a_person(typed: str) -> EditLead:
    return EditLead(lead_id=101, values={}, joined=(read_person("contact", typed),))


CASES: dict[str, tuple[Command, Command, str, int, str, object]] = {
    "text": (an_edit(title="Map"), an_edit(title="Atlas"), "quotes", 1, "title", "Map"),
    "number": (an_edit(limit=5), an_edit(limit=2), "quotes", 1, "limit", 5),
    "day": (
        *(an_edit(send_by=date(2026, 3, 5)), an_edit(send_by=date(2026, 3, 6))),
        *("quotes", 1, "send_by", date(2026, 3, 5)),
    ),
    "lead": (
        EditLead(lead_id=101, values={"tags": ("a", "b")}),
        EditLead(lead_id=101, values={"tags": ("c",)}),
        *("leads", 101, "tags", ("a", "b")),
    ),
    "people": (
        *(a_person("Ana Roux"), a_person("Bo Li")),
        *("leads", 101, "contacts", (read_person("contact", "Ana Roux"),)),
    ),
    "contact": (
        AmendContact(contact_id=9, values={"channel": Channel.PHONE}),
        AmendContact(contact_id=9, values={"channel": Channel.LETTER}),
        *("follow_ups", 9, "channel", Channel.PHONE),
    ),
    "another lead": (an_edit(lead="Lead 2"), an_edit(lead="Lead 3"), "quotes", 1, "lead_id", 102),
}


@pytest.mark.parametrize("name", [name for name in CASES if name != "another lead"])
def test_the_lost_value_comes_back_and_undo_takes_it_out_again(tmp_path: Path, name: str) -> None:
    here, there, table, record_id, field, lost = CASES[name]
    repository = merged(tmp_path, here, there)
    before = contents(repository.snapshot())
    commit(repository, take_back(the_entry(repository)))

    now = getattr(repository.snapshot(), table)[record_id]
    assert getattr(now, field) == lost
    assert contents(Repository(repository.path, "x").snapshot()) != before
    repository.undo(TODAY)
    assert contents(repository.snapshot()) == before


def test_a_quote_goes_back_to_its_lead_with_its_contacts(tmp_path: Path) -> None:
    here, there, *_ = CASES["another lead"]
    repository = merged(tmp_path, here, there)
    entries = unreviewed(repository.history())
    (entry,) = [each for each in entries if each.records[0].table == "quotes"]
    commit(repository, take_back(entry))
    snapshot = repository.snapshot()
    assert (snapshot.quotes[1].lead_id, snapshot.follow_ups[9].lead_id) == (102, 102)


def test_rules_hold_for_it_as_for_every_change(tmp_path: Path) -> None:
    repository = merged(tmp_path, an_edit(ref="A"), an_edit(ref="B"))
    commit(repository, EditQuote(quote_id=2, values={"ref": "A"}))
    with pytest.raises(TrackerError) as error:
        commit(repository, take_back(the_entry(repository)))
    assert error.value.code == "ref_taken"


def test_what_was_there_comes_back_without_being_judged_again(tmp_path: Path) -> None:
    """Flags in words of one's own, and contact past a platform, were kept or insisted on before."""
    own = EditLead(lead_id=101, values={"flags": ("slow payer",)}, put_back=True)
    repository = merged(tmp_path, own, EditLead(lead_id=101, values={"flags": ("rushes",)}))
    commit(repository, take_back(the_entry(repository)))
    assert repository.snapshot().leads[101].flags == ("slow payer",)

    here, there, *_ = CASES["contact"]
    (tmp_path / "two").mkdir()
    repository = merged(tmp_path / "two", here, there)
    commit(repository, EditLead(lead_id=101, values={"platform": "malt"}))
    commit(repository, take_back(the_entry(repository)))
    assert repository.snapshot().follow_ups[9].channel is Channel.PHONE


def test_a_record_that_is_gone_is_said(tmp_path: Path) -> None:
    repository = merged(tmp_path, an_edit(title="Map"), an_edit(title="Atlas"))
    command = take_back(the_entry(repository))
    commit(repository, DeleteQuote(quote_id=1))
    with pytest.raises(TrackerError) as error:
        commit(repository, command)
    assert error.value.code == "quote_is_gone"


def test_a_field_that_relance_does_not_know_is_refused(tmp_path: Path) -> None:
    repository = merged(tmp_path, an_edit(title="Map"), an_edit(title="Atlas"))
    command = TakeBack(table="quotes", record_id=1, field="colour", value=b'"red"')
    with pytest.raises(TrackerError) as error:
        commit(repository, command)
    assert error.value.code == "not_our_field"


def code_of(repository: Repository, command: Command) -> str:
    with pytest.raises(TrackerError) as error:
        commit(repository, command)
    return error.value.code


@pytest.mark.parametrize(
    ("table", "record_id", "field", "value", "code"),
    [
        ("quotes", 1, "status", '"won"', "not_by_itself"),
        ("quotes", 1, "outcome", '{"on":"2026-03-10","became":77}', "not_by_itself"),
        ("quotes", 1, "ref", '""', "empty"),
        ("quotes", 1, "ref", '"D26-002"', "ref_taken"),
        ("quotes", 1, "title", '" "', "empty"),
        ("quotes", 1, "title", "5", "value_unreadable"),
        ("quotes", 1, "currency", '"zzz"', "not_a_currency"),
        ("quotes", 1, "amount", '"-5"', "value_unreadable"),
        ("quotes", 1, "lead_id", "999", "lead_is_gone"),
        ("leads", 101, "name", '""', "empty"),
        ("leads", 101, "name", '"Lead 2"', "lead_exists"),
        ("follow_ups", 9, "lead_id", "102", "not_by_itself"),
        ("follow_ups", 9, "quote_id", "999", "not_by_itself"),
    ],
)
def test_what_no_correction_could_do_is_refused(
    repository: Repository, table: TableName, record_id: int, field: str, value: str, code: str
) -> None:
    commit(repository, an_addition(1), an_addition(2), a_log(1, contact_id=9))
    command = TakeBack(table=table, record_id=record_id, field=field, value=value.encode())
    assert code_of(repository, command) == code


@pytest.mark.parametrize("name", ["Lead 1", ""])
def test_a_quote_goes_back_to_a_lead_whose_name_says_little(
    repository: Repository, name: str
) -> None:
    commit(repository, an_addition(1), an_addition(2), a_log(1, contact_id=9))
    tables = raw(repository.path)
    tables["leads"]["102"]["name"] = name
    write_raw(repository.path, tables)
    command = TakeBack(table="quotes", record_id=1, field="lead_id", value=b"102")
    snapshot = commit(repository, command).snapshot
    assert (snapshot.quotes[1].lead_id, snapshot.follow_ups[9].lead_id) == (102, 102)
    assert len(snapshot.leads) == 2


def test_of_what_stood_twice_nothing_was_lost(tmp_path: Path) -> None:
    path = tmp_path / "relance.json"
    path.write_text('{"leads": {"7": {"name":"Nay","notes":"a","notes":"b"}}}')
    with pytest.raises(TrackerError) as error:
        take_back(the_entry(Repository(path, "here")))
    assert error.value.code == "nothing_to_take_back"


def test_what_others_added_to_the_record_stays(tmp_path: Path) -> None:
    repository = merged(tmp_path, an_edit(title="Map"), an_edit(title="Atlas"))
    tables = raw(repository.path)
    tables["quotes"]["1"]["colour"] = {"red": 1.5}
    write_raw(repository.path, tables)
    commit(repository, take_back(the_entry(repository)))
    row = raw(repository.path)["quotes"]["1"]
    assert (row["title"], row["colour"]) == ("Map", {"red": 1.5})
