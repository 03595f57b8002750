"""The French spreadsheet: what is refused, and that it stops nothing else."""

import pytest

from store.exchange.importing import read_file
from tests.store.exchange.spreadsheets import SETTINGS, SPREADSHEET, TODAY, the_problem


@pytest.mark.parametrize(
    ("row", "field", "code"),
    [
        ({"Client": " "}, "lead", "empty"),
        ({"Client": "x" * 201}, "lead", "too_long"),
        ({"Client": "x" * 1_000_000}, "lead", "too_long"),
        ({"Devis": ""}, "ref", "empty"),
        ({"Devis": "D26 101"}, "ref", "not_a_ref"),
        ({"Devis": "=1+1" * 11}, "ref", "too_long"),
        ({"Objet": ""}, "title", "empty"),
        ({"Montant HT": ""}, "amount", "not_an_amount"),
        ({"Montant HT": "1,234"}, "amount", "not_an_amount"),
        ({"Montant HT": "-5"}, "amount", "not_an_amount"),
        ({"Montant HT": "NaN"}, "amount", "not_an_amount"),
        ({"Montant HT": "1E+30"}, "amount", "not_an_amount"),
        ({"Montant HT": "9" * 5_000}, "amount", "amount_too_large"),
        ({"Envoyé le": ""}, "sent_on", "empty"),
        ({"Envoyé le": "31/02/2026"}, "sent_on", "no_such_day"),
        ({"Envoyé le": "29/02/2026"}, "sent_on", "no_such_day"),
        ({"Envoyé le": "02/03/26"}, "sent_on", "not_a_day"),
        ({"Envoyé le": "45000"}, "sent_on", "not_a_day"),
        ({"Envoyé le": "01/01/2200"}, "sent_on", "day_out_of_bounds"),
        ({"Envoyé le": "lundi"}, "sent_on", "day_without_year"),
        ({"Envoyé le": "5 mai"}, "sent_on", "day_without_year"),
        ({"Envoyé le": "hier"}, "sent_on", "day_without_year"),
        ({"Valable jusqu'au": "01/03/2026"}, "valid_until", "deadline_before_sending"),
        ({"Valable jusqu'au": "#REF!"}, "valid_until", "not_a_day"),
        (
            {"Envoyé le": "30/12/2199", "Valable jusqu'au": ""},
            "validity_days",
            "deadline_out_of_bounds",
        ),
        ({"Statut": ""}, "status", "not_one_of"),
        ({"Statut": "En cours"}, "status", "not_one_of"),
        ({"Relances": "-1"}, "follow_ups", "not_a_number"),
        ({"Relances": "deux"}, "follow_ups", "not_a_number"),
        ({"Relances": "2,0"}, "follow_ups", "not_a_number"),
        ({"Relances": "100"}, "follow_ups", "not_a_number"),
        ({"Relances": "9" * 5_000}, "follow_ups", "not_a_number"),
        ({"Relances": "1", "Canal": "pigeon"}, "channel", "not_one_of"),
        ({"Relances": "1", "Dernière relance": "jamais"}, "last_follow_up_on", "not_a_day"),
        ({"Dernière relance": "16/03/2026"}, "last_follow_up_on", "no_follow_up_counted"),
        ({"Canal": "tél"}, "channel", "no_follow_up_counted"),
        ({"Statut": "Brouillon", "Relances": "1"}, "follow_ups", "draft_was_chased"),
        (
            {"Statut": "Brouillon", "Envoyé le": "24/03/2026"},
            "valid_until",
            "deadline_before_sending",
        ),
        ({"Statut": "Brouillon", "Envoyé le": "01/01/1970"}, "valid_until", "validity_too_long"),
        ({"Remarques": "x" * 10_001}, "notes", "too_long"),
    ],
)
def test_a_bad_cell_is_a_problem_with_its_line_field_and_column(
    row: dict[str, str], field: str, code: str
) -> None:
    problem = the_problem(row)
    assert (problem.line, problem.error.field, problem.error.code) == (2, field, code)
    if field in ("lead", "amount", "sent_on"):
        column = {"lead": "Client", "amount": "Montant HT", "sent_on": "Envoyé le"}[field]
        assert problem.column == column


def test_a_spreadsheet_with_odd_rows_gives_the_good_ones_and_a_problem_for_each_other() -> None:
    found = read_file("spreadsheet.csv", SPREADSHEET.read_bytes(), TODAY, SETTINGS)
    refs = [(quote.line, quote.ref) for quote in found.quotes]
    assert refs == [
        *((line, f"D26-10{line - 1}") for line in range(2, 8)),
        (16, "D26-112"),
    ]
    assert [(each.line, each.error.field, each.error.code) for each in found.problems] == [
        (9, "lead", "empty"),
        (10, "sent_on", "no_such_day"),
        (11, "amount", "not_an_amount"),
        (12, "status", "not_one_of"),
        (13, "follow_ups", "not_a_number"),
        (14, "ref", "ref_repeated"),
    ]
    assert sum(len(quote.follow_ups) for quote in found.quotes) == 7
    assert found.quotes[2].title == 'Affiches "grand format"; 40 x 60'
    assert found.quotes[5].notes == "à compléter\r\navec les couleurs"
