"""Text that tries to be obeyed, and records with it in every field that holds text."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, get_args, get_origin

import msgspec

from store.file.codec import TABLE_OF
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.lead import Lead, Person
from store.records.quote import Outcome, Quote
from store.records.words import Status
from tests.builders import a_contact, a_draft, a_lead, a_quote, a_reply

MARK = "PWNED"
SEND_BY = date(2026, 3, 20)

CONTROLS = {
    "colour": "\x1b[97;41mPWNED",
    "title": "\x1b]0;PWNED\x07",
    "clipboard": "\x1b]52;c;UFdORUQ=\x07PWNED",
    "device": "\x1bP+q544e\x1b\\PWNED\x1b_PWNED\x1b\\\x1bc",
    "c1": "\x9b97;41mPWNED\x9d0;PWNED\x9c\x90PWNED\x85",
    "nul": "PW\0NED\x00\x7f\x08\x08\x07\x0e",
    "turned": "\u202ePWNED\u2066\u200f\u061c\u2069",
    "breaks": "PWNED\r\x0b\x0c\u2028\u2029\x1cPWNED\r\n",
    "unseen": "PWNED\u200b\u2060\ufeff\u00ad\U000e0041\ufff9",
}
MARKUP = {
    "colours": "[red]PWNED",
    "closing": "PWNED[/]",
    "closing a name": "PWNED[/red][/bold]",
    "action": "[@click=app.quit]PWNED[/]",
    "action in quotes": "[@click='app.quit()']PWNED[/@click]",
    "link": '[link="https://example.org"]PWNED[/link]',
    "variable": "[$error on $primary]PWNED",
    "backslash": "PWNED\\[/red]\\",
    "open": "PWNED[",
    "brackets": "[[PWNED]]",
    "emoji": ":smile:PWNED",
    "format": "PWNED{0}{subject}%s%(x)s$x",
}
PILE = "P" + "\u0301" * 200 + "WNED"

ALL = "".join(CONTROLS.values()) + PILE + "".join(MARKUP.values())

OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9\U000e0041]"
)
"""What a terminal obeys, or shows as nothing."""

PILED = re.compile("\u0301{6}")

OURS = re.compile(
    rb"\x1b\[[<>?=]?[0-9;]*[ -/]*[@-~]"  # colours, places, modes
    rb"|\x1b\]22;[a-z-]*\x07"  # the mouse's shape
)
"""The sequences that Textual writes by itself."""


def records(text: str, ref: str = "") -> list[Record]:
    """Leads, quotes and contacts of every kind with the text in every field of text."""
    quote, lead, contact = (texts_of(kind, text) for kind in (Quote, Lead, FollowUp))
    gone = Person(**texts_of(Person, text) | {"left_on": date(2026, 3, 1)})
    closed = Outcome(**texts_of(Outcome, text) | {"on": date(2026, 3, 5)})
    pending = quote | {"outcome": None}
    return [
        a_lead(**lead | {"contacts": (*lead["contacts"], gone)}),
        a_lead(**lead | {"id": 2, "name": text + "2", "contacts": ()}),
        a_quote(**pending | {"id": 10, "ref": ref or text}),
        a_quote(**quote | {"id": 11, "ref": text + "w", "status": Status.WON, "outcome": closed}),
        a_draft(**pending | {"id": 12, "ref": text + "d", "send_by": SEND_BY, "lead_id": 2}),
        a_contact(date(2026, 3, 4), **contact),
        a_contact(None, **contact | {"quote_id": 11}),
        a_reply(date(2026, 3, 6), **contact),
    ]


def data_file(records: Iterable[Record]) -> bytes:
    """The records as somebody else would have written them."""
    tables: dict[str, dict[int, Record]] = {name: {} for name in TABLE_OF.values()}
    for record in records:
        tables[TABLE_OF[type(record)]][record.id] = record
    return msgspec.json.encode(tables)


def texts_of(kind: type[msgspec.Struct], text: str) -> dict[str, Any]:
    """What fills each field of the record that holds text, also text in records within it."""
    filled = {each.name: _filled(each.type, text) for each in msgspec.structs.fields(kind)}
    return {name: value for name, value in filled.items() if value is not None}


def _filled(kind: Any, text: str) -> Any:
    """A value of that type with nothing but the text; none where the type holds no text."""
    if kind is str:
        return text
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind(**texts_of(kind, text))
    for part in get_args(kind):
        if (value := _filled(part, text)) is not None:
            return (value,) if get_origin(kind) is tuple else value
    return None


def obeyed_in(raw: bytes) -> list[bytes]:
    """What is in the bytes for a terminal that no program of ours wrote."""
    rest = OURS.sub(b"", raw)
    found = re.findall(rb"[\x00-\x07\x0b-\x0c\x0e-\x1f\x7f].{0,20}|\xc2[\x80-\x9f].{0,20}", rest)
    found += re.findall(rb"\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf", rest)
    return found + re.findall(rb"\x1b\[97;41m|\x1bc|\x1b\]52|\x1b\]0", raw)
