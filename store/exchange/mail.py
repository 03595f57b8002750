"""A message on its way into a mail program: a `mailto:` address, or an unsent draft as a file."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from urllib.parse import quote

from store.errors import Refused
from store.exchange.message import Message, clean_line
from store.exchange.output import OwnPlaces, write_export
from store.records.lead import Lead, Person

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
"""Addresses that every mail program takes: ASCII, without comments and quotation marks."""


def person_to_write_to(lead: Lead) -> Person | None:
    """Who is written to: the first of those still there, with an address if anybody has one."""
    there = [person for person in lead.contacts if person.left_on is None]
    return next((person for person in there if address_of(person)), there[0] if there else None)


def address_of(person: Person | None) -> str:
    """The person's mail address; empty where there is none that can be used as it is."""
    email = person.email.strip() if person else ""
    local, _at, _domain = email.partition("@")
    dotted = not (local.startswith(".") or local.endswith(".") or ".." in local)
    return email if _ADDRESS.fullmatch(email) and dotted else ""


def mailto(message: Message, to: str) -> str:
    """The message as an address that opens it in a mail program (RFC 6068)."""
    body = message.body.replace("\n", "\r\n")
    return (
        f"mailto:{quote(to, safe='@')}"
        f"?subject={quote(message.subject, safe='')}&body={quote(body, safe='')}"
    )


def draft(message: Message, person: Person | None) -> str:
    """The text of an `.eml` file, in ASCII, that mail programs open as a draft to be sent."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    if person is not None and (address := address_of(person)):
        mail["To"] = Address(clean_line(person.name), addr_spec=address)
    mail["Subject"] = message.subject
    mail.set_content(message.body, charset="utf-8", cte="quoted-printable")
    return mail.as_bytes().decode("ascii")


def draft_name(ref: str, code: str) -> str:
    """A name for the draft's file, without what a path or a shell would take amiss."""
    return f"relance-{re.sub(r'[^A-Za-z0-9_-]+', '-', ref).strip('-') or 'quote'}-{code}.eml"


def write_draft(path: Path, text: str, *, own: OwnPlaces) -> None:
    """Writes the draft, only for us and never over a file; raises what `write_export` raises."""
    try:
        write_export(path, text, own=own)
    except Refused as refusal:
        raise Refused("draft_exists", path=str(path)) from refusal
