"""Reading a file whose shape its header tells."""

from datetime import date

import pytest

from store.errors import FileTrouble, InvalidValue
from store.exchange.importing import read_file
from store.records.settings import Settings

TODAY = date(2026, 4, 30)
HEADER = (
    "Client;Devis;Objet;Montant HT;Envoyé le;Valable jusqu'au;"
    "Statut;Relances;Dernière relance;Canal;Remarques"
)
ROW = "Lumen;D26-1;Logo;650,00 €;02/03/2026;23/03/2026;Envoyé;0;;;"


def refs(text: str, encoding: str = "utf-8") -> list[str]:
    found = read_file("devis.csv", text.encode(encoding), TODAY, Settings())
    assert found.problems == ()
    return [quote.ref for quote in found.quotes]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_encoding_and_the_line_ends_do_not_matter(encoding: str, end: str) -> None:
    assert refs(end.join([HEADER, ROW, ""]), encoding) == ["D26-1"]


@pytest.mark.parametrize(
    "header",
    [
        HEADER.upper(),
        HEADER.replace("'", "’"),
        HEADER.replace(" le;", "\u00a0le ;"),
        HEADER.replace("é", "e").replace("è", "e"),
    ],
)
def test_a_header_is_recognised_in_any_case_and_without_accents(header: str) -> None:
    assert refs(f"{header}\n{ROW}\n") == ["D26-1"]


def test_columns_stand_in_any_order() -> None:
    columns, cells = HEADER.split(";"), ROW.split(";")
    text = f"{';'.join(reversed(columns))}\n{';'.join(reversed(cells))}\n"
    assert refs(text) == ["D26-1"]


@pytest.mark.parametrize("separator", [",", "\t"])
def test_other_separators_are_seen(separator: str) -> None:
    row = ROW.replace("650,00 €", "650 €")
    assert refs(f"{HEADER}\n{row}\n".replace(";", separator)) == ["D26-1"]


def test_columns_that_nobody_reads_are_named() -> None:
    found = read_file("devis.csv", f"{HEADER};Téléphone;\n{ROW};01;\n".encode(), TODAY, Settings())
    assert found.unread == ("Téléphone",)
    assert [quote.ref for quote in found.quotes] == ["D26-1"]


@pytest.mark.parametrize("text", ["", "\n", "a;b\n1;2\n", HEADER.replace("Devis;", ""), '"Client'])
def test_a_file_of_no_known_shape_is_an_error(text: str) -> None:
    with pytest.raises(InvalidValue) as error:
        read_file("devis.csv", text.encode(), TODAY, Settings())
    assert (error.value.value, error.value.code) == ("devis.csv", "unknown_shape")


def test_a_file_of_no_text_is_an_error() -> None:
    with pytest.raises(FileTrouble, match="import_not_text"):
        read_file("devis.ods", b"PK\x03\x04\0", TODAY, Settings())


def test_a_header_alone_gives_nothing() -> None:
    assert refs(HEADER) == []


def test_a_ref_that_stands_further_up_is_a_problem_that_names_the_line() -> None:
    text = f"{HEADER}\n{ROW}\n{ROW.replace('D26', 'd26')}\n"
    found = read_file("devis.csv", text.encode(), TODAY, Settings())
    assert [quote.line for quote in found.quotes] == [2]
    [problem] = found.problems
    assert (problem.line, problem.error.code, problem.error.facts["line"]) == (
        3,
        "ref_repeated",
        2,
    )


def test_problems_are_in_the_order_of_the_lines() -> None:
    bad_cell = ROW.replace("650,00 €", "?")
    text = "\n".join([HEADER, bad_cell, '"broken', "too few", ROW, bad_cell])
    found = read_file("devis.csv", text.encode(), TODAY, Settings())
    assert [problem.line for problem in found.problems] == [2, 3, 4, 6]
    assert [quote.line for quote in found.quotes] == [5]
