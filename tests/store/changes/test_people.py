"""Reading a person at a lead from one line (DESIGN: contact+=)."""

import pytest

from store.changes.people import person_line, read_person
from store.errors import InvalidValue
from store.records.lead import Person


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Ana Roux", Person(name="Ana Roux")),
        ("Ana Roux <ana@x.example>", Person(name="Ana Roux", email="ana@x.example")),
        (
            "Ana Roux <ana@x.example> +33 6 12 34 56 78",
            Person(name="Ana Roux", email="ana@x.example", phone="+33 6 12 34 56 78"),
        ),
        ("Ana Roux +33612345678", Person(name="Ana Roux", phone="+33612345678")),
        ("Ana Roux 06.12.34.56.78", Person(name="Ana Roux", phone="06.12.34.56.78")),
        ("  Jean-Noël  d'Œil ", Person(name="Jean-Noël d'Œil")),
        ("Ana", Person(name="Ana")),
    ],
)
def test_a_person_is_a_name_an_address_and_a_number(typed: str, person: Person) -> None:
    assert read_person("contact", typed) == person
    assert read_person("contact", person_line(person)) == person


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "<ana@x.example>",
        "+33612345678",
        "06 12 34 56 78",
        "ana@x.example",
        "Ana <ana@x.example> <b@x.example>",
        "Ana <two words@x.example>",
        "Ana <ana@x.example",
    ],
)
def test_what_is_no_person_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_person("contact", typed)
    assert (refused.value.code, refused.value.field) == ("not_a_person", "contact")
