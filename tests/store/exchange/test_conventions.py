"""How a file writes numbers and days is seen in its cells, or said by a person."""

from datetime import date
from decimal import Decimal

import pytest

from store.exchange.conventions import Forced, day_order, decimal_sign
from store.exchange.importing import read_file
from store.exchange.table import delimiter_of
from store.records.settings import Settings

MAPPING = "lead=Who,title=What,amount=Price,sent=Day"


def read_cells(
    price: str, day: str, *more: str, **forced: str
) -> tuple[Decimal, date | None] | str:
    """Amount and day of the first row, or the code of the problem with it."""
    rows = [f"A|B{number}|{each}" for number, each in enumerate((f"{price}|{day}", *more))]
    text = "\n".join(["Who|What|Price|Day", *rows])
    said = Forced(mapping=MAPPING, **forced)  # type: ignore[arg-type]
    found = read_file("x.csv", text.encode(), date(2026, 4, 30), Settings(), forced=said)
    problems = {problem.line: problem.error.code for problem in found.problems}
    if 2 in problems:
        return problems[2]
    return found.quotes[0].amount, found.quotes[0].sent_on


@pytest.mark.parametrize(
    ("cells", "sign"),
    [
        (["1 200,50", "300"], ","),
        (["1.200,50"], ","),
        (["$1,000.01", "1,234"], "."),
        (["1'200.5 CHF"], "."),
        (["1,234", "5.678", "300"], ""),
        (["1,234,567"], "."),
        (["1.234.567 €"], ","),
        (["12,50", "12.50"], ""),
        (["1200.000000"], "."),
        ([], ""),
    ],
)
def test_the_decimal_sign_is_the_one_that_the_cells_show(cells: list[str], sign: str) -> None:
    assert decimal_sign(cells) == sign


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["04/11/2025", "13/01/2026"], "dmy"),
        (["04/11/2025", "01/13/2026"], "mdy"),
        (["04/11/2025"], "dmy"),
        (["2025-11-04", ""], "ymd"),
        (["2025/11/04 09:01:00"], "ymd"),
        (["2025-11-04", "04/11/2025"], "dmy"),
        (["13/01/2026", "01/13/2026"], "dmy"),
        ([], "dmy"),
    ],
)
def test_the_order_of_days_is_day_first_unless_the_cells_show_another(
    cells: list[str], order: str
) -> None:
    assert day_order(cells) == order


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b;c\n1,5;2,5;3\n", ";"),
        ("a,b\n1;2;3,4\n", ","),
        ("title, with a comma\n\na\tb\tc\n1\t2\t3\n", "\t"),
        ("a|b\n1,2|3,4\n", "|"),
        ('"a;b",c\n"d;e",f\n', ","),
    ],
)
def test_the_delimiter_is_the_one_that_makes_columns(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


@pytest.mark.parametrize(
    ("price", "more", "forced", "amount"),
    [
        ("1,234", "1,000.01|01/02/2026", "", "1234.00"),
        ("1.234", "1 000,50|01/02/2026", "", "1234.00"),
        ("1,234", "", ".", "1234.00"),
        ("1.234", "", ",", "1234.00"),
        ("1,234.50", "", "", "1234.50"),
        ("1200.500000", "", "", "1200.50"),
        ("€ 1.234,50", "", "", "1234.50"),
    ],
)
def test_amounts_are_read_as_the_file_writes_them(
    price: str, more: str, forced: str, amount: str
) -> None:
    rows = (more,) if more else ()
    found = read_cells(price, "01/02/2026", *rows, decimal=forced)
    assert found == (Decimal(amount), date(2026, 2, 1))


@pytest.mark.parametrize("price", ["1,234", "1.234", "12.345", "1200.505", "-5", "NaN", "1e9"])
def test_an_amount_that_may_mean_two_things_is_a_problem(price: str) -> None:
    assert read_cells(price, "01/02/2026") == "not_an_amount"


@pytest.mark.parametrize(
    ("day", "more", "forced", "expected"),
    [
        ("01/02/2026", "1|01/13/2026", "", date(2026, 1, 2)),
        ("01/02/2026", "", "mdy", date(2026, 1, 2)),
        ("2026-02-01T09:30:00Z", "", "", date(2026, 2, 1)),
        ("01.02.2026 9h30", "", "", date(2026, 2, 1)),
        ("01/02/26", "", "dmy", date(2026, 2, 1)),
        ("26/02/01", "", "ymd", date(2026, 2, 1)),
        ("1 février 2026", "", "", date(2026, 2, 1)),
    ],
)
def test_days_are_read_as_the_file_writes_them(
    day: str, more: str, forced: str, expected: date
) -> None:
    rows = (more,) if more else ()
    assert read_cells("1", day, *rows, dates=forced) == (Decimal("1.00"), expected)


@pytest.mark.parametrize(
    ("day", "forced", "code"),
    [
        ("01/02/26", "", "not_a_day"),
        ("31/02/2026", "", "no_such_day"),
        ("13/01/2026", "mdy", "no_such_day"),
        ("5 mai", "", "day_without_year"),
    ],
)
def test_a_day_that_is_none_or_a_guess_is_a_problem(day: str, forced: str, code: str) -> None:
    assert read_cells("1", day, dates=forced) == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_are_seen(encoding: str) -> None:
    data = "Who|What|Price|Day\nÉté|B|1|01/02/2026\n".encode(encoding)
    found = read_file("x", data, date(2026, 4, 30), Settings(), forced=Forced(mapping=MAPPING))
    assert [quote.lead for quote in found.quotes] == ["Été"]


def test_an_encoding_can_be_forced() -> None:
    data = "Who|What|Price|Day\nÉté|B|1|01/02/2026\n".encode("mac-roman")
    said = Forced(mapping=MAPPING, encoding="mac-roman")
    found = read_file("x", data, date(2026, 4, 30), Settings(), forced=said)
    assert [quote.lead for quote in found.quotes] == ["Été"]


@pytest.mark.parametrize("said", [{"encoding": "x"}, {"delimiter": "x"}, {"dates": "x"}])
def test_what_cannot_be_forced_is_refused(said: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="x"):
        Forced(**said)  # type: ignore[arg-type]
