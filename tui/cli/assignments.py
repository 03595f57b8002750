"""FIELD=VALUE on the command line: read into values, and records printed in the same form."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from store.changes.field_reading import Reader, Reading, Values, read_values
from store.errors import InvalidValue
from store.records.edit import Record
from store.records.quote_practice import is_private
from tui.cli.output import understood_on
from tui.safe_text import shown
from tui.session import Session
from tui.wording.labels import label


def pairs(typed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The field and the value of each text; raises `InvalidValue` where there is no `=`."""
    for text in typed:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise InvalidValue("field", text, "not_an_assignment")
        yield name.strip(), value


def read_assignments(
    session: Session, readers: Mapping[str, Reader], typed: Iterable[tuple[str, str]]
) -> Values:
    """The values of the fields, which are said as they were understood where they are days.

    Raises `InvalidValue` for an unknown field, a value that cannot be read, a field given twice.
    """
    texts: dict[str, str] = {}
    for name, text in typed:
        if name in texts:
            raise InvalidValue(name, text, "given_twice")
        texts[name] = text
    today = session.clock.today()
    values = read_values(readers, texts, Reading(today, session.rulebook.settings))
    for name, value in values.items():
        if isinstance(value, datetime):
            understood_on(session, label(name), value.date(), value.time())
        elif isinstance(value, date):
            understood_on(session, label(name), value)
    return values


def field_lines(record: Record, fields: Iterable[str]) -> Iterator[str]:
    """The record's fields as FIELD=VALUE, cleaned for the terminal; what is private stays so."""
    for name in fields:
        if hasattr(record, name) and not is_private(name):
            yield f"{name}={shown(_text(getattr(record, name)))}"


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return f"{value:f}"
        case time():
            return f"{value:%H:%M}"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case tuple():
            return ", ".join(str(part) for part in value)
        case _:
            return str(value)
