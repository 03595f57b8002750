"""Read record by record, a tracker that is known to be sound says the same as one read whole."""

from datetime import date

import pytest
from hypothesis import given

from store.errors import FileTrouble
from store.file.codec import TABLE_OF, write_record
from store.file.snapshot_reading import read_snapshot
from store.file.tables import Tables
from store.records.edit import Record
from store.records.quote import Outcome
from store.records.snapshot import Snapshot
from store.records.words import Status
from tests.builders import a_contact, a_lead, a_quote, a_snapshot
from tests.store.strategies import snapshots

A_QUOTE = a_quote(id=10, lead_id=1)


def tables_of(snapshot: Snapshot) -> dict[str, dict[str, bytes]]:
    kinds = (snapshot.leads, snapshot.quotes, snapshot.follow_ups, snapshot.incidents)
    tables: dict[str, dict[str, bytes]] = {name: {} for name in TABLE_OF.values()}
    for records in kinds:
        for number, record in records.items():
            tables[TABLE_OF[type(record)]][str(number)] = write_record(record, None)
    return tables


def everything(snapshot: Snapshot) -> list[object]:
    dossiers = {
        lead_id: (each.lead, each.quotes, each.contacts)
        for lead_id, each in snapshot.dossiers.items()
    }
    records: list[dict[int, Record]] = [dict(snapshot.leads), dict(snapshot.quotes)]
    return [*records, dict(snapshot.follow_ups), dict(snapshot.incidents), dossiers]


@given(snapshots())
def test_record_by_record_or_whole_it_is_the_same(snapshot: Snapshot) -> None:
    tables = tables_of(snapshot)
    lazy, whole = read_snapshot(tables, are_sound=True), read_snapshot(tables)
    assert everything(lazy) == everything(whole) == everything(snapshot)
    assert lazy.dossiers.outline == whole.dossiers.outline


def test_a_row_that_is_no_record_is_named_at_once_unless_all_are_known_to_be_sound() -> None:
    tables: Tables = {"quotes": {"7": b'{"lead_id": 1, "amount": "much"}'}}
    with pytest.raises(FileTrouble) as caught:
        read_snapshot(tables)
    assert (caught.value.code, caught.value.facts["id"]) == ("bad_record", "7")
    assert len(read_snapshot(tables, are_sound=True).quotes) == 1


def test_looking_for_a_dossier_reads_that_lead_only() -> None:
    others = [a_lead(id=number) for number in range(2, 9)]
    snapshot = a_snapshot(
        a_lead(id=1), A_QUOTE, *others, a_contact(date(2026, 3, 4), quote_id=10, lead_id=1)
    )
    lazy = read_snapshot(tables_of(snapshot), are_sound=True)
    assert lazy.dossiers[1].quotes == (A_QUOTE,)
    assert lazy.quotes[10] is lazy.dossiers[1].quotes[0]
    assert [*lazy.dossiers.made] == [1]


def test_leads_whose_quote_is_open_are_found_also_where_it_is_closed_later() -> None:
    closed = a_quote(id=11, lead_id=2, status=Status.WON, outcome=Outcome(on=date(2026, 4, 1)))
    dossiers = a_snapshot(a_lead(id=1), a_lead(id=2), a_lead(id=3), A_QUOTE, closed).dossiers
    assert dossiers.open_on(date(2026, 3, 31)) == [1, 2]
    assert dossiers.open_on(date(2026, 4, 1)) == [1]


def test_a_quote_is_found_by_its_ref_without_reading_the_others() -> None:
    bad = {"8": b'{"lead_id": 1, "ref": "D26-008", "amount": "much"}'}
    tables = tables_of(a_snapshot(a_lead(id=1), A_QUOTE))
    lazy = read_snapshot({**tables, "quotes": {**tables["quotes"], **bad}}, are_sound=True)
    assert lazy.quote_with_ref(A_QUOTE.ref.lower()) == A_QUOTE
    assert lazy.lead_named("ATELIER lumen").id == 1
