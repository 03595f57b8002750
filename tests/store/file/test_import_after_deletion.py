"""A record that was deleted here and came back with a JSON export, beside a copy without it."""

from pathlib import Path

from store.changes.quotes import DeleteQuote
from store.exchange.found_record import FoundRecord
from store.exchange.import_records import ImportRecords
from store.file.merge import merge
from store.file.repository import Repository
from store.file.snapshot_reading import read_snapshot
from store.file.tables import parse
from store.records.stamp import Stamp
from tests.store.file.samples import a_log, an_addition, commit


def test_it_is_newer_than_its_tombstone_and_stays_in_a_merge(path: Path) -> None:
    repository = Repository(path, "here")
    commit(repository, an_addition(1))
    exported = repository.snapshot().quotes[1]
    commit(repository, a_log(1), DeleteQuote(quote_id=1))
    without = parse(path.read_bytes())
    commit(repository, ImportRecords(name="records.json", found=(FoundRecord(1, exported),)))
    with_it = parse(path.read_bytes())
    for sides in ((with_it, without), (without, with_it)):
        assert set(read_snapshot(merge(None, *sides).tables).quotes) == {1}
    assert repository.snapshot().quotes[1].changed == Stamp(4, "here")
