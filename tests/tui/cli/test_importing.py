"""`relance import` of any CSV: mappings, conventions, files that grew."""

from pathlib import Path
from time import process_time

import pytest

from bench.importing import spreadsheet
from store.exchange.remembered import NAME
from tests.tui.cli.command_line import CommandLine
from tui.cli.progress import progress

MAPPED = (
    "Kunde,Was,Preis,Datum,Stand\n"
    'Äpfel & Co,Logo,"1.234,50",03/14/2026,gewonnen\n'
    "Baum,Flyer,99,01/02/2026,pending\n"
    "Baum,Plakat,x,01/02/2026,pending\n"
)
MAP = "lead=Kunde,title=Was,amount=Preis,sent=Datum,status=Stand"
ERPNEXT = (
    "ID,Party,Customer Name,Date,Valid Till,Currency,Grand Total,Status,Lost Reasons\n"
    "Q-1,,Cabinet Rey,2026-02-02,2026-03-23,EUR,80.00,Open,\n"
)


@pytest.fixture
def unknown(cli: CommandLine) -> Path:
    """A file whose columns nobody knows."""
    file = cli.home / "liste.csv"
    file.write_text(MAPPED)
    return file


@pytest.fixture
def erpnext(cli: CommandLine) -> Path:
    """A file of one quote."""
    file = cli.home / "erpnext.csv"
    file.write_text(ERPNEXT)
    return file


def test_unknown_columns_are_named_and_how_to_map_them(cli: CommandLine, unknown: Path) -> None:
    answer = cli("import", str(unknown))
    assert answer.code == 2
    assert "Kunde, Was, Preis, Datum, Stand" in answer.err
    assert "--map lead=COLUMN,title=COLUMN,amount=COLUMN,sent=COLUMN" in answer.err


def test_the_mapping_that_is_proposed_has_the_columns_that_can_be_guessed(
    cli: CommandLine,
) -> None:
    file = cli.home / "liste.csv"
    file.write_text("Client;Objet;Prix HT;Date d’envoi;État\nA;B;1;02/03/2026;Signé\n")
    proposed = "lead=Client,title=Objet,amount=Prix HT,sent=Date d’envoi,status=État"
    assert f"--map {proposed}\n" in cli("import", str(file)).err
    cli.ok("import", str(file), "--map", proposed)
    assert cli.only_quote("2026-03-02")["status"] == "won"


def test_a_mapping_imports_and_is_remembered_for_the_header(
    cli: CommandLine, unknown: Path
) -> None:
    answer = cli("import", str(unknown), "--map", MAP, "--map", "won=gewonnen")
    assert answer.code == 0
    assert answer.out.startswith("liste.csv imported: 2 quotes, 2 new leads")
    assert "days: month/day/year" in answer.err
    assert "line 4 (Preis)" in answer.err
    assert "remembered" in answer.err
    again = cli("import", str(unknown))
    assert (again.code, again.out) == (0, "nothing to add · 2 quotes there already\n")
    assert f"mapping given before for these columns: {MAP},won=gewonnen" in again.err
    quotes = cli("list", "--view", "all", "--json").json
    found = {(each["lead"], each["amount"], each["status"], each["sent_on"]) for each in quotes}
    assert found == {
        ("Äpfel & Co", "1234.50", "won", "2026-03-14"),
        ("Baum", "99.00", "sent", "2026-01-02"),
    }


def test_a_dry_run_remembers_nothing(cli: CommandLine, unknown: Path) -> None:
    cli.ok("import", str(unknown), "--map", MAP, "--map", "won=gewonnen", "--dry-run")
    assert not list(cli.home.rglob(NAME))
    assert cli("import", str(unknown)).code == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--map", "lead=Kunde,title=Was,amount=Summe"), "Summe"),
        (("--map", "lead=Kunde"), "amount"),
        (("--map", MAP, "--format", "odoo"), "--map"),
        (("--format", "odoo"), "Kunde"),
        (("--format", "sage"), "dolibarr"),
        (("--dates", "dym"), "mdy"),
        (("--decimal", ";"), "','"),
        (("--delimiter", "x"), "tab"),
        (("--encoding", "ascii"), "cp1252"),
    ],
)
def test_wrong_options_say_what_is_possible(
    cli: CommandLine, unknown: Path, options: tuple[str, ...], said: str
) -> None:
    answer = cli("import", str(unknown), *options)
    assert (answer.code, answer.out, said in answer.err) == (2, "", True), answer
    assert not cli.file.exists()


