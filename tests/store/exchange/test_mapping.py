"""A mapping says which column holds what; it is remembered by the header."""

from datetime import date
from pathlib import Path

import pytest

from store.errors import InvalidValue
from store.exchange.conventions import Forced
from store.exchange.imported import Import
from store.exchange.importing import read_file
from store.exchange.mapping import read_mapping
from store.exchange.recognising import UnknownShape
from store.exchange.remembered import MOST, NAME, key_of, remember, remembered
from store.records.settings import Settings
from store.records.words import Channel, Status

TODAY = date(2026, 4, 30)
TEXT = """\
Mes devis 2026
Kunde;Was;Preis;Datum;Stand;Wer;Mail;Nachgefasst;Wie
Äpfel & Co;Logo;1.234,50;02.03.2026;gewonnen;Ana Roux;ana@x.example;2;tel
Baum;Flyer;99;;;;;;
"""
MAPPING = (
    "lead=Kunde,title=Was,amount=Preis,sent=Datum,status=Stand,won=gewonnen,contact=Wer,"
    "email=Mail,follow_ups=Nachgefasst,channel=Wie"
)
HEADER = TEXT.splitlines()[1].split(";")


def read(mapping: str = "", known: dict[str, str] | None = None) -> Import:
    said = Forced(mapping=mapping)
    return read_file("x.csv", TEXT.encode(), TODAY, Settings(), forced=said, known=known)


def test_a_mapped_file_is_read_below_its_title() -> None:
    first, second = read(MAPPING).quotes
    assert (first.line, first.lead, first.status) == (3, "Äpfel & Co", Status.WON)
    assert first.person is not None
    assert (first.person.name, first.person.email) == ("Ana Roux", "ana@x.example")
    assert [each.channel for each in first.follow_ups] == [Channel.OTHER, Channel.PHONE]
    assert (second.ref, second.status, second.sent_on) == ("", Status.DRAFT, None)


def test_a_header_that_nobody_knows_is_named_with_its_columns() -> None:
    with pytest.raises(UnknownShape) as error:
        read()
    assert error.value.header == tuple(HEADER)
    assert error.value.facts["columns"] == tuple(HEADER)


def test_a_remembered_mapping_is_used_for_the_same_header() -> None:
    found = read(known={key_of([name.upper() for name in HEADER]): MAPPING})
    assert (len(found.quotes), found.remembered, found.mapping) == (2, True, MAPPING)


@pytest.mark.parametrize("text", ["nonsense", "lead=Kunde", "lead=Kunde,title=Was,amount=Summe"])
def test_a_remembered_mapping_that_does_not_hold_counts_as_none(text: str) -> None:
    with pytest.raises(UnknownShape):
        read(known={key_of(HEADER): text})


def test_a_mapping_is_read_again_from_its_text() -> None:
    typed = '"title=Objet, lot",lead=Client, amount = Prix,won=Oui,pending=Ouvert'
    mapped = read_mapping(typed)
    assert mapped.columns == {"title": "Objet, lot", "lead": "Client", "amount": "Prix"}
    assert mapped.words == {"Oui": Status.WON, "Ouvert": Status.SENT}
    assert read_mapping(mapped.text) == mapped


@pytest.mark.parametrize(
    ("typed", "field", "code"),
    [
        ("lead=Kunde,title=Was", "amount", "not_mapped"),
        ("lead=Kunde,amount=Preis", "title", "not_mapped"),
        ("title=Was,amount=Preis", "lead", "not_mapped"),
        ("lead=Kunde,title=Kunde,amount=Preis", "title", "column_mapped_twice"),
        ("lead=Kunde,lead=Was,amount=Preis", "lead", "given_twice"),
        ("lead=Kunde,colour=Was,amount=Preis", "colour", "unknown_field"),
        ("lead", "map", "not_a_mapping"),
        ("lead=", "map", "not_a_mapping"),
        ("", "lead", "not_mapped"),
        ('"lead=Kunde', "map", "not_a_mapping"),
    ],
)
def test_a_mapping_that_is_none_is_an_error(typed: str, field: str, code: str) -> None:
    with pytest.raises(InvalidValue) as error:
        read_mapping(typed)
    assert (error.value.field, error.value.code) == (field, code)


def test_a_column_that_the_file_lacks_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(InvalidValue) as error:
        read("lead=Kunde,title=Was,amount=Summe")
    assert (error.value.field, error.value.code) == ("amount", "no_such_column")
    assert error.value.facts["known"] == tuple(HEADER)


def test_a_word_that_no_status_has_is_a_problem_with_its_row() -> None:
    found = read(MAPPING.replace(",won=gewonnen", ""))
    assert [(each.line, each.error.code) for each in found.problems] == [(3, "unknown_word")]
    assert len(found.quotes) == 1


def test_the_same_quote_twice_in_a_file_without_refs_is_a_problem() -> None:
    text = f"{TEXT}Baum;Flyer;120;;;;;;\n"
    found = read_file("x.csv", text.encode(), TODAY, Settings(), forced=Forced(mapping=MAPPING))
    assert [(each.line, each.error.code) for each in found.problems] == [(5, "quote_repeated")]


def test_mappings_are_remembered_in_a_file_only_for_us(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    remember(folder, HEADER, MAPPING)
    remember(folder, ["a", "b"], "lead=a")
    remember(folder, HEADER, MAPPING)
    assert [*remembered(folder)] == [key_of(["a", "b"]), key_of(HEADER)]
    assert (folder / NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b'{"a": 1}', b"\xff"])
def test_a_damaged_memory_counts_as_empty_and_is_written_anew(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / NAME).write_bytes(content)
    assert remembered(tmp_path) == {}
    remember(tmp_path, HEADER, MAPPING)
    assert remembered(tmp_path) == {key_of(HEADER): MAPPING}


def test_the_oldest_header_is_forgotten_first(tmp_path: Path) -> None:
    for number in range(MOST + 1):
        remember(tmp_path, [str(number)], MAPPING)
    assert (len(remembered(tmp_path)), "0" in remembered(tmp_path)) == (MOST, False)
