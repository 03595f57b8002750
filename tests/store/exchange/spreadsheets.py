"""French spreadsheets for tests: a good row, of which a test changes what matters."""

from datetime import date
from pathlib import Path

from store.exchange.imported import Import, ImportedQuote
from store.exchange.importing import read_file
from store.exchange.problem import Problem
from store.records.settings import Settings

TODAY = date(2026, 4, 30)
SETTINGS = Settings(validity_days=30, currency="CHF")
SPREADSHEET = Path(__file__).with_name("spreadsheet.csv")

GOOD = {
    "Client": "Café Éphémère",
    "Devis": "D26-101",
    "Objet": "Menu",
    "Montant HT": "1\u00a0200,00\u00a0€",
    "Envoyé le": "02/03/2026",
    "Valable jusqu'au": "23/03/2026",
    "Statut": "Envoyé",
    "Relances": "0",
    "Dernière relance": "",
    "Canal": "",
    "Remarques": "",
}


def a_file(*rows: dict[str, str]) -> bytes:
    """A spreadsheet of rows, each with the cells of `GOOD` unless it says otherwise."""
    lines = [";".join(GOOD), *(";".join((GOOD | row).values()) for row in rows)]
    return "\r\n".join(lines).encode("cp1252")


def read(*rows: dict[str, str]) -> Import:
    return read_file("devis.csv", a_file(*rows), TODAY, SETTINGS)


def the_quote(row: dict[str, str]) -> ImportedQuote:
    found = read(row)
    assert found.problems == ()
    return found.quotes[0]


def the_problem(row: dict[str, str]) -> Problem:
    found = read(row)
    assert found.quotes == ()
    return found.problems[0]
