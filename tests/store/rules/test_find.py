"""Finding by the parts that people type, without case and accents."""

from datetime import date

import pytest

from store.records.lead import Person
from store.rules.find import lead_matches, quote_matches
from tests.builders import a_board, a_lead, a_quote

LEAD = a_lead(
    name="Théâtre de l’Œil",
    notes="Rencontrés à Nay",
    tags=("scène",),
    contacts=(Person(name="Ana Roux", email="ana@oeil.example"),),
)


@pytest.mark.parametrize(
    "wanted",
    ["", "  ", "theatre", "THÉÂTRE", "l'oeil", "refonte", "d26-0", "oeil refonte", "urgent été"],
)
def test_a_quote_is_found_by_parts_of_what_it_says(wanted: str) -> None:
    quote = a_quote(ref="D26-014", title="Refonte du site", notes="Urgent, avant l'été")
    standing = a_board(date(2026, 3, 2), LEAD, quote).of_quote(quote)
    assert quote_matches(standing, wanted)


@pytest.mark.parametrize("wanted", ["theatre leaflet", "refontes", "1200", "x"])
def test_every_word_must_stand_somewhere(wanted: str) -> None:
    quote = a_quote(ref="D26-014", title="Refonte du site")
    standing = a_board(date(2026, 3, 2), LEAD, quote).of_quote(quote)
    assert not quote_matches(standing, wanted)


@pytest.mark.parametrize("wanted", ["oeil", "ROUX", "ana@", "rencontres nay", "scene"])
def test_a_lead_is_found_by_its_name_notes_people_and_tags(wanted: str) -> None:
    assert lead_matches(LEAD, wanted)
    assert not lead_matches(LEAD, f"{wanted} zzz")
