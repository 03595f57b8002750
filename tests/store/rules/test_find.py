"""Finding by the parts that people type, without case and accents."""

from collections.abc import Sequence
from datetime import date

import pytest

from store.records.lead import Person
from store.rules.find import Finding
from tests.builders import a_board, a_lead, a_quote

LEAD = a_lead(
    name="Théâtre de l’Œil",
    notes="Rencontrés à Nay",
    tags=("scène",),
    contacts=(Person(name="Ana Roux", email="ana@oeil.example"),),
)

ROWS = ("atelier lumen", "cabinet rey", "atelier rey", "lumen lumen")


def found(text: str, wanted: str) -> bool:
    return bool(Finding([text], str).having(wanted))


@pytest.mark.parametrize(
    "wanted",
    ["", "  ", "theatre", "THÉÂTRE", "l'oeil", "refonte", "d26-0", "oeil refonte", "urgent été"],
)
def test_a_quote_is_found_by_parts_of_what_it_says(wanted: str) -> None:
    quote = a_quote(ref="D26-014", title="Refonte du site", notes="Urgent, avant l'été")
    standing = a_board(date(2026, 3, 2), LEAD, quote).of_quote(quote)
    assert found(standing.found_by, wanted)


@pytest.mark.parametrize("wanted", ["theatre leaflet", "refontes", "1200", "x"])
def test_every_word_must_stand_somewhere(wanted: str) -> None:
    quote = a_quote(ref="D26-014", title="Refonte du site")
    standing = a_board(date(2026, 3, 2), LEAD, quote).of_quote(quote)
    assert not found(standing.found_by, wanted)


@pytest.mark.parametrize("wanted", ["oeil", "ROUX", "ana@", "rencontres nay", "scene"])
def test_a_lead_is_found_by_its_name_notes_people_and_tags(wanted: str) -> None:
    text = a_board(date(2026, 3, 2), LEAD).lead(LEAD.id).found_by
    assert found(text, wanted)
    assert not found(text, f"{wanted} zzz")


@pytest.mark.parametrize(
    "typed",
    [
        ("a", "at", "ate", "at", "a", ""),
        ("rey", "rey a", "rey at", "rey"),
        ("lumen", "ate lumen", "ate", "cab"),
        ("rey", "lumen", "reylumen", ""),
        ("zzz", "zz", "z", ""),
    ],
)
def test_words_that_are_typed_find_what_they_find_at_once(typed: Sequence[str]) -> None:
    finding = Finding(ROWS, str)
    for wanted in typed:
        expected = [row for row in ROWS if all(word in row for word in wanted.split())]
        assert [ROWS[place] for place in finding.having(wanted)] == expected


def test_a_row_is_asked_for_its_text_once() -> None:
    asked = []

    def text_of(row: str) -> str:
        asked.append(row)
        return row

    finding = Finding(ROWS, text_of)
    for wanted in ("r", "re", "rey", "re"):
        finding.having(wanted)
    assert asked == [*ROWS]
