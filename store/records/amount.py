"""Amounts of money: exact decimals of at least 0 with at most two places."""

from decimal import Decimal

LARGEST = Decimal("999999999999.99")
"""The largest amount that is taken, in any currency."""

CURRENCY_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN"}
"""Signs that may stand for an ISO 4217 code before or after an amount."""

_CENT = Decimal("0.01")
_NOTHING = Decimal(0)


def checked_amount(amount: Decimal) -> Decimal:
    """`amount` with two places; raises `ValueError` for what no amount can be (NaN, 1E+30, -1)."""
    if not amount.is_finite() or not _NOTHING <= amount <= LARGEST:
        raise ValueError(f"not an amount: {amount!s:.40}")
    exact = amount.quantize(_CENT)
    if exact != amount:
        raise ValueError(f"more than two decimal places: {amount!s:.40}")
    return abs(exact) if exact.is_signed() else exact  # JSON knows a zero with a minus sign
