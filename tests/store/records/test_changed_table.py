"""A changed table is what a changed dictionary would be, and what it came of stays as it was."""

from hypothesis import given
from hypothesis import strategies as st

from store.records.changed_table import changed
from store.records.glances import texts
from tests.builders import a_quote

keys = st.integers(0, 6)
tables = st.dictionaries(keys, st.text(max_size=1))
steps = st.lists(st.tuples(tables, st.sets(keys)), max_size=4)


@given(tables, steps)
def test_changes_one_after_another_are_those_of_a_dictionary(
    first: dict[int, str], history: list[tuple[dict[int, str], set[int]]]
) -> None:
    table, wanted = changed(first, {}, ()), dict(first)
    for puts, deletes in history:
        before, same = dict(table), table
        table = changed(table, puts, deletes)
        wanted = {key: each for key, each in wanted.items() if key not in deletes} | puts
        assert dict(same) == before
        assert dict(table) == wanted
        assert (len(table), set(table)) == (len(wanted), set(wanted))
        assert [key in table for key in range(8)] == [key in wanted for key in range(8)]
        assert [table.get(key) for key in range(8)] == [wanted.get(key) for key in range(8)]


def test_a_replaced_record_keeps_its_place_and_a_new_one_comes_last() -> None:
    table = changed({1: "a", 2: "b", 3: "c"}, {4: "d", 2: "B"}, {3})
    assert list(table.items()) == [(1, "a"), (2, "B"), (4, "d")]


def test_one_text_of_every_record_is_told_as_it_is_after_the_changes() -> None:
    table = changed({1: a_quote(ref="A"), 2: a_quote(ref="B")}, {2: a_quote(ref="C")}, {1})
    assert [*texts(changed(table, {3: a_quote(ref="D")}, ()), "ref")] == [(2, "C"), (3, "D")]
