"""Rows 19 to 22 for all that is typed: refused, naming field and value, and nothing is lost."""

from pathlib import Path

import pytest

from store.changes.fields import CONTACT_FIELDS, LEAD_FIELDS, QUOTE_FIELDS, Reading, read_values
from store.errors import InvalidValue
from store.records.settings import Settings
from tests.builders import a_quote
from tests.tui.apps import TODAY, an_app, standing_of
from tests.tui.cli.command_line import CommandLine
from tui.screens.form import FormScreen

READING = Reading(TODAY, Settings())
HUGE = "x" * 1_000_000
TEXTS = {"huge": HUGE, "half": "half \ud83d", "bytes": "caf\udce9", "nul": "a\0b"}
AMOUNTS = (
    *("NaN", "nan", "sNaN", "Infinity", "-Infinity", "inf", "1e999", "1E+30", "1e3", "0x10"),
    *("18446744073709551616", "-1", "-0.01", "1,234", "1.234", "1_000", "٣", "½", "9" * 5000, ""),
)
DAYS = (
    *("0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31", "2026-02-29", "31/02/2026"),
    *("0000-01-01", "2100-02-29", "29/02/2027", "+9999w", "-9999m", "5", "32 mai", "2026-3-1x"),
    *("1969-12-31", "٢٠٢٦-٠٣-٢٠", "99999999999-01-01"),
)
GOOD_DAYS = {
    "1970-01-01": "1970-01-01",
    "2199-12-31": "2199-12-31",
    "29/02/2028": "2028-02-29",
    "2000-02-29": "2000-02-29",
}
ALL_FIELDS = {"quote": QUOTE_FIELDS, "lead": LEAD_FIELDS, "contact": CONTACT_FIELDS}
EVERY = [(kind, name) for kind, fields in ALL_FIELDS.items() for name in fields]
DAY_OPTIONS = (
    ("add", "Lead", "Title", "5", "--sent"),
    ("add", "Lead", "Title", "5", "--deadline"),
    ("add", "Lead", "Title", "5", "--asked"),
    ("add", "Lead", "Title", "5", "--draft", "--send-by"),
    ("log", "D26-001", "--on"),
    ("reply", "D26-001", "--on"),
    ("close", "D26-001", "lost", "--on"),
    ("snooze", "D26-001", "--"),
    ("export", "--since"),
    ("export", "--until"),
)


@pytest.fixture
def quoted(tmp_path: Path) -> CommandLine:
    """A file with one quote."""
    cli = CommandLine(tmp_path)
    cli.ok("add", "Atelier Lumen", "Website redesign", "1200")
    return cli


def refused(cli: CommandLine, *arguments: str) -> str:
    """What is said of it; nothing was printed or changed."""
    before = cli.file.read_bytes()
    answer = cli(*arguments)
    assert (answer.code, answer.out) == (2, ""), answer
    assert len(answer.err) < 600
    assert cli.file.read_bytes() == before
    return answer.err


