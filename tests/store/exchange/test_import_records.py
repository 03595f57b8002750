"""A JSON export read again: the same tracker, merged by id, and nothing that cannot be kept."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from store.errors import FileTrouble, InvalidValue
from store.exchange.import_records import ImportRecords, PlannedRecord, RecordVerdict, plan_records
from store.exchange.json_export import json_text
from store.exchange.json_import import Records, is_json, read_records
from store.records.day import FIRST_DAY
from store.records.edit import Edit, Record
from store.records.lead import Lead
from store.records.snapshot import Snapshot
from store.records.stamp import Stamp
from store.rules.board import Board
from tests.builders import (
    a_board,
    a_contact,
    a_lead,
    a_quote,
    a_snapshot,
    an_incident,
    circumstances,
)
from tests.store.strategies import snapshots

TODAY = date(2026, 4, 30)
ADD, CHANGE, PRESENT, OLDER, PROBLEM = RecordVerdict


def exported(snapshot: Snapshot) -> bytes:
    rules = circumstances(FIRST_DAY).rulebook
    return json_text(Board(snapshot, FIRST_DAY, rules)).encode()


def read(data: bytes) -> Records:
    return read_records("records.json", data)


def edit_of(data: bytes, into: Snapshot) -> Edit:
    return ImportRecords(name="records.json", found=read(data).found).apply(
        into, circumstances(TODAY)
    )


def planned(data: bytes, into: Snapshot) -> list[PlannedRecord]:
    return plan_records(read(data), into)


def verdicts(data: bytes, into: Snapshot) -> list[RecordVerdict]:
    return [each.verdict for each in planned(data, into)]


def tables(snapshot: Snapshot) -> tuple[Any, ...]:
    return snapshot.leads, snapshot.quotes, snapshot.follow_ups, snapshot.incidents


def a_tracker() -> Snapshot:
    """Every kind of record, each with its number of recording."""
    return a_snapshot(
        a_lead(seq=1),
        a_quote(seq=2, changed=Stamp(4, "here")),
        a_contact(date(2026, 3, 4), id=100, seq=3),
        an_incident(date(2026, 3, 5), id=200, seq=4),
    )


def whole(snapshot: Snapshot) -> Snapshot:
    """What of it has its lead and its quote."""
    leads = snapshot.leads
    quotes = {key: quote for key, quote in snapshot.quotes.items() if quote.lead_id in leads}
    contacts = {
        key: contact
        for key, contact in snapshot.follow_ups.items()
        if contact.lead_id in leads and contact.quote_id in quotes
    }
    return Snapshot(leads, quotes, contacts)


@given(snapshots().map(whole))
def test_an_empty_tracker_becomes_the_one_that_was_exported(snapshot: Snapshot) -> None:
    data = exported(snapshot)
    assert read(data).problems == ()
    into = Snapshot().after(edit_of(data, Snapshot()))
    assert exported(into) == data or any(
        not record.seq for table in tables(snapshot) for record in table.values()
    )
    assert set(verdicts(data, into)) <= {PRESENT}


def test_every_record_keeps_its_id_and_its_number_of_recording() -> None:
    tracker = a_tracker()
    edit = edit_of(exported(tracker), Snapshot())
    assert tables(Snapshot().after(edit)) == tables(tracker)
    assert edit.facts == {"leads": 1, "quotes": 1, "follow_ups": 1, "incidents": 1, "changed": 0}


def test_the_same_file_again_changes_nothing() -> None:
    tracker = a_tracker()
    assert verdicts(exported(tracker), tracker) == [PRESENT] * 4
    assert edit_of(exported(tracker), tracker).puts == ()


def test_where_a_number_of_recording_is_taken_all_are_recorded_anew_in_their_order() -> None:
    early, late = a_contact(id=101, seq=7), a_contact(id=100, seq=8)
    data = exported(a_snapshot(a_lead(id=5, seq=6), late, early))
    edit = edit_of(data, a_snapshot(a_lead(seq=7), a_quote()))
    assert [(record.id, record.seq) for record in edit.puts] == [(5, 0), (101, 0), (100, 0)]


@pytest.mark.parametrize(
    ("theirs", "ours", "verdict"),
    [
        (Stamp(5, "there"), Stamp(4, "here"), CHANGE),
        (Stamp(4, "there"), Stamp(5, "here"), OLDER),
        (Stamp(4, "b"), Stamp(4, "a"), CHANGE),
        (Stamp(4, "a"), Stamp(4, "b"), OLDER),
        (Stamp(4, "here"), Stamp(4, "here"), OLDER),
    ],
)
def test_of_two_changes_the_newer_stays_and_ours_of_the_same_stamp(
    theirs: Stamp, ours: Stamp, verdict: RecordVerdict
) -> None:
    data = exported(a_snapshot(a_lead(name="New", changed=theirs)))
    tracker = a_snapshot(a_lead(name="Old", changed=ours))
    assert verdicts(data, tracker) == [verdict]
    assert (Lead in map(type, edit_of(data, tracker).puts)) is (verdict is CHANGE)


def test_a_private_reason_goes_neither_out_nor_in_nor_away() -> None:
    ours = a_quote(private_reason="secret", changed=Stamp(4))
    tracker = a_snapshot(ours)
    data = exported(tracker)
    assert b"secret" not in data
    assert verdicts(data, tracker) == [PRESENT, PRESENT]
    changed = replace(ours, title="New", changed=Stamp(5))
    newer = exported(a_snapshot(changed)).replace(b'"New"', b'"New","private_reason":"theirs"')
    assert b"theirs" in newer
    (put,) = edit_of(newer, tracker).puts
    assert put == changed
    quote = edit_of(newer, Snapshot()).puts[1]
    assert quote == replace(changed, private_reason="")


def test_a_name_that_another_record_has_comes_in_and_is_told() -> None:
    data = exported(a_snapshot(a_lead(id=7), a_quote(id=70, lead_id=7)))
    found = planned(data, a_snapshot(a_lead(), a_quote()))
    assert [each.verdict for each in found] == [ADD, ADD]
    assert [each.problem.error.code for each in found if each.problem] == [
        "name_doubled",
        "ref_doubled",
    ]


LEAD = b'{"relance": 1,\n"leads": [\n{"id": 1, "name": "Nay"},\n{"id": 2, %b}\n]}'


@pytest.mark.parametrize(
    ("field", "named", "code"),
    [
        (b'"name": "a\\u0000b"', "name", "nul"),
        (b'"name": "%b"' % (b"x" * 1_000_000), "name", "too_long"),
        (b'"name": "N", "notes": "%b"' % (b"x" * 10_001), "notes", "too_long"),
        (b'"name": "N", "tags": ["%b"]' % (b"x" * 201), "tags", "too_long"),
        (b'"name": "N", "contacts": [{"name": "a\\u0000b"}]', "name", "nul"),
        (b'"name": "N", "contacts": [{"name": "a", "left_on": "1969-01-01"}]', None, "bad_value"),
        (b'"name": "N", "recontact_on": "2200-01-01"', None, "bad_value"),
        (b'"name": "N", "recontact_on": "2026-02-29"', "recontact_on", "bad_value"),
        (b'"name": "N", "seq": %b' % (b"9" * 5000), "seq", "bad_value"),
        (b'"name": "N", "seq": 18014398509481984', "seq", "number_out_of_bounds"),
        (b'"name": 5', "name", "bad_value"),
        (b'"name": ""', "name", "empty"),
        (b'"name": " \\u00a0\\t"', "name", "empty"),
        (b'"nam": "N"', "record", "bad_value"),
        (b'"name": "N", "id": 0', "id", "number_out_of_bounds"),
        (b'"name": "N", "id": 1', "id", "id_repeated"),
        (b'"name": "N", "changed": {"revision": 18014398509481984}', "changed", None),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_bad_record_is_named_with_its_line_and_stops_no_other(
    field: bytes, named: str | None, code: str | None
) -> None:
    found = read(LEAD % field)
    assert [each.record.id for each in found.found] == [1]
    (problem,) = found.problems
    assert problem.line == 4
    assert named in (None, problem.error.field)
    assert code in (None, problem.error.code)
    assert len(problem.error.value) <= 101


AMOUNTS = ('"NaN"', '"1E+30"', '"-1"', "-1", "0.30000000000000004", "1e999", "9" * 5000, "null")


@pytest.mark.parametrize("amount", AMOUNTS, ids=lambda amount: amount[:20])
def test_what_is_no_amount_is_refused_with_what_belongs_to_the_quote(amount: str) -> None:
    tracker = a_snapshot(a_lead(), a_quote(), a_quote(id=11, ref="R"), a_contact(quote_id=11))
    data = (
        exported(tracker).replace(b'"1200.00"', amount.encode()).replace(amount.encode(), b'"5"', 1)
    )
    found = planned(data, Snapshot())
    assert [each.record.id for each in found if each.record] == [1, 10]
    assert [each.problem.error.code for each in found if each.problem] == [
        "bad_value",
        "of_bad_record",
    ]


ORPHANS = {
    "quote": (a_quote(id=10, lead_id=99), "lead_id"),
    "contact of no lead": (a_contact(id=100, lead_id=99), "lead_id"),
    "contact of no quote": (a_contact(id=100, quote_id=99), "quote_id"),
}


@pytest.mark.parametrize(("orphan", "field"), ORPHANS.values(), ids=ORPHANS)
def test_what_belongs_to_a_record_that_is_nowhere_is_a_problem(orphan: Record, field: str) -> None:
    data = exported(a_snapshot(a_lead(), a_quote(id=11), orphan))
    assert sorted(verdicts(data, Snapshot())) == [ADD, ADD, PROBLEM]
    (problem,) = [each.problem for each in planned(data, Snapshot()) if each.problem]
    error = problem.error
    assert (error.field, error.value, error.code) == (field, "99", "of_bad_record")
    assert [record.id for record in edit_of(data, Snapshot()).puts] == [1, 11]


def test_what_belongs_to_a_record_of_the_tracker_comes_in_next_to_a_bad_one() -> None:
    tracker = a_snapshot(a_lead(), a_quote())
    new = a_snapshot(a_lead(id=5, name="Bad"), a_quote(id=11, ref="R"), a_contact(id=100))
    data = exported(new).replace(b'"Bad"', b"5")
    assert verdicts(data, tracker) == [PROBLEM, ADD, ADD]
    assert [record.id for record in edit_of(data, tracker).puts] == [11, 100]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "not_json"),
        (b'{"relance": 1, "leads": [NaN]}', "not_json"),
        (b'{"leads": []}', "unknown_json"),
        (b'{"leads": {"1": {"name": "Nay"}}}', "unknown_json"),
        (b'{"relance": 1, "leads": {"1": {"name": "Nay"}}}', "unknown_json"),
        (b'{"relance": "1"}', "unknown_json"),
        (b'{"relance": 2, "leads": []}', "newer_format"),
        (b'{"relance": 1, "x":' + b"[" * 100_000, "not_json"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_export_is_refused_as_a_whole(data: bytes, code: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        read(data)
    assert refusal.value.code == code


@pytest.mark.parametrize("data", [b'{"relance": 1,\n "x": "\xed\xa0\xbd"}', b"{\n\xff"])
def test_what_is_not_utf_8_is_named_with_its_line(data: bytes) -> None:
    with pytest.raises(FileTrouble) as trouble:
        read(data)
    assert (trouble.value.code, trouble.value.facts["line"]) == ("import_not_text", 2)


def on_one_line(data: bytes) -> bytes:
    return data.replace(b"\n", b"")


def with_a_mark(data: bytes) -> bytes:
    return b"\xef\xbb\xbf" + data


def from_another_system(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("change", [on_one_line, with_a_mark, from_another_system])
def test_another_program_may_have_laid_it_out_anew(change: Callable[[bytes], bytes]) -> None:
    tracker = a_tracker()
    data = change(exported(tracker))
    assert is_json(data)
    assert verdicts(data, tracker) == [PRESENT] * 4


def test_text_comes_in_as_it_is_kept_everywhere() -> None:
    data = exported(a_snapshot(a_lead(name="Cafe\u0301", notes=" two\nlines ")))
    (lead,) = edit_of(data, Snapshot()).puts
    assert isinstance(lead, Lead)
    assert (lead.name, lead.notes) == ("Café", " two\nlines ")


def test_an_empty_export_has_nothing_to_add() -> None:
    assert planned(json_text(a_board(TODAY)).encode(), Snapshot()) != []
    assert planned(exported(Snapshot()), Snapshot()) == []
