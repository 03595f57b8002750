"""Numbers of a JSON export so high that a tracker could not count on from them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.changes.leads import EditLead
from store.exchange.import_records import ImportRecords
from store.exchange.json_export import json_text
from store.exchange.json_import import Records, read_records
from store.file.repository import Repository
from store.records.lead import Lead
from store.records.stamp import Stamp
from store.rules.board import Board
from tests.builders import SENT_ON, a_lead, a_snapshot, circumstances
from tests.store.file.samples import an_addition, commit


def exported(*leads: Lead) -> bytes:
    return json_text(Board(a_snapshot(*leads), SENT_ON, circumstances(SENT_ON).rulebook)).encode()


def read(data: bytes) -> Records:
    return read_records("records.json", data)


HIGH = {
    "revision": a_lead(changed=Stamp(2**53, "there"), seq=1),
    "number of recording": a_lead(seq=2**53),
    "both at the bound": a_lead(changed=Stamp(2**52, "there"), seq=2**52),
}


@pytest.mark.parametrize("lead", HIGH.values(), ids=HIGH)
def test_what_is_changed_after_the_import_can_be_exported_and_read_again(
    path: Path, lead: Lead
) -> None:
    repository = Repository(path, "here")
    commit(repository, an_addition(2))
    found = read(exported(lead))
    commit(repository, ImportRecords(name="records.json", found=found.found))
    commit(repository, EditLead(lead_id=lead.id, values={"notes": "new"}))
    commit(repository, an_addition(3))
    snapshot = repository.snapshot()
    again = read(exported(*snapshot.leads.values()))
    assert (found.problems, again.problems) == ((), ())
    assert {each.record.id for each in again.found} == {1, 102, 103}


def test_the_highest_number_that_is_read_is_not_taken_over() -> None:
    lead = a_lead(changed=Stamp(2**52 + 1, "there"), seq=2**52 + 1)
    (found,) = read(exported(lead)).found
    assert found.record == replace(lead, changed=Stamp(), seq=0)
