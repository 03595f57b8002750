"""How text is kept and compared: NFC, within bounds, folded for finding (FAULTS 16 and 19)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import InvalidValue
from store.records.text import (
    LINE_LENGTH,
    NOTE_LENGTH,
    REF_LENGTH,
    fold,
    read_line,
    read_note,
    read_ref,
    read_required_line,
    read_words,
)


def test_text_is_kept_composed() -> None:
    assert read_line("name", "The\u0301a\u0302tre") == "Théâtre"
    assert read_note("notes", "e\u0301te\u0301\n") == "été"


def test_a_line_stays_one_line() -> None:
    assert read_line("name", "  Atelier\n\tLumen \u00a0 SARL ") == "Atelier Lumen SARL"


def test_a_note_keeps_its_lines() -> None:
    assert read_note("notes", "\nfirst\n\n  second\n") == "first\n\n  second"


@pytest.mark.parametrize(
    "typed", ["[red]", "[/]", "[@click=app.quit]x[/]", "\x1b[2J", "\x1b]52;c;AA==\x07", "a\u202eb"]
)
def test_markup_and_control_sequences_are_kept_as_they_are(typed: str) -> None:
    assert read_line("title", typed) == typed
    assert read_note("notes", typed) == typed


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Atelier\0Lumen", "nul"), ("a\ud800b", "surrogate"), ("\udfff", "surrogate")],
)
def test_nul_and_lone_surrogates_are_refused_naming_the_field(typed: str, code: str) -> None:
    for read in (read_line, read_note, read_words):
        with pytest.raises(InvalidValue) as refused:
            read("name", typed)
        assert (refused.value.code, refused.value.field) == (code, "name")


@pytest.mark.parametrize(
    ("read", "longest"),
    [(read_line, LINE_LENGTH), (read_note, NOTE_LENGTH), (read_words, NOTE_LENGTH)],
)
def test_a_name_of_a_megabyte_is_refused_with_the_bound(read: object, longest: int) -> None:
    assert callable(read)
    with pytest.raises(InvalidValue) as refused:
        read("name", "ab," * 350_000)
    facts = refused.value.facts
    assert refused.value.code == "too_long"
    assert (facts["field"], facts["longest"], facts["length"]) == ("name", longest, 1_050_000)
    assert len(refused.value.value) <= 101


def test_the_longest_line_and_note_are_taken() -> None:
    assert len(read_line("title", f"  {'x' * LINE_LENGTH}\n")) == LINE_LENGTH
    assert len(read_note("notes", "x" * NOTE_LENGTH)) == NOTE_LENGTH


@pytest.mark.parametrize("typed", ["", "  ", "\n\t"])
def test_a_required_line_is_not_empty(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_required_line("title", typed)
    assert refused.value.code == "empty"


@pytest.mark.parametrize("typed", ["D26-014", "2026/7", "Été", "x" * REF_LENGTH])
def test_a_ref_is_one_word(typed: str) -> None:
    assert read_ref("ref", f" {typed} ") == typed


@pytest.mark.parametrize(
    ("typed", "code"),
    [("D26 014", "not_a_ref"), ("--yes", "not_a_ref"), ("", "empty"), ("x" * 41, "too_long")],
)
def test_what_is_no_ref_is_refused(typed: str, code: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_ref("ref", typed)
    assert refused.value.code == code


def test_a_list_of_words_is_kept_in_order_without_repeats() -> None:
    assert read_words("tags", " seo, print,, seo ,e\u0301te\u0301") == ("seo", "print", "été")
    assert read_words("tags", "") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Théâtre de l’Œil", "theatre de l'oeil"),
        ("ATELIER LUMEN", "atelier lumen"),
        ("Ville de Nay", "VILLE DE NAY"),
        ("Straße", "STRASSE"),
        ("Żółw", "zolw"),
        ("e\u0301te\u0301", "été"),
        ("Ａtelier", "atelier"),
        ("ℌaus", "haus"),
    ],
)
def test_case_and_accents_make_no_difference_when_finding(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Lumen", "Lumens"), ("Nay", "Nax"), ("A B", "AB")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_reading_what_was_read_changes_nothing(text: str) -> None:
    try:
        line = read_line("name", text)
    except InvalidValue:
        return
    assert read_line("name", line) == line


@given(st.text(st.characters(codec="latin-1")))
def test_case_makes_no_difference_to_any_western_name(text: str) -> None:
    assert fold(text) == fold(text.upper()) == fold(text.lower())
