"""Reading a person at a lead from one line: `Ana Roux <ana@x.example> +33 6 12 34 56 78`."""

import re

from store.errors import InvalidValue
from store.records.lead import Person
from store.records.text import read_line

_PERSON = re.compile(
    r"(?P<name>[^<>@+]+?)\s*(?:<(?P<email>[^<>\s]+)>)?\s*(?P<phone>\+?[\d\s().-]{4,})?"
)


def read_person(field: str, typed: str) -> Person:
    """The name, the address between angle brackets and the number; raises `InvalidValue`."""
    line = read_line(field, typed)
    match = _PERSON.fullmatch(line)
    if match is None or not any(letter.isalpha() for letter in match["name"]):
        raise InvalidValue(field, typed, "not_a_person")
    phone = (match["phone"] or "").strip()
    return Person(name=match["name"].strip(), email=match["email"] or "", phone=phone)


def person_line(person: Person) -> str:
    """The line from which `read_person` reads the person again."""
    email = f"<{person.email}>" if person.email else ""
    return " ".join(part for part in (person.name, email, person.phone) if part)
