"""What the command line writes: results to stdout, remarks to stderr, nothing a terminal obeys."""

import sys
from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING

import click

from store.errors import FileTrouble
from tui.language import _
from tui.safe_text import shown, shown_lines, visible_in_json
from tui.session import Session
from tui.signs import ASCII, GEOMETRIC, Signs
from tui.wording.days import long_day, understood_day
from tui.wording.labelled import labelled

if TYPE_CHECKING:
    import json


def result(text: str) -> None:
    """A part of the result. `text` is our own words around data that was cleaned.

    Raises `FileTrouble` where stdout cannot be written (a full disk), and lets a broken pipe pass.
    """
    _write(f"{text}\n")


def result_lines(lines: Iterable[str]) -> None:
    """The lines of a result, written at once: a write for each would take longer than they do."""
    found = [*lines]
    if found:
        result("\n".join(found))


def document(text: str) -> None:
    """A whole document, in UTF-8, as it is; on a terminal, without what it would obey."""
    if sys.stdout.isatty():
        _write("\n".join(shown_lines(text)))
    else:
        _write(text.encode())


def remark(text: str) -> None:
    """A line for the person beside the result: what was understood."""
    click.echo(text, err=True)


def understood(name: str, value: str) -> None:
    """Says how something typed was understood: `lead: Atelier Lumen`."""
    remark(labelled(name, shown(value)))


def understood_on(session: Session, name: str, day: date, at: time | None = None) -> None:
    """Says which day was understood: `on: Fri 20 Mar 2026, in 17 days`."""
    understood(name, understood_day(day, session.clock.today(), at))


def warning(text: str) -> None:
    """A line that warns and refuses nothing."""
    remark(_("warning: {text}").format(text=text))


def warn_of_future(session: Session, day: date) -> None:
    """Warns of a day that lies ahead: until then no rule sees what is to happen on it."""
    if day > session.clock.today():
        warning(_("{day} is after today: it counts from that day on.").format(day=long_day(day)))


def json_list(items: Iterable[object]) -> None:
    """The items as a JSON array, one a line."""
    encode = _json_encoder().encode
    lines = ",\n".join(visible_in_json(encode(item)) for item in items)
    result(f"[\n{lines}\n]" if lines else "[]")


def json_object(item: object) -> None:
    """The item as one line of JSON."""
    result(visible_in_json(_json_encoder().encode(item)))


def signs_of(session: Session) -> Signs:
    """The signs that the person's terminal has."""
    return ASCII if session.ascii_signs else GEOMETRIC


def joined(session: Session, *parts: str) -> str:
    """The parts that are not empty, on one line, with a sign between them."""
    between = f" {signs_of(session).between} "
    return between.join(part for part in parts if part)


def _write(text: str | bytes) -> None:
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileTrouble("result_not_written", why=error.strerror or str(error)) from error


def _json_encoder() -> "json.JSONEncoder":
    import json  # people read text

    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
    return json.JSONEncoder(ensure_ascii=encoding not in ("utf-8", "utf8"))
