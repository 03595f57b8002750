"""The shapes of other programs: what each of their files holds."""

from datetime import date
from decimal import Decimal

import pytest

from store.exchange.imported import Import, ImportedQuote
from store.exchange.importing import read_file
from store.exchange.recognising import SHAPES
from store.records.settings import Settings
from store.records.words import Status

TODAY = date(2026, 4, 30)

DOLIBARR = """\
Id,Ref,Réf. client,Tiers,Date de proposition,Date de fin de validité,Montant HT,Montant TTC,Statut,\
Note (publique),Description ligne,Quantité,Total HT ligne
1,PR26-1,,Café Éphémère,2026-03-02,2026-03-23,1200.00,1440.00,1,pas pressé,Menu,1,400.00
1,PR26-1,,Café Éphémère,2026-03-02,2026-03-23,1200.00,1440.00,1,pas pressé,Carte,2,400.00
2,PR26-2,,"Rey, notaires",2026-03-02,2026-03-23,240.50,288.60,0,,Plaque,1,240.50
3,PR26-3,,Cabinet Rey,2026-03-03,2026-03-24,80.00,96.00,2,,,1,80.00
4,PR26-4,,Cabinet Rey,2026-03-03,2026-03-24,80.00,96.00,3,,Dépliant,1,80.00
"""
INVOICE_NINJA = """\
"Invoice Ninja"
"Quotes"

"Client","Email","Quote Number","Amount","Paid","Status","Quote Date","Due Date","Public Notes",\
"Private Notes","Item Notes","Tax","Tax"
"Café Éphémère","ana@x.example","0001","$1,000.01","$0.00","Sent","2026-03-02","",a,b,Menu,,
"Rey, notaires","","0002","$240.50","$0.00","Approved","2026-03-02","2026-02-28",,,Plaque,,
"Cabinet Rey","","0003","$80.00","$0.00","Draft","2026-03-03","2026-03-24","","","","",""
"""
ODOO = """\
Activities,Company,Customer,Order Date,Order Reference,Pricelist,Order Lines/Product Template,\
Order Lines/Quantity,Order Lines/Unit Price,Order Lines/Discount (%),Order Lines/Taxes
,Nous,Café Éphémère,2026-03-02 09:01:00,S1,Public (CHF),Menu,1.00,80.17,0.00,20%
,,,,,,Carte,3.00,10.00,33.33,20%
,Nous,Cabinet Rey,2026-03-03 10:00:00,S2,Public,Dépliant,2.00,40.00,,20%
"""
ERPNEXT = """\
ID,Quotation To,Party,Customer Name,Date,Valid Till,Currency,Grand Total,Status,Lost Reasons,\
Detailed Reason
Q-1,Customer,CAFE-1,Café Éphémère,2026-03-02,2026-03-23,EUR,1200.000000,Open,,
Q-2,Lead,Cabinet Rey,,2026-03-02,2026-03-23,CHF,80.00,Lost,Prix,trop cher
Q-3,Customer,Rey,Rey,2026-03-02,2026-03-23,EUR,80.00,Expired,,
Q-4,Customer,Rey,Rey,2026-03-02,2026-03-23,EUR,80.00,Ordered,,
Q-5,Customer,Rey,Rey,2026-03-02,2026-03-23,EUR,80.00,Draft,,
"""


def read(text: str) -> Import:
    return read_file("devis.csv", text.encode(), TODAY, Settings(validity_days=30))


def good(text: str) -> tuple[ImportedQuote, ...]:
    found = read(text)
    assert found.problems == ()
    return found.quotes


@pytest.mark.parametrize(
    ("text", "name", "quotes"),
    [
        (DOLIBARR, "dolibarr", 4),
        (INVOICE_NINJA, "invoice-ninja", 3),
        (ODOO, "odoo", 2),
        (ERPNEXT, "erpnext", 5),
    ],
)
def test_a_file_is_recognised_by_its_header(text: str, name: str, quotes: int) -> None:
    found = read(text)
    assert (found.shape, len(found.quotes)) == (name, quotes)
    assert name in [shape.name for shape in SHAPES]


def test_in_dolibarr_the_rows_of_one_ref_are_one_quote_with_its_own_total() -> None:
    first, second, third, _ = good(DOLIBARR)
    assert (first.ref, first.lead, first.title) == ("PR26-1", "Café Éphémère", "Menu (+1)")
    assert (first.amount, first.notes, first.line) == (Decimal("1200.00"), "pas pressé", 2)
    assert (second.lead, third.title) == ("Rey, notaires", "PR26-3")


def test_in_dolibarr_statuses_are_numbers() -> None:
    statuses = [quote.status for quote in good(DOLIBARR)]
    assert statuses == [Status.SENT, Status.DRAFT, Status.WON, Status.LOST]


def test_in_dolibarr_a_row_that_contradicts_its_quote_is_a_problem() -> None:
    found = read(DOLIBARR.replace("1200.00,1440.00,1,pas pressé,Carte", "9.00,9.00,1,,Carte"))
    assert [(each.line, each.error.code) for each in found.problems] == [(3, "ref_repeated")]
    assert len(found.quotes) == 4


