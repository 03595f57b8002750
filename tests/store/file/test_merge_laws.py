"""What holds for any merge, whatever the files hold (FAULTS: sync conflicts)."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.file.history_limit import KEPT
from store.file.merge import merge
from store.file.tables import Tables, compose
from tests.store.file.versions import RECORDS, Plain, plain_of, tables_of, versions

files = versions().map(tables_of)

ancestors = st.none() | files


def records(tables: Tables) -> dict[tuple[str, str], dict[str, Any]]:
    """All records by table and id."""
    return {
        (name, key): row
        for name, table in plain_of(tables).items()
        if name in RECORDS
        for key, row in table.items()
    }


def graves(tables: Tables) -> dict[tuple[str, str], tuple[int, str]]:
    """Stamps of the tombstones by table and id."""
    stones = plain_of(tables).get("_meta", {}).values()
    return {(row["deleted"], str(row["id"])): age(row) for row in stones if "deleted" in row}


def age(row: dict[str, Any]) -> tuple[int, str]:
    return (row["changed"]["revision"], row["changed"]["machine"])


@given(ancestors, files, files)
def test_it_does_not_matter_which_side_is_ours(
    base: Tables | None, ours: Tables, theirs: Tables
) -> None:
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert compose(one.tables) == compose(other.tables)
    assert one.lost == other.lost


@given(ancestors, files)
def test_two_sides_that_are_the_same_lose_nothing(base: Tables | None, ours: Tables) -> None:
    merged = merge(base, ours, ours)
    assert merged.lost == ()
    assert records(merged.tables) == records(ours)


@given(ancestors, files, files)
def test_merging_a_side_again_changes_nothing(
    base: Tables | None, ours: Tables, theirs: Tables
) -> None:
    once = merge(base, ours, theirs).tables
    assert plain_of(merge(base, once, once).tables) == plain_of(once)
    for side in (ours, theirs):
        again = merge(base, once, side).tables
        assert records(again) == records(once)
        assert again["history"].keys() == once["history"].keys()


@given(files, files)
def test_a_side_that_changed_nothing_leaves_the_other_as_it_is(base: Tables, ours: Tables) -> None:
    merged = merge(base, ours, base)
    assert merged.lost == ()
    for key, row in records(ours).items():
        assert records(merged.tables)[key] == row or key in records(base)


full_files = versions(full=True).map(tables_of)


@given(full_files, full_files, full_files)
def test_without_ancestors_the_order_of_merging_does_not_matter(
    one: Tables, two: Tables, three: Tables
) -> None:
    """Where rows have the same fields and name no others; the log of losers depends on the way."""
    left = merge(None, merge(None, one, two).tables, three).tables
    right = merge(None, one, merge(None, two, three).tables).tables
    assert records(left) == records(right)
    assert graves(left) == graves(right)
    own = [plain_of(tables)["_meta"]["1"]["revision"] for tables in (left, right)]
    assert own[0] == own[1]


@given(ancestors, files, files)
def test_no_added_or_edited_record_is_dropped(
    base: Tables | None, ours: Tables, theirs: Tables
) -> None:
    merged = records(merge(base, ours, theirs).tables)
    before = records(base or {})
    for side, other in ((ours, theirs), (theirs, ours)):
        for key, row in records(side).items():
            stone = max(graves(each).get(key, (-1, "")) for each in (side, other))
            buried = key not in records(other) and stone > age(row)
            if before.get(key) != row and not (buried and key not in before):
                assert key in merged


@given(ancestors, files, files)
def test_every_value_of_a_side_is_kept_or_logged(
    base: Tables | None, ours: Tables, theirs: Tables
) -> None:
    merged = merge(base, ours, theirs)
    lost = {(each.table, str(each.id), each.field, bytes(each.lost)) for each in merged.lost}
    before, after = records(base or {}), records(merged.tables)
    for key, row in records(ours).items():
        other = records(theirs).get(key)
        if key not in after or other is None:
            continue
        for field, value in row.items():
            changed = key not in before or before[key].get(field, row) != value
            if field in ("changed", "seq") or not changed or after[key].get(field) == value:
                continue
            assert (*key, field, _text(value)) in lost


def _text(value: object) -> bytes:
    return bytes(tables_of({"t": {"1": {"x": value}}})["t"]["1"])[5:-1]


@given(ancestors, files, files)
def test_every_loser_is_in_the_history(base: Tables | None, ours: Tables, theirs: Tables) -> None:
    merged = merge(base, ours, theirs)
    entries = [row for row in plain_of(merged.tables)["history"].values() if row["facts"]]
    assert len(entries) == len(merged.lost)
    assert {row["code"] for row in entries} <= {"conflict"}
    assert {row["facts"]["field"] for row in entries} == {each.field for each in merged.lost}


@given(ancestors, files, files)
def test_no_living_record_has_a_tombstone(
    base: Tables | None, ours: Tables, theirs: Tables
) -> None:
    merged = merge(base, ours, theirs).tables
    assert not graves(merged).keys() & records(merged).keys()


@given(files, files)
def test_counters_never_go_back(ours: Tables, theirs: Tables) -> None:
    own = [plain_of(tables)["_meta"]["1"] for tables in (ours, theirs)]
    merged = plain_of(merge(None, ours, theirs).tables)["_meta"]["1"]
    assert merged["revision"] == max(row["revision"] for row in own)
    assert merged["seq"] >= max(row["seq"] for row in own)


def test_the_history_keeps_the_500_newest() -> None:
    def history(first: int) -> Plain:
        entry: dict[str, Any] = {"on": "2026-03-02", "undone": 0, "facts": {}}
        return {"history": {str(n): entry | {"seq": n} for n in range(first, first + 400)}}

    merged = plain_of(merge(None, tables_of(history(1)), tables_of(history(201))).tables)
    assert KEPT == 500
    assert [*merged["history"]] == [str(n) for n in range(101, 601)]