@pytest.mark.parametrize(("kind", "name"), EVERY)
@pytest.mark.parametrize("typed", TEXTS.values(), ids=TEXTS.keys())
def test_no_field_takes_text_that_cannot_be_kept(kind: str, name: str, typed: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        read_values(ALL_FIELDS[kind], {name: typed}, READING)
    assert refusal.value.field == name
    assert len(refusal.value.value) <= 101


@pytest.mark.parametrize("typed", AMOUNTS)
def test_what_is_no_amount_is_refused_everywhere(quoted: CommandLine, typed: str) -> None:
    for arguments in (
        ("add", "--", "Lead", "Title", typed),
        ("edit", "D26-001", f"amount={typed}"),
    ):
        assert "amount" in refused(quoted, *arguments).lower()


@pytest.mark.parametrize("typed", sorted(set(DAYS)))
def test_what_is_no_day_is_refused_everywhere(quoted: CommandLine, typed: str) -> None:
    for arguments in DAY_OPTIONS:
        assert typed in refused(quoted, *arguments, typed)
    for name in ("sent_on", "deadline", "asked_on", "send_by", "snoozed_until"):
        said = refused(quoted, "edit", "D26-001", f"{name}={typed}")
        assert typed in said
    assert typed in refused(quoted, "--today", typed, "list")


@pytest.mark.parametrize("typed", GOOD_DAYS)
def test_the_first_and_the_last_day_and_leap_days_are_good(cli_at: CommandLine, typed: str) -> None:
    cli_at.ok("add", "Lead", "Title", "5", "--ref", "R", "--sent", typed, "--validity", "0")
    assert cli_at.only_quote(typed)["sent_on"] == GOOD_DAYS[typed]
    for command in (("today",), ("leads",), ("show", "R"), ("export",), ("history",)):
        cli_at.ok(*command, on=typed)


@pytest.fixture
def cli_at(tmp_path: Path) -> CommandLine:
    """No file yet."""
    return CommandLine(tmp_path)


NO_ENCODING = [b"caf\xe9", b"\xff\xfe", b"\xed\xa0\x80", b"a\x80b"]


@pytest.mark.parametrize("typed", NO_ENCODING)
def test_arguments_in_no_encoding_are_refused_wherever_they_stand(
    quoted: CommandLine, typed: bytes
) -> None:
    text = typed.decode("utf-8", "surrogateescape")
    before = quoted.file.read_bytes()
    for arguments in (
        ("add", text, "Title", "5"),
        ("add", "Lead", text, "5"),
        ("add", "Lead", "Title", text),
        ("log", "D26-001", "--note", text),
        ("edit", "D26-001", f"title={text}"),
        ("lead", "Atelier Lumen", f"name={text}"),
        ("show", text),
        ("--today", text, "list"),
        ("close", "D26-001", "lost", "--reason", text),
        ("import", text),
        (text,),
    ):
        answer = quoted(*arguments)
        assert answer.code in (2, 3, 4), (arguments, answer)
        assert "inside relance" not in answer.err
        assert answer.err.encode()
    assert quoted.file.read_bytes() == before


@pytest.mark.parametrize("typed", NO_ENCODING)
@pytest.mark.parametrize("before", [("add", "Lead"), ()], ids=["add", "first"])
def test_arguments_in_no_encoding_are_refused_by_the_real_program(
    quoted: CommandLine, typed: bytes, before: tuple[str, ...]
) -> None:
    done = quoted.process(*before, typed.decode("utf-8", "surrogateescape"), "5")
    assert done.returncode in (2, 3, 4), done
    assert b"Traceback" not in done.stderr
    assert b"inside relance" not in done.stderr
    assert done.stderr.decode()


HEADER = (
    "Client;Devis;Objet;Montant HT;Envoyé le;Valable jusqu'au;Statut;Relances;Dernière relance;"
    "Canal;Remarques"
)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"{HUGE};R-1;Titre;10;02/03/2026;;Envoyé;0;;;", "has 1000000 characters"),
        ("Rey;R-1;Titre;NaN;02/03/2026;;Envoyé;0;;;", "“NaN” is not an amount"),
        ("Rey;R-1;Titre;1E+30;02/03/2026;;Envoyé;0;;;", "“1E+30” is not an amount"),
        ("Rey;R-1;Titre;18446744073709551616;02/03/2026;;Envoyé;0;;;", "18446744073709551616"),
        ("Rey;R-1;Titre;-5;02/03/2026;;Envoyé;0;;;", "“-5” is not an amount"),
        ("Rey;R-1;Titre;10;31/02/2026;;Envoyé;0;;;", "no such day as “31/02/2026”"),
        ("Rey;R-1;Titre;10;01/01/9999;;Envoyé;0;;;", "“01/01/9999” is not between"),
        ("Rey;R-1;Titre;10;02/03/2026;;Envoyé;1e9;;;", "1e9"),
    ],
    ids=lambda text: text[-40:],
)
def test_an_import_names_line_and_value_and_keeps_the_rest(
    quoted: CommandLine, tmp_path: Path, row: str, said: str
) -> None:
    file = tmp_path / "devis.csv"
    good = "Cabinet Rey;R-2;Bon;10;02/03/2026;;Envoyé;0;;;"
    file.write_bytes("\n".join([HEADER, row, good]).encode("utf-8", "surrogatepass"))
    answer = quoted("import", str(file))
    assert answer.code == 0, answer
    assert "line 2" in answer.err
    assert said in answer.err
    assert len(answer.err) < 2000
    assert "Bon" in quoted.ok("list")


@pytest.mark.parametrize(
    ("place", "typed"),
    [(0, HUGE), (0, "a\0b"), (1, HUGE), (2, "NaN"), (2, "1E+30"), (2, "-1"), (3, "31/02/2026")],
)
async def test_a_form_refuses_and_keeps_what_was_typed(
    tmp_path: Path, place: int, typed: str
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        form = app.screen
        assert isinstance(form, FormScreen)
        values = ["Rey", "Leaflet", "650", "+10d"]
        values[place] = typed
        for line, value in zip(form.query("TypedEntry"), values, strict=True):
            line.value = value  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()

        assert isinstance(app.screen, FormScreen)
        assert [*app.screen.values.values()] == values
        assert len(app.desk.board.snapshot.quotes) == 1
        assert standing_of(app, "D26-001")