def test_conventions_can_be_forced(cli: CommandLine) -> None:
    file = cli.home / "x.csv"
    file.write_bytes("Kunde\tWas\tPreis\tDatum\nCafé\tA\t1,234\t01/02/26\n".encode("utf-16"))
    forced = ("--delimiter", "tab", "--decimal", ".", "--dates", "mdy", "--encoding", "utf-16")
    answer = cli(
        "import", str(file), "--map", "lead=Kunde,title=Was,amount=Preis,sent=Datum", *forced
    )
    assert answer.code == 0, answer
    assert "read as: by a mapping · utf-16 · tab · decimals: point · days: month/day/year" in (
        answer.err
    )
    (quote,) = cli("list", "--view", "all", "--json").json
    assert (quote["amount"], quote["sent_on"]) == ("1234.00", "2026-01-02")


def test_a_file_that_grew_adds_and_changes_and_keeps_what_a_person_changed(
    cli: CommandLine, erpnext: Path
) -> None:
    cli.ok("import", str(erpnext))
    cli.ok("edit", "Q-1", "amount=100")
    grown = ERPNEXT.replace("80.00,Open,", "90.00,Lost,Prix") + (
        "Q-2,,Cabinet Rey,2026-02-03,2026-03-24,EUR,70.00,Draft,\n"
    )
    erpnext.write_text(grown)
    dry = cli("import", str(erpnext), "--dry-run").out.splitlines()
    assert dry[0].startswith("line 2: change Q-1")
    assert dry[0].endswith("changed: status · kept as you changed it: amount")
    assert dry[1].startswith("line 3: add Q-2")
    assert dry[2].startswith("1 quote to add · 1 quote to change · 0 quotes there already")
    out = cli.ok("import", str(erpnext))
    assert out.startswith("erpnext.csv imported: 1 quote, 1 changed, 0 new leads")
    quotes = {each["ref"]: each for each in cli("list", "--view", "all", "--json").json}
    assert (quotes["Q-1"]["amount"], quotes["Q-1"]["status"]) == ("100.00", "lost")
    assert cli.ok("import", str(erpnext)) == "nothing to add · 2 quotes there already\n"
    cli.ok("undo")
    assert cli.only_quote("2026-03-02")["status"] == "sent"


def test_a_backup_is_made_before_each_import_that_changes_something(
    cli: CommandLine, erpnext: Path
) -> None:
    cli.ok("add", "Lumen", "Logo", "300")
    cli.ok("import", str(erpnext))
    erpnext.write_text(ERPNEXT.replace("Open", "Ordered"))
    cli.ok("import", str(erpnext))
    cli.ok("import", str(erpnext))
    assert cli.ok("backups").count("before an import") == 2


def test_a_good_row_with_a_remark_warns_with_its_line_until_it_is_there(cli: CommandLine) -> None:
    file = cli.home / "ninja.csv"
    file.write_text(
        '"Invoice Ninja"\n"Quotes"\n\n"Client","Quote Number","Amount","Status","Quote Date",'
        '"Due Date"\n"Rey","0001","$1,000.01","Sent","2026-03-02","2026-02-01"\n'
    )
    answer = cli("import", str(file))
    assert answer.code == 0
    assert "warning: line 5 (Due Date): valid_until: 2026-02-01 lies before" in answer.err
    assert "warning" not in cli("import", str(file)).err
    assert cli.only_quote("2026-03-02")["valid_until"] == "2026-03-23"


def test_hostile_columns_and_cells_are_shown_clean(cli: CommandLine) -> None:
    file = cli.home / "x.csv"
    file.write_text("Kunde\x1b[31m,[red]Was,Preis,=X\nA\x1b]0;x\x07,[/]B,\x1b[1m,\n")
    for options in ((), ("--map", "lead=Kunde\x1b[31m,title=[red]Was,amount=Preis")):
        answer = cli("import", str(file), *options, "--dry-run")
        assert "\x1b" not in answer.out + answer.err
        assert "\x07" not in answer.out + answer.err


def test_ten_thousand_rows_take_less_than_three_seconds(cli: CommandLine) -> None:
    file = cli.home / "big.csv"
    file.write_text(spreadsheet(10_000))
    started = process_time()  # of this process: how busy the computer is does not matter
    assert cli.ok("import", str(file)).startswith("big.csv imported: 10000 quotes")
    assert process_time() - started < 3
    with_nothing_new = process_time()
    assert cli.ok("import", str(file)) == "nothing to add · 10000 quotes there already\n"
    assert process_time() - with_nothing_new < 3


def test_a_person_who_looks_on_sees_how_far_it_is_and_others_do_not(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for on_a_terminal, seen in (
        (True, "Reading [###############...............] 50 %"),
        (False, ""),
    ):
        monkeypatch.setattr("sys.stderr.isatty", lambda answer=on_a_terminal: answer)
        with progress("Reading") as watch:
            watch(1, 2)
            watch(2_000, 4_000)
        shown = capsys.readouterr().err
        assert seen in shown
        assert bool(shown) is on_a_terminal
