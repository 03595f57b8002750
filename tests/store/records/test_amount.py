"""How amounts are read and what none can be (DESIGN: records; FAULTS 21)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import InvalidValue
from store.records.amount import LARGEST, checked_amount
from store.records.amount_reading import read_amount, read_currency
from tests.store.strategies import amounts

SEPARATORS = (" ", "\u00a0", "\u202f", "'", "’")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("0", "0.00"),
        ("650", "650.00"),
        ("1200.5", "1200.50"),
        ("1200,50", "1200.50"),
        ("0,05", "0.05"),
        ("1 200", "1200.00"),
        ("1\u00a0200,50", "1200.50"),
        ("1\u202f200\u202f000", "1200000.00"),
        ("1'200.50", "1200.50"),
        ("1’200", "1200.00"),
        ("  4 800  ", "4800.00"),
        ("999999999999.99", "999999999999.99"),
    ],
)
def test_spaces_and_apostrophes_part_thousands_and_one_sign_parts_cents(
    typed: str, amount: str
) -> None:
    assert read_amount("amount", typed) == (Decimal(amount), None)


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        ("4 800 €", "EUR"),
        ("€4 800", "EUR"),
        ("€ 4800,00", "EUR"),
        ("4800\u00a0€", "EUR"),
        ("4800EUR", "EUR"),
        ("chf 4'800", "CHF"),
        ("$4800", "USD"),
        ("4800 £", "GBP"),
        ("4 800 zł", "PLN"),
    ],
)
def test_a_currency_sign_or_code_may_stand_before_or_after(typed: str, currency: str) -> None:
    assert read_amount("amount", typed) == (Decimal("4800.00"), currency)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "1,234",
        "1.234",
        "1,200.50",
        "1.200,50",
        "1,2,3",
        "12.",
        ".5",
        "1 20",
        "12 00",
        "1234 567",
        "1  200",
        "1_200",
        "-5",
        "+5",
        "−5",
        "NaN",
        "sNaN",
        "Infinity",
        "-inf",
        "1e3",
        "1e999",
        "1E+30",
        "0x10",
        "١٢٠٠",
        "１２００",
        "€ 1200 EUR",
        "EUR EUR 1200",
        "€",
        "EUR",
        "about 1200",
        "1200 euros",
        "1200 €\0",
        "1200\n1300",
    ],
)
def test_anything_else_is_refused_and_quoted(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_amount("amount", typed)
    assert (refused.value.code, refused.value.field) == ("not_an_amount", "amount")
    assert refused.value.value == typed


@pytest.mark.parametrize("typed", ["1000000000000", str(2**64), "9" * 5000])
def test_an_amount_beyond_the_largest_is_refused_with_the_bound(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_amount("amount", typed)
    assert refused.value.code == "amount_too_large"
    assert refused.value.facts["largest"] == LARGEST
    assert len(refused.value.value) <= 101


@given(amounts, st.sampled_from(SEPARATORS), st.sampled_from(".,"), st.sampled_from(["", " €"]))
def test_every_amount_that_people_write_is_read_exactly(
    amount: Decimal, separator: str, point: str, sign: str
) -> None:
    whole, cents = f"{amount:,.2f}".split(".")
    typed = whole.replace(",", separator) + point + cents + sign
    assert read_amount("amount", typed)[0] == amount


@given(st.text())
def test_no_text_makes_the_reader_fail_in_another_way(typed: str) -> None:
    try:
        amount, currency = read_amount("amount", typed)
    except InvalidValue:
        return
    assert checked_amount(amount) == amount
    assert currency is None or len(currency) == 3


@pytest.mark.parametrize(
    "amount",
    ["NaN", "sNaN", "-NaN", "Infinity", "-Infinity", "1E+999", "1E+30", str(2**64), "-0.01"],
)
def test_a_record_takes_no_amount_that_money_cannot_have(amount: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        checked_amount(Decimal(amount))


@pytest.mark.parametrize("amount", ["0.001", "1.005", "1E-400", "0.30000000000000004"])
def test_a_record_takes_at_most_two_places(amount: str) -> None:
    with pytest.raises(ValueError, match="two decimal places"):
        checked_amount(Decimal(amount))


@pytest.mark.parametrize(("given_as", "kept"), [("5", "5.00"), ("1E+2", "100.00"), ("-0", "0.00")])
def test_a_record_keeps_two_places_and_no_sign(given_as: str, kept: str) -> None:
    assert str(checked_amount(Decimal(given_as))) == kept


@pytest.mark.parametrize(("typed", "code"), [("eur", "EUR"), (" € ", "EUR"), ("Chf", "CHF")])
def test_a_currency_is_read_from_a_code_or_a_sign(typed: str, code: str) -> None:
    assert read_currency("currency", typed) == code


@pytest.mark.parametrize("typed", ["", "euro", "E", "12€", "ЕUR", "EU R"])
def test_what_is_no_currency_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_currency("currency", typed)
    assert refused.value.code == "not_a_currency"
