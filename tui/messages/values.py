"""What fills the placeholders: days and amounts as the language of the message writes them.

That language is the lead's; the one of the screen has no say here.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from store.exchange.mail import person_to_write_to
from store.records.amount import CURRENCY_SIGNS
from store.records.words import WrittenLanguage
from store.rules.standing import Standing

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SIGNS = {code: sign for sign, code in CURRENCY_SIGNS.items()}
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_FRENCH_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def values(standing: Standing, language: WrittenLanguage) -> Mapping[str, str]:
    """What is known for each placeholder; empty where nothing was noted.

    A lead of whom nobody is known is addressed by its own name.
    """
    quote, lead = standing.quote, standing.lead
    person = person_to_write_to(lead)
    left = standing.days_left
    days = {
        "today": standing.today,
        "asked_on": quote.asked_on,
        "send_by": quote.send_by,
        "sent_on": quote.sent_on,
        "valid_until": standing.valid_until,
        "delivery_due": quote.delivery_due,
        "recontact_on": lead.recontact_on,
    }
    day_text = _DAYS[language]
    return {
        "lead": lead.name,
        "contact": (person.name if person else "") or lead.name,
        "ref": quote.ref,
        "title": quote.title,
        "amount": _AMOUNTS[language](quote.amount, quote.currency),
        "days_left": str(left) if left is not None and left >= 0 else "",
        "end_client": quote.end_client,
        "prerequisite": quote.prerequisite,
        "redirect_to": quote.redirect_to,
        "referred_to": quote.referred_to,
        "stated_reason": quote.stated_reason,
        **{name: day_text(day) if day else "" for name, day in days.items()},
    }


def _english_day(day: date) -> str:
    """`1 March 2026`."""
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def _french_day(day: date) -> str:
    """`1er mars 2026`."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_FRENCH_MONTHS[day.month - 1]} {day.year}"


def _english_amount(amount: Decimal, currency: str) -> str:
    """`€4,800.50`, `CHF 4,800`."""
    sign = _SIGNS.get(currency, currency)
    before = sign if len(sign) == 1 else f"{sign}{_NO_BREAK}"
    return f"{before}{_number(amount)}"


def _french_amount(amount: Decimal, currency: str) -> str:
    """`4 800,50 €`, with spaces at which no line breaks."""
    number = _number(amount).replace(",", _NO_BREAK).replace(".", ",")
    return f"{number}{_NO_BREAK}{_SIGNS.get(currency, currency)}"


def _number(amount: Decimal) -> str:
    """Two places, or none where there are no cents."""
    return f"{amount:,.2f}".removesuffix(".00")


_DAYS: Mapping[WrittenLanguage, Callable[[date], str]] = {
    WrittenLanguage.ENGLISH: _english_day,
    WrittenLanguage.FRENCH: _french_day,
}
_AMOUNTS: Mapping[WrittenLanguage, Callable[[Decimal, str], str]] = {
    WrittenLanguage.ENGLISH: _english_amount,
    WrittenLanguage.FRENCH: _french_amount,
}
