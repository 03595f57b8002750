"""Row 21: what is no amount is refused wherever one goes in; never null, never a float."""

import json
from pathlib import Path

import pytest

from tests.faults.entrances import (
    QUOTE,
    data_file,
    form_refusal,
    problem_of,
    record_problem_of,
    refused,
    typed_fields,
    unreadable,
)
from tests.tui.cli.command_line import CommandLine

AMOUNTS = (
    *("NaN", "nan", "sNaN", "Infinity", "-Infinity", "inf", "1e999", "1E+30", "1e3", "0x10"),
    *("18446744073709551616", "-1", "-0.01", "1,234", "1.234", "1_000", "٣", "½", "9" * 5000, ""),
)
KEPT = (
    *("NaN", "Infinity", "-Infinity", "1e999", "1E+30", "18446744073709551616", "-1", "null"),
    *('"NaN"', '"Infinity"', '"sNaN"', '"1E+30"', '"1e999"', '"-1"', '""', '"1,5"', "true", "[]"),
    *("0.30000000000000004", "1.234", "9" * 5000),
)
"""As somebody else may have written them into the data file."""


@pytest.mark.parametrize("typed", AMOUNTS, ids=lambda typed: typed[:20])
def test_the_command_line_refuses_it(quoted: CommandLine, typed: str) -> None:
    for arguments in (
        ("add", "--", "Lead", "Title", typed),
        ("edit", "D26-001", f"amount={typed}"),
    ):
        assert "amount" in refused(quoted, *arguments).lower()


@pytest.mark.parametrize("typed", filter(None, AMOUNTS), ids=lambda typed: typed[:20])
def test_no_form_takes_it(typed: str) -> None:
    asked = [(spec, field) for spec, field in typed_fields() if field.name == "amount"]
    assert len(asked) == 2
    for spec, field in asked:
        assert "amount" in form_refusal(spec, field, typed).lower()


@pytest.mark.parametrize("typed", AMOUNTS, ids=lambda typed: typed[:20])
def test_an_import_names_it_and_keeps_the_rest(quoted: CommandLine, typed: str) -> None:
    row = f'Rey;R-1;Titre;"{typed}";02/03/2026;;Envoyé;0;;;'
    assert "Montant HT" in problem_of(quoted, row)
    assert "R-1" not in quoted.ok("list")


IN_JSON = [kept for kept in KEPT if kept not in ("NaN", "Infinity", "-Infinity")]
"""Those that are JSON; the others spoil the whole file."""


@pytest.mark.parametrize("kept", IN_JSON, ids=lambda kept: kept[:20])
def test_a_json_export_with_it_keeps_the_rest(quoted: CommandLine, kept: str) -> None:
    record_problem_of(quoted, "quotes", f'"ref": "R-3", "amount": {kept}')
    assert "R-3" not in quoted.ok("list", "--view", "all")


@pytest.mark.parametrize("kept", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_even_json_is_refused(quoted: CommandLine, tmp_path: Path, kept: str) -> None:
    file = tmp_path / "records.json"
    file.write_text(f'{{"relance": 1, "quotes": [{{"id": 1, "lead_id": 1, "amount": {kept}}}]}}')
    refused(quoted, "import", str(file))


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept[:20])
def test_the_data_file_with_it_is_left_as_it_is(cli: CommandLine, kept: str) -> None:
    assert unreadable(cli, data_file(QUOTE, f'"amount": {kept}'))


def test_an_amount_is_kept_and_told_as_text(quoted: CommandLine, tmp_path: Path) -> None:
    quoted.ok("edit", "D26-001", "amount=999 999 999 999,99")
    (kept,) = json.loads(quoted.file.read_text())["quotes"].values()
    (listed,) = quoted("list", "--json").json
    (exported,) = json.loads(quoted.ok("export", "--format", "json"))["quotes"]
    assert kept["amount"] == listed["amount"] == exported["amount"] == "999999999999.99"
