"""Amounts as people write them: `4 800 €`, `240.50 €`."""

from collections.abc import Sequence
from decimal import Decimal

from store.records.amount import CURRENCY_SIGNS
from store.rules.sums import Money
from tui.language import _
from tui.safe_text import shown

_SIGNS = {code: sign for sign, code in CURRENCY_SIGNS.items()}


def amount_text(amount: Decimal, currency: str) -> str:
    """The amount with separated thousands, cents only where there are some, and its sign."""
    blank = _(" ")  # a no-break one where the language wants it
    whole, cents = f"{amount:,.2f}".split(".")
    decimals = "" if cents == "00" else _(".{cents}").format(cents=cents)
    sign = _SIGNS.get(currency) or shown(currency)
    return f"{whole.replace(',', blank)}{decimals}{blank}{sign}"


def plain_amount(amount: Decimal, currency: str) -> str:
    """The amount to correct in a form, which `read_amount` reads again: `4800.00 EUR`."""
    whole, _point, cents = f"{amount:.2f}".partition(".")
    decimals = _(".{cents}").format(cents=cents)
    return f"{whole}{decimals} {currency}"


def sums_text(sums: Sequence[Money]) -> str:
    """Sums of several currencies beside each other."""
    return " + ".join(amount_text(*money) for money in sums) or amount_text(Decimal(0), "EUR")