def test_invoice_ninja_counts_lines_from_the_top_and_reads_grouped_dollars() -> None:
    first, *_ = good(INVOICE_NINJA)
    assert (first.line, first.amount, first.currency) == (5, Decimal("1000.01"), "USD")
    assert (first.notes, first.person and first.person.email) == ("a\n\nb", "ana@x.example")


def test_invoice_ninja_without_a_due_date_has_the_usual_validity() -> None:
    first, *_ = good(INVOICE_NINJA)
    assert (first.valid_until, first.validity_days, first.remarks) == (None, 30, ())


def test_invoice_ninja_with_a_due_date_before_the_quote_has_it_too_and_a_remark() -> None:
    second = good(INVOICE_NINJA)[1]
    assert (second.valid_until, second.validity_days) == (None, 30)
    [remark] = second.remarks
    assert (remark.line, remark.column, remark.error.code) == (6, "Due Date", "deadline_mended")


def test_odoo_rows_without_an_order_belong_to_the_one_above_and_totals_are_sums() -> None:
    first, second = good(ODOO)
    assert (first.amount, first.currency) == (Decimal("100.17"), "CHF")  # 80.17 + 30 x 0.6667
    assert (first.title, second.title) == ("Menu (+1)", "Dépliant")
    assert (second.amount, second.currency) == (Decimal("80.00"), "EUR")


def test_odoo_quotes_were_sent_on_their_day_with_the_usual_validity() -> None:
    first, _ = good(ODOO)
    assert (first.status, first.sent_on) == (Status.SENT, date(2026, 3, 2))
    assert first.record(1).valid_until == date(2026, 4, 1)


@pytest.mark.parametrize("bad", [",,,,,,Carte", ",,,,,,Carte,3.00,ten,,20%"])
def test_an_odoo_order_of_which_a_line_cannot_be_read_has_no_total_so_is_none(bad: str) -> None:
    found = read(ODOO.replace(",,,,,,Carte,3.00,10.00,33.33,20%", bad))
    assert [quote.ref for quote in found.quotes] == ["S2"]
    assert 3 in [each.line for each in found.problems]


def odoo_line(quantity: str, price: str, discount: str = "") -> str:
    """A file of one order with one line; each of its cells is quoted."""
    head = ODOO.splitlines()[0]
    return f'{head}\n,Nous,Rey,2026-03-02,S1,Public,Menu,"{quantity}","{price}","{discount}",'


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        (("1", "1,200"), "Unit Price", "not_an_amount"),
        (("1", "1.200"), "Unit Price", "not_an_amount"),
        (("1", "1.000"), "Unit Price", "not_an_amount"),
        (("1,500", "80"), "Quantity", "not_an_amount"),
        (("-1", "80"), "Quantity", "not_an_amount"),
        (("1", "-80"), "Unit Price", "not_an_amount"),
        (("-1", "-80"), "Quantity", "not_an_amount"),
        (("1", "80", "-5"), "Discount (%)", "percent_out_of_bounds"),
        (("1", "80", "100.5"), "Discount (%)", "percent_out_of_bounds"),
    ],
)
def test_an_odoo_number_that_may_mean_two_things_or_is_out_of_bounds_is_a_problem(
    line: tuple[str, ...], column: str, code: str
) -> None:
    [problem] = read(odoo_line(*line)).problems
    assert (problem.column, problem.error.code) == (f"Order Lines/{column}", code)


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        (("1.000", "1200"), "1200.00"),
        (("2,000", "80"), "160.00"),
        (("0.125", "80"), "10.00"),
        (("1.00", "1,200"), "1200.00"),
        (("1", "80", "0.000"), "80.00"),
        (("1", "80", "100"), "0.00"),
    ],
)
def test_an_odoo_number_that_means_one_thing_is_read(line: tuple[str, ...], amount: str) -> None:
    [quote] = good(odoo_line(*line))
    assert quote.amount == Decimal(amount)


def test_an_odoo_line_after_an_order_that_cannot_be_read_joins_no_other() -> None:
    found = read(ODOO.replace(",Nous,Café Éphémère", ",Nous,too,many,cells,Café Éphémère"))
    assert [each.line for each in found.problems] == [2, 3]
    assert [quote.ref for quote in found.quotes] == ["S2"]


def test_erpnext_expired_is_sent_because_expiry_is_derived() -> None:
    statuses = [quote.status for quote in good(ERPNEXT)]
    assert statuses == [Status.SENT, Status.LOST, Status.SENT, Status.WON, Status.DRAFT]


def test_erpnext_names_the_party_where_no_customer_is_and_keeps_reasons() -> None:
    first, second, *_ = good(ERPNEXT)
    assert (first.title, first.amount) == ("Q-1", Decimal("1200.00"))
    assert (second.lead, second.currency, second.notes) == ("Cabinet Rey", "CHF", "trop cher")
    outcome = second.record(1).outcome
    assert outcome is not None
    assert outcome.reason == "Prix"
