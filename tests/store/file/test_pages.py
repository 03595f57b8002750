"""The text of a change, made from the text before it: byte for byte what all of it would be."""

import json
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.file.pages import CUT, ROWS, cut, paged, repaged
from store.file.pages_reading import read_pages
from store.file.tables import Row, Tables, compose, parse
from store.file.text import BLOCK, blocks, whole

LONG = "x" * (CUT // 20)
"""A note of which a page that is cut out of a text holds few."""

HEADS = ('"quotes": {', '"history": {}', "},", "}", "\n", '\n"1": {"id":1},')
"""What looks like the frame of the file, and stands in a note."""

names = st.sampled_from(["leads", "quotes", "follow_ups", "_meta", "1", 'of "others"', "\n}"])
ids = st.integers(1, 200).map(str)
notes = st.sampled_from(["", LONG, *HEADS])
sizes = st.sampled_from([0, 1, 2, ROWS - 1, ROWS, ROWS + 1, 2 * ROWS, 3 * ROWS + 5])


def a_row(document_id: str, note: str = "") -> Row:
    """A row with a note, as JSON."""
    return f'{{"id":{document_id},"note":{json.dumps(note)}}}'.encode()


def a_table(size: int, note: str = "") -> dict[str, Row]:
    """A table of so many rows; many an id is the beginning of another."""
    return {str(number): a_row(str(number), note) for number in range(1, size + 1)}


tables = st.dictionaries(
    names, st.builds(a_table, sizes, st.sampled_from(["", LONG])), min_size=1, max_size=4
)


@st.composite
def changed_rows(draw: st.DrawFn, before: Mapping[str, Row]) -> Mapping[str, Row]:
    """The rows after a few were put, taken out, or both; now and then all of them."""
    rows = {} if draw(st.integers(0, 9)) == 9 else dict(before)
    for document_id in draw(st.lists(ids, max_size=4)):
        how = draw(st.sampled_from(["put", "take out", "take out and put"]))
        if how.startswith("take out"):
            rows.pop(document_id, None)
        if how.endswith("put"):
            rows[document_id] = a_row(document_id, draw(notes))
    return rows


@st.composite
def changed_tables(draw: st.DrawFn, before: Tables) -> Tables:
    """The tables after some changed, appeared, vanished, or changed places."""
    after = dict(before)
    for name in draw(st.lists(names, max_size=3)):
        after[name] = draw(changed_rows(after.get(name, {})))
    for name in draw(st.lists(names, max_size=1)):
        after.pop(name, None)
    order = sorted(after) if draw(st.booleans()) else [*after]
    return {name: after[name] for name in order}


def in_order(given: Tables) -> list[tuple[str, list[tuple[str, bytes]]]]:
    """The names and rows, as they follow one another."""
    return [
        (name, [(key, bytes(row)) for key, row in rows.items()]) for name, rows in given.items()
    ]


@given(st.data(), tables, st.booleans())
def test_the_text_after_any_changes_is_what_composing_all_of_it_gives(
    data: st.DataObject, old: Tables, was_read: bool
) -> None:
    text = cut(compose(old), old) if was_read else paged(old)
    for _ in range(3):
        new = data.draw(changed_tables(old))
        text, old = repaged(text, old, new), new
        assert whole(text) == compose(new)


@given(tables)
def test_a_text_that_is_read_page_by_page_has_the_tables_that_it_has_as_a_whole(
    old: Tables,
) -> None:
    text = compose(old)
    pages, read = read_pages(text)
    assert whole(pages) == text
    assert in_order(read) == in_order(parse(text)) == in_order(old)
    sizes = {name: sum(page.size for page in each) for name, each in pages.pages.items()}
    assert sizes == {name: len(rows) for name, rows in old.items()}


@given(tables, st.data())
def test_what_is_not_such_a_text_is_refused(old: Tables, data: st.DataObject) -> None:
    text = compose(old)
    cut_at = data.draw(st.integers(0, len(text) - 1))
    for odd in (text[:cut_at], text + b"x", text[1:], b""):
        with pytest.raises(ValueError):
            read_pages(odd)


@given(tables)
def test_a_text_in_pages_is_the_text(old: Tables) -> None:
    text = compose(old)
    assert whole(paged(old)) == whole(cut(text, old)) == text
    assert whole(cut(text, parse(text))) == text


@given(tables)
def test_its_blocks_are_its_text_and_as_many_as_its_length_asks_for(old: Tables) -> None:
    text = compose(old)
    for each in (text, paged(old), cut(text, old)):
        found = [*blocks(each)]
        assert b"".join(found) == text
        assert len(found) <= len(text) // BLOCK + 1
        assert max(map(len, found)) < 2 * BLOCK


def test_no_text_has_no_blocks() -> None:
    assert [*blocks(b"")] == []


def test_tables_that_do_not_change_stay_the_same_pages() -> None:
    old: Tables = {"leads": a_table(200), "quotes": a_table(200)}
    text = paged(old)
    new = repaged(text, old, {**old, "quotes": {**old["quotes"], "201": a_row("201")}})
    assert new.pages["leads"] is text.pages["leads"]


@pytest.mark.parametrize(
    ("change", "composed"),
    [
        (lambda rows: {**rows, "201": a_row("201")}, 200 % ROWS + 1),
        (lambda rows: {**rows, "100": a_row("100", "other")}, ROWS + 200 % ROWS),
        (lambda rows: {key: rows[key] for key in rows if key != "1"}, ROWS - 1 + 200 % ROWS),
    ],
    ids=["a new row", "a row in the middle", "the first row taken out"],
)
def test_only_pages_in_which_something_changed_are_composed(
    change: Callable[[Mapping[str, Row]], Mapping[str, Row]], composed: int
) -> None:
    old: Tables = {"quotes": a_table(200)}
    text = paged(old)
    new = repaged(text, old, {"quotes": change(old["quotes"])})
    known = {id(page) for page in text.pages["quotes"]}
    fresh = [page for page in new.pages["quotes"] if id(page) not in known]
    assert sum(page.size for page in fresh) == composed


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b'{"quotes": {"1": {}, "2": {}}}',
        b'{\n"quotes": {\n"1": {},\n"2": {}\n}\n} ',
        b'{\n"quotes": {\n"1": {},\n"2": {},\n"3": {}\n}\n}\n',
        b'{\n"quotes": {\n"1": {}\n}\n}\n',
        b'{\n"leads": {\n"1": {},\n"2": {}\n}\n}\n',
        b'{\n"quotes": {\n"1": {},\n"2": {}\n},\n"leads": {}\n}\n',
    ],
)
def test_a_text_of_another_form_is_not_cut(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        cut(text, {"quotes": a_table(2)})
