"""The names of the months in English and French, for dateutil's look-up."""

from dateutil.parser import parserinfo


class FrenchMonths(parserinfo):
    """Knows `mai`, `aout`, `janv`; names are given without accents."""

    MONTHS = [  # noqa: RUF012 - dateutil declares it so
        ("janv", "janvier"),
        ("fev", "fevr", "fevrier"),
        ("mar", "mars"),
        ("avr", "avril"),
        ("mai", "mai"),
        ("juin", "juin"),
        ("juil", "juillet"),
        ("aou", "aout"),
        ("sept", "septembre"),
        ("oct", "octobre"),
        ("nov", "novembre"),
        ("dec", "decembre"),
    ]


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month in either language, without accents."""
    return parserinfo().month(name) or FrenchMonths().month(name)
