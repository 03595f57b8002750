"""The log as CSV: what scripts read, and what no spreadsheet runs."""

import csv
import io
from datetime import date, time
from decimal import Decimal

import pytest

from store.exchange.csv_export import csv_text, excel_csv_text
from store.exchange.inert import inert
from store.exchange.log import follow_up_log
from store.records.lead import Person
from store.records.words import CallOutcome
from tests.builders import a_board, a_contact, a_lead, a_quote

TODAY = date(2026, 4, 30)
HEADER = (
    "date,time,lead,contact,ref,title,amount,currency,direction,channel,outcome,minutes,"
    "count,limit,limit_state,valid_until,status,note"
)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"]
AWKWARD = [
    'a "quoted" word',
    '"',
    "a, b; c",
    "two\nlines",
    "two\r\nlines",
    "an old\rline",
    "\x1b[31mred\x1b[0m",
    "nothing\0here",
    "\u202eturned",
    "é ü Œ 日本 🙂",
    "it's '=1'",
    " =1",
    "'",
    "",
]


def exported(lead: str = "Atelier Lumen", note: str = "", person: str = "", title: str = "") -> str:
    board = a_board(
        TODAY,
        a_lead(name=lead, contacts=(Person(name=person),)),
        a_quote(title=title),
        a_contact(date(2026, 3, 4), note=note, time=time(9, 5), minutes=0),
    )
    return csv_text(follow_up_log(board))


def read_back(text: str) -> list[dict[str, str]]:
    file = io.StringIO(text.encode().decode("utf-8"), newline="")
    return list(csv.DictReader(file, strict=True))


def test_an_empty_log_is_the_header_alone() -> None:
    assert csv_text([]) == HEADER + "\n"


def test_a_line_reads_back_as_codes_dates_and_numbers() -> None:
    contact = a_contact(
        date(2026, 3, 4), time=time(9, 5), outcome=CallOutcome.NO_ANSWER, minutes=12, note="ok"
    )
    quote = a_quote(amount=Decimal("12000.50"))
    text = csv_text(follow_up_log(a_board(TODAY, quote, contact)))
    assert read_back(text) == [
        {
            "date": "2026-03-04",
            "time": "09:05",
            "lead": "Atelier Lumen",
            "contact": "",
            "ref": "D26-001",
            "title": "Website redesign",
            "amount": "12000.50",
            "currency": "EUR",
            "direction": "out",
            "channel": "email",
            "outcome": "no_answer",
            "minutes": "12",
            "count": "1",
            "limit": "3",
            "limit_state": "under",
            "valid_until": "2026-03-23",
            "status": "sent",
            "note": "ok",
        }
    ]


def test_no_minutes_are_empty_and_zero_minutes_are_zero() -> None:
    contacts = [a_contact(date(2026, 3, 4)), a_contact(date(2026, 3, 5), minutes=0)]
    rows = read_back(csv_text(follow_up_log(a_board(TODAY, a_quote(), *contacts))))
    assert [row["minutes"] for row in rows] == ["", "0"]


@pytest.mark.parametrize("text", AWKWARD)
def test_text_of_any_kind_reads_back_as_it_was(text: str) -> None:
    [row] = read_back(exported(lead=text, note=text, person=text, title=text))
    assert [row[name] for name in ("lead", "note", "contact", "title")] == [text] * 4


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_reads_back_as_text_behind_an_apostrophe(formula: str) -> None:
    [row] = read_back(exported(lead=formula, note=formula, person=formula, title=formula))
    assert [row[name] for name in ("lead", "note", "contact", "title")] == [inert(formula)] * 4
    assert inert(formula).startswith("'")


def test_every_cell_of_data_is_made_inert() -> None:
    board = a_board(
        TODAY, a_lead(name="=a"), a_quote(ref="=b", title="=c", currency="=d"), a_contact(note="=e")
    )
    [row] = read_back(csv_text(follow_up_log(board)))
    assert not [cell for cell in row.values() if cell.startswith("=")]


@pytest.mark.parametrize("text", ["", "plain", "2026-03-04", "1200.00", " =1", "a=b", "'=1", "１"])
def test_text_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_lines_end_with_a_line_feed_alone_and_there_is_no_byte_order_mark() -> None:
    assert exported().encode().startswith(b"date,")
    assert "\r" not in exported()


def for_excel(note: str = "", amount: str = "1200.50") -> tuple[str, dict[str, str]]:
    """The text for a French Excel, and its one line as that splits it."""
    contact = a_contact(date(2026, 3, 4), time=time(9, 5), minutes=12, note=note)
    board = a_board(TODAY, a_lead(name="Café Éphémère"), a_quote(amount=amount), contact)
    text = excel_csv_text(follow_up_log(board))
    file = io.StringIO(text.removeprefix("\ufeff"), newline="")
    (line,) = csv.DictReader(file, delimiter=";", strict=True)
    return text, line


def test_a_french_excel_gets_a_mark_semicolons_and_line_ends_of_its_own() -> None:
    text, _ = for_excel()
    assert text.encode().startswith(b"\xef\xbb\xbfdate;time;lead;")
    assert text.removeprefix("\ufeff").split("\r\n")[0] == HEADER.replace(",", ";")
    assert text.count("\n") == text.count("\r\n") == 2


def test_a_french_excel_reads_days_and_numbers_as_what_they_are() -> None:
    _, line = for_excel()
    assert (line["date"], line["time"], line["valid_until"]) == (
        "2026-03-04",
        "09:05",
        "2026-03-23",
    )
    assert (line["amount"], line["minutes"], line["count"]) == ("1200,50", "12", "1")
    assert line["lead"] == "Café Éphémère"


@pytest.mark.parametrize("text", [*FORMULAS, *AWKWARD, "a;=1", "a,=1", "a\n=1"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_nothing_in_it_is_run_whatever_it_is_split_at(text: str, separator: str) -> None:
    written, line = for_excel(text)
    assert line["note"] == inert(text, ";")
    for row in csv.reader(io.StringIO(written, newline=""), delimiter=separator):
        assert not [cell for cell in row if cell.startswith(("=", "+", "@", "＝", "＋", "＠"))]
