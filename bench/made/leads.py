"""Made-up leads, with names that are all different."""

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from bench.made.chance import Chance
from bench.made.words import (
    FIRST_NAMES,
    HOUSES,
    LEAD_NOTES,
    NAMES,
    SECTORS,
    SOURCES,
    TAGS,
    TOWNS,
)
from store.records.lead import Lead, Person
from store.records.platform import KNOWN_PLATFORMS
from store.records.practice_words import Cause, Flag, Mismatch
from store.records.words import WrittenLanguage


def made_leads(count: int, chance: Chance, today: date) -> Iterator[Lead]:
    """So many leads; one in seven has a rarely noted field."""
    names = _names(chance)
    for _ in range(count):
        lead = _lead(next(names), chance, today)
        yield _noted(lead, chance, today) if chance.happens(0.14) else lead


def _names(chance: Chance) -> Iterator[str]:
    """Names without end; a town follows where a name was given before."""
    given: set[str] = set()
    while True:
        name = f"{chance.one_of(HOUSES)} {chance.one_of(NAMES)}"
        while name in given:
            name = f"{name}, {chance.one_of(TOWNS)}"
        given.add(name)
        yield name


def _lead(name: str, chance: Chance, today: date) -> Lead:
    on_platform = chance.happens(0.08)
    return Lead(
        id=chance.new_id(),
        name=name,
        contacts=tuple(_person(chance, today) for _ in range(chance.one_of((1, 1, 1, 2, 2, 3)))),
        sector=chance.one_of(SECTORS),
        platform=chance.one_of(KNOWN_PLATFORMS).name if on_platform else "",
        regular=chance.happens(0.1),
        source=chance.one_of(SOURCES),
        tags=chance.some_of(TAGS, 3),
        notes=" ".join(chance.some_of(LEAD_NOTES, 4)),
        flags=chance.some_of(tuple(Flag), 2) if chance.happens(0.08) else (),
    )


def _person(chance: Chance, today: date) -> Person:
    first, last = chance.one_of(FIRST_NAMES), chance.one_of(NAMES)
    has_phone = chance.happens(0.6)
    return Person(
        name=f"{first} {last}",
        email=f"{_plain(first)}.{_plain(last)}@{_plain(chance.one_of(NAMES))}.example",
        phone=f"+33 6 00 00 {chance.number(0, 99):02d} {chance.number(0, 99):02d}"
        if has_phone
        else "",
        left_on=today - timedelta(days=chance.number(10, 2000)) if chance.happens(0.05) else None,
    )


def _plain(name: str) -> str:
    """The name as it stands in an address."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha()) or "x"


def _noted(lead: Lead, chance: Chance, today: date) -> Lead:
    return replace(
        lead,
        target_fit=chance.one_of((True, False, None)),
        insists=chance.one_of((None, 1, 2, 4)),
        reason=chance.one_of(("", "Préfère la voix.")),
        recontact_on=chance.one_of((None, today + timedelta(days=chance.number(1, 200)))),
        mismatch=chance.one_of((None, None, *Mismatch)),
        remedy=chance.one_of(("", "Formation proposée.")),
        concessions=chance.one_of((None, 1, 3)),
        cause=chance.one_of((None, *Cause)),
        language=chance.one_of((None, *WrittenLanguage)),
    )
