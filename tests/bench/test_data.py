"""The made-up tracker: the same each time, sound, and with everything in use."""

from collections import Counter
from pathlib import Path

import pytest

from bench.data import TODAY, made_tables, write_tracker
from store.file.doctor import examine, examined
from store.file.repository import Repository
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.words import Status

SIZE = 2_000


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    path = tmp_path_factory.mktemp("made") / "tracker.json"
    write_tracker(path, SIZE)
    return Repository(path, "test").snapshot()


def test_the_same_size_gives_the_same_file() -> None:
    assert made_tables(60) == made_tables(60)


def test_fifteen_in_a_hundred_are_pending_with_two_and_a_half_contacts(snapshot: Snapshot) -> None:
    statuses = Counter(quote.status for quote in snapshot.quotes.values())
    assert len(snapshot.quotes) == SIZE
    assert statuses[Status.SENT] / SIZE == pytest.approx(0.15, abs=0.02)
    assert set(statuses) == set(Status)
    assert len(snapshot.follow_ups) / SIZE == pytest.approx(2.45, abs=0.1)


@pytest.mark.parametrize("kind", [Lead, Quote, FollowUp])
def test_every_field_is_in_use(
    snapshot: Snapshot, kind: type[Lead] | type[Quote] | type[FollowUp]
) -> None:
    records = {Lead: snapshot.leads, Quote: snapshot.quotes, FollowUp: snapshot.follow_ups}[
        kind
    ].values()
    unused = {
        name
        for name in kind.__struct_fields__
        if len({repr(getattr(record, name)) for record in records}) == 1
    }
    assert not unused


def test_doctor_finds_nothing_in_it_but_leads_silent_for_long(tmp_path: Path) -> None:
    path = tmp_path / "tracker.json"
    write_tracker(path, 100)
    findings = examine(examined(Repository(path, "test"), TODAY))
    assert {finding.code for finding in findings} <= {"silent_lead"}
