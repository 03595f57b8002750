"""Reading amounts and currencies from what people type."""

import re
from decimal import Decimal

from store.errors import InvalidValue
from store.records.amount import CURRENCY_SIGNS, LARGEST, checked_amount
from store.records.currencies import CODES

_SEPARATORS = " \u00a0\u202f\u2009'’"
_SIGN = "|".join(re.escape(sign) for sign in CURRENCY_SIGNS)
_PATTERN = re.compile(
    rf"(?P<before>{_SIGN}|[A-Za-z]{{3}})?[{_SEPARATORS}]*"
    rf"(?P<whole>[0-9]{{1,3}}(?:[{_SEPARATORS}][0-9]{{3}})+|[0-9]+)"
    rf"(?:[.,](?P<cents>[0-9]{{1,2}}))?"
    rf"[{_SEPARATORS}]*(?P<after>{_SIGN}|[A-Za-z]{{3}})?"
)


def read_amount(field: str, text: str) -> tuple[Decimal, str | None]:
    """The amount in `text` and the currency that stands beside it, if any.

    Spaces, no-break spaces and apostrophes separate thousands; one `.` or `,` followed by one or
    two digits is the decimal sign. Raises `InvalidValue` for anything else, `1,234` too.
    """
    match = _PATTERN.fullmatch(text.strip())
    if match is None or (match["before"] and match["after"]):
        raise InvalidValue(field, text, "not_an_amount")
    whole = re.sub(rf"[{_SEPARATORS}]", "", match["whole"])
    if len(whole) > len(str(LARGEST)):
        raise InvalidValue(field, text, "amount_too_large", largest=LARGEST)
    amount = Decimal(f"{whole}.{match['cents'] or '0'}")
    if amount > LARGEST:
        raise InvalidValue(field, text, "amount_too_large", largest=LARGEST)
    sign = match["before"] or match["after"]
    return checked_amount(amount), read_currency("currency", sign) if sign else None


def read_currency(field: str, text: str) -> str:
    """An ISO 4217 code from a code in any case or from a sign; raises `InvalidValue`."""
    code = CURRENCY_SIGNS.get(text.strip(), text.strip().upper())
    if code not in CODES:
        raise InvalidValue(field, text, "not_a_currency")
    return code
