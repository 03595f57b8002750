"""Row 17: no text of ours is a formula for a spreadsheet; days and numbers stay what they are."""

import csv
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest

from store.exchange.csv_export import csv_text
from store.exchange.inert import inert
from store.exchange.log import LogLine, follow_up_log
from tests.builders import a_board
from tests.faults.poison import records

FORMULAS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1"),
    *("＝1+1", "＋1+1", "－1+1", "＠SUM(1)"),
    '=HYPERLINK("http://x.example","x")',
    "=cmd|' /C calc'!A0",
    "note;=1+1",
    "note\n=1+1",
    "note\r\n@SUM(1,1)",
    "note\t+1+1",
)
TODAY = date(2026, 3, 20)
TEXTS = [name for name, kind in get_type_hints(LogLine).items() if kind is str]
"""The columns of text."""

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def log_of(text: str) -> str:
    """The log of records with the text in every field."""
    return csv_text(follow_up_log(a_board(TODAY, *records(text))))


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_begins_a_formula_whatever_the_spreadsheet_splits_at(
    formula: str, separator: str
) -> None:
    for row in csv.reader(io.StringIO(log_of(formula), newline=""), delimiter=separator):
        assert not [cell for cell in row if cell.startswith(RUNS)]


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_field_of_text_is_neutralised_and_days_and_numbers_are_not(formula: str) -> None:
    lines = [*csv.DictReader(io.StringIO(log_of(formula), newline=""), strict=True)]
    line = next(line for line in lines if line["date"] == "2026-03-04")
    assert len(TEXTS) >= 6
    for name in TEXTS:
        assert line[name] == inert(formula), name
    assert (line["amount"], line["count"]) == ("1200.00", "2")
    assert line["valid_until"] == "2026-03-23"


@pytest.mark.parametrize("plain", ["a - b", "- item;- item", "x; -y", "a@b.example", "1+1=2"])
def test_what_is_no_formula_is_left_alone(plain: str) -> None:
    assert inert(plain).lstrip("'") == plain


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_computes_nothing(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("".join(map(log_of, FORMULAS)), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for separator in ("44", "59", "9"):
        filter_ = f"{separator},34,76,1,,0,false,true,false"
        command = ["soffice", profile, "--headless", f"--infilter=CSV:{filter_}"]
        done = subprocess.run(
            [*command, "--convert-to", "fods", "--outdir", str(tmp_path), "log.csv"],
            cwd=tmp_path,
            capture_output=True,
            timeout=120,
            check=True,
        )
        assert b"log.fods" in done.stdout
        assert "table:formula" not in (tmp_path / "log.fods").read_text(encoding="utf-8")
