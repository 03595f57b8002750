"""Text that tries to be obeyed, and records with it in every field that holds text."""

import re
from datetime import date

from store.records.edit import Record
from store.records.lead import Person
from store.records.quote import Outcome
from store.records.words import Status
from tests.builders import a_contact, a_draft, a_lead, a_quote, a_reply

MARK = "PWNED"

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
    person = Person(name=text, email=text, phone=text, left_on=None)
    gone = Person(name=text, email=text, phone=text, left_on=date(2026, 3, 1))
    closed = Outcome(on=date(2026, 3, 5), reason=text, mode=text)
    fields = {"title": text, "currency": text, "cadence": text, "notes": text}
    texts = {"sector": text, "platform": text, "source": text, "notes": text}
    lists = {"tags": (text, text), "flags": (text,)}
    return [
        a_lead(name=text, contacts=(person, gone), **texts, **lists),
        a_lead(id=2, name=text + "2", **texts),
        a_quote(id=10, ref=ref or text, **fields),
        a_quote(id=11, ref=text + "w", status=Status.WON, outcome=closed, **fields),
        a_draft(id=12, ref=text + "d", send_by=date(2026, 3, 20), lead_id=2, **fields),
        a_contact(date(2026, 3, 4), note=text),
        a_contact(None, note=text, quote_id=11),
        a_reply(date(2026, 3, 6), note=text),
    ]


def obeyed_in(raw: bytes) -> list[bytes]:
    """What is in the bytes for a terminal that no program of ours wrote."""
    rest = OURS.sub(b"", raw)
    found = re.findall(rb"[\x00-\x07\x0b-\x0c\x0e-\x1f\x7f].{0,20}|\xc2[\x80-\x9f].{0,20}", rest)
    found += re.findall(rb"\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf", rest)
    return found + re.findall(rb"\x1b\[97;41m|\x1bc|\x1b\]52|\x1b\]0", raw)
