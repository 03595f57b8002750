"""Quotations of Odoo: rows without an order belong to the order above, the total is their sum.

There is no deadline and no status: everything was sent, and the usual validity holds.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from store.errors import InvalidValue
from store.exchange.cells import CellReader
from store.exchange.problem import Problem
from store.exchange.shapes.grouping import and_more
from store.exchange.shapes.shape import Entry, Scattered, Shape
from store.exchange.table import Row

_CENT = Decimal("0.01")
_WHOLE = 100
"""All of a price, in percent."""
_CURRENCY = re.compile(r"\(([A-Z]{3})\)\s*$")
_OF_THE_ORDER = ("ref", "lead", "sent_on")


def _orders(scattered: Scattered) -> Iterator[Entry | Problem]:
    """Every order with its lines. One of which a line cannot be read has no total, so is none."""
    order: list[Row] = []
    is_whole = True
    for row in scattered.rows:
        if isinstance(row, Problem):
            yield row
            if order and is_whole:
                yield _lacking(order[0], row.line)
            is_whole = False
        elif any(scattered.cells(row).get(name, "").strip() for name in _OF_THE_ORDER):
            if order and is_whole:
                yield _entry(order, scattered)
            order, is_whole = [row], True
        elif order and is_whole:
            order.append(row)
        else:
            yield Problem(row.line, InvalidValue("row", row.cells[0], "line_of_no_order"))
    if order and is_whole:
        yield _entry(order, scattered)


def _lacking(row: Row, line: int) -> Problem:
    return Problem(row.line, InvalidValue("row", "", "line_lacks", line=line))


def _entry(order: list[Row], scattered: Scattered) -> Entry | Problem:
    lines = [scattered.cells(row) for row in order]
    total = Decimal(0)
    for row, cells in zip(order, lines, strict=True):
        try:
            total += _price(cells, scattered.reader)
        except InvalidValue as error:
            return Problem(row.line, error, ODOO.column_of(error.field))
    first = lines[0]
    currency = _CURRENCY.search(first.get("pricelist", ""))
    title = and_more(first.get("title", "").strip(), len(lines))
    return Entry(
        order[0].line,
        first | {"currency": currency[1] if currency else "", "title": title},
        total.quantize(_CENT, ROUND_HALF_UP),
    )


def _price(cells: dict[str, str], reader: CellReader) -> Decimal:
    """Quantity x unit price, less the discount in percent; a line without a price costs nothing.

    Raises `InvalidValue` for a discount outside 0 to 100 and for anything else below 0.
    """

    def number(field: str, otherwise: int) -> Decimal:
        cell = cells.get(field, "")
        if not cell.strip():
            return Decimal(otherwise)
        found = reader.number(field, cell, is_count=field == "quantity")
        if field == "discount" and not 0 <= found <= _WHOLE:
            raise InvalidValue(field, cell, "percent_out_of_bounds", first=0, last=_WHOLE)
        if found < 0:
            raise InvalidValue(field, cell, "not_an_amount")
        return found

    left = _WHOLE - number("discount", 0)
    return number("quantity", 1) * number("unit_price", 0) * left / _WHOLE


ODOO = Shape(
    name="odoo",
    columns={
        "Customer": "lead",
        "Order Date": "sent_on",
        "Order Reference": "ref",
        "Pricelist": "pricelist",
        "Order Lines/Product Template": "title",
        "Order Lines/Quantity": "quantity",
        "Order Lines/Unit Price": "unit_price",
        "Order Lines/Discount (%)": "discount",
    },
    optional=frozenset({"Pricelist", "Order Lines/Product Template", "Order Lines/Discount (%)"}),
    gather=_orders,
)
