"""What a change did is told in the singular and in the plural, each count by itself."""

from collections.abc import Iterator

import pytest

from tui.language import use_language
from tui.wording.changes import change_text

ONE_OF_EACH = {"leads": 1, "quotes": 1, "follow_ups": 1, "incidents": 1, "changed": 1}
CASES = [
    ("deleted_quote", {"contacts": 1}, "X deleted with 1 contact", "X supprimé avec 1 contact"),
    ("deleted_quote", {"contacts": 2}, "X deleted with 2 contacts", "X supprimé avec 2 contacts"),
    ("deleted_lead", {"quotes": 1}, "X deleted with 1 quote", "X supprimé avec 1 devis"),
    (
        *("merged_leads", {"into": "Y", "quotes": 1}),
        *("X merged into Y: 1 quote moved", "X fusionné avec Y\u00a0: 1 devis déplacé"),
    ),
    (
        *("imported", {"quotes": 1, "leads": 2, "follow_ups": 0}),
        "X imported: 1 quote, 2 new leads, 0 contacts",
        "X importé\u00a0: 1 devis, 2 nouveaux prospects, 0 contact",
    ),
    (
        *("imported_again", ONE_OF_EACH),
        "X imported: 1 quote, 1 changed, 1 new lead, 1 contact",
        "X importé\u00a0: 1 devis, 1 changé, 1 nouveau prospect, 1 contact",
    ),
    (
        *("imported_records", ONE_OF_EACH | {"changed": 2}),
        "X imported: 1 lead, 1 quote, 1 contact and 1 incident added, 2 records changed",
        "X importé\u00a0: 1 prospect, 1 devis, 1 contact et 1 incident ajoutés, 2 fiches changées",
    ),
]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


@pytest.mark.parametrize(("code", "facts", "english", "french"), CASES)
def test_each_count_has_its_own_number(
    code: str, facts: dict[str, object], english: str, french: str
) -> None:
    assert change_text(code, "X", facts) == english
    use_language("fr")
    assert change_text(code, "X", facts) == french
