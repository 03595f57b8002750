"""A message to a lead: a template with placeholders, and how it is filled.

It has no language: templates and values come in as text. A message is filled completely or not
at all.
"""

import re
import unicodedata
from collections.abc import Mapping

import msgspec

from store.errors import TrackerError

PLACEHOLDERS = (
    "lead",
    "contact",
    "ref",
    "title",
    "amount",
    "today",
    "asked_on",
    "send_by",
    "sent_on",
    "valid_until",
    "days_left",
    "delivery_due",
    "recontact_on",
    "end_client",
    "prerequisite",
    "redirect_to",
    "referred_to",
    "stated_reason",
)
"""What a template may name. The private reason is not among them (PRACTICES H5)."""

LONGEST_TEMPLATE = 20_000
"""Longest template, in characters."""

_SEVERAL_LINES = ("stated_reason",)
_SUBJECT = re.compile(r"subject:", re.IGNORECASE)
_BLANK = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


class Message(msgspec.Struct, frozen=True):
    """A message as it goes out: its subject on one line, its body with plain line breaks."""

    subject: str
    body: str

    @property
    def text(self) -> str:
        """The message as one text, from which `read_message` reads it again."""
        return f"Subject: {self.subject}\n\n{self.body}"


class Template(msgspec.Struct, frozen=True):
    """A message with placeholders; `path` says where it comes from."""

    path: str
    subject: str
    body: str


def read_message(text: str, path: str) -> Message:
    """The text's first line as subject, the rest as body; nothing a terminal or mail obeys stays.

    Raises `TrackerError` where the first line is no subject, and for what is too long.
    """
    if len(text) > LONGEST_TEMPLATE:
        raise TrackerError("message_too_long", path=path, longest=LONGEST_TEMPLATE)
    first, _break, rest = _plain_breaks(text).lstrip("\ufeff\n").partition("\n")
    label = _SUBJECT.match(first)
    subject = clean_line(first[label.end() :]) if label else ""
    if not subject:
        raise TrackerError("message_without_subject", path=path)
    return Message(subject, clean_lines(rest).strip("\n") + "\n")


def read_template(text: str, path: str) -> Template:
    """The template in a file's text, as `read_message` reads it.

    Raises `TrackerError` also for a placeholder that does not exist and for a lone brace.
    """
    message = read_message(text, path)
    for part in (message.subject, message.body):
        for blank in _BLANK.finditer(part):
            _check(blank, path)
    return Template(path, message.subject, message.body)


def fill(template: Template, values: Mapping[str, str]) -> Message:
    """The message, with `values` by placeholder; those that are missing or empty are not known.

    Raises `TrackerError` for a placeholder that cannot be filled, and says which ones can.
    """
    known = {name: value for name, value in values.items() if clean_line(value)}

    def filled(blank: re.Match[str]) -> str:
        name = blank[1]
        if name is None:
            return blank[0][0]
        if name not in known:
            possible = tuple(_braced(each) for each in PLACEHOLDERS if each in known)
            raise TrackerError(
                "cannot_be_filled",
                path=template.path,
                placeholder=_braced(name),
                possible=possible,
            )
        clean = clean_lines if name in _SEVERAL_LINES else clean_line
        return clean(known[name])

    subject = clean_line(_BLANK.sub(filled, template.subject))
    return Message(subject, _BLANK.sub(filled, template.body))


def clean_line(text: str) -> str:
    """The text on one line, so that it can stand in a header; no-break spaces stay."""
    return _without_controls(_BREAKS.sub(" ", text)).strip(" ")


def clean_lines(text: str) -> str:
    """The text with plain line breaks and without other control characters."""
    return "\n".join(_without_controls(line) for line in _plain_breaks(text).split("\n"))


def _check(blank: re.Match[str], path: str) -> None:
    if blank[0] in ("{", "}"):
        raise TrackerError("lone_brace", path=path, brace=blank[0])
    if blank[1] is not None and blank[1] not in PLACEHOLDERS:
        known = tuple(_braced(each) for each in PLACEHOLDERS)
        raise TrackerError(
            "unknown_placeholder", path=path, placeholder=_braced(blank[1]), known=known
        )


def _braced(name: str) -> str:
    return f"{{{name}}}"


def _plain_breaks(text: str) -> str:
    return re.sub("\r\n?|[\v\f\x85\u2028\u2029]", "\n", text)


def _without_controls(line: str) -> str:
    """Neither control characters nor marks that nobody sees; what joins letters and emoji stays."""
    return "".join(
        sign
        for sign in line.replace("\t", "    ")
        if sign in _JOINERS or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )
