"""Drafts parse back, `mailto:` addresses too, and no address or name smuggles anything in."""

import stat
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import FileTrouble, InvalidValue, Refused
from store.exchange.mail import (
    address_of,
    draft,
    draft_name,
    mailto,
    person_to_write_to,
    write_draft,
)
from store.exchange.message import Message, clean_line, clean_lines
from store.exchange.output import OwnPlaces
from store.records.lead import Person
from tests.builders import SENT_ON, a_lead

ANA = Person(name="Ana Roux", email="ana@nay.example")
MESSAGE = Message("Devis D1\u00a0: « Été » & co", "Bonjour,\n\nÇa va\u00a0? 100 % + a=b & c#d\n.\n")

LINES = st.text(max_size=200).map(clean_line)
BODIES = st.text(max_size=400).map(lambda text: clean_lines(text).strip("\n") + "\n")


def parsed(text: str) -> tuple[str, str, str]:
    """To, subject and body as a mail program reads them."""
    mail = message_from_bytes(text.encode(), policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert set(mail.keys()) <= {
        "X-Unsent",
        "To",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }
    assert not mail.defects
    return str(mail["To"] or ""), str(mail["Subject"]), mail.get_content().replace("\r\n", "\n")


def test_a_draft_parses_back() -> None:
    text = draft(MESSAGE, ANA)
    assert parsed(text) == ("Ana Roux <ana@nay.example>", MESSAGE.subject, MESSAGE.body)
    assert max(map(len, text.splitlines())) <= 78


@given(body=BODIES)
def test_every_body_does(body: str) -> None:
    assert parsed(draft(Message("x", body), None)) == ("", "x", body)


@given(subject=LINES.filter(bool))
def test_every_subject_does(subject: str) -> None:
    read = parsed(draft(Message(subject, "x\n"), ANA))[1]
    assert read.split() == subject.split()


@given(subject=LINES.filter(bool), body=BODIES)
def test_a_mailto_address_reads_back(subject: str, body: str) -> None:
    url = mailto(Message(subject, body), "ana+x@nay.example")
    parts = urlsplit(url)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "ana+x@nay.example")
    read = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert read == {"subject": [subject], "body": [body.replace("\n", "\r\n")]}
    assert url.isascii()
    assert not set(url) & set(" +\"'<>\\`|;$()\n\r")


@pytest.mark.parametrize(
    "email",
    [
        "",
        "nay.example",
        "a@b",
        "a@nay.example\nBcc: x@y.example",
        "a@nay.example,b@nay.example",
        "a@nay.example?bcc=x@y.example",
        "<a@nay.example>",
        "a b@nay.example",
        "é@nay.example",
        "a..b@nay.example",
        ".a@nay.example",
    ],
)
def test_what_is_no_plain_address_is_left_out(email: str) -> None:
    person = Person(name="Ana", email=email)
    assert address_of(person) == ""
    assert parsed(draft(MESSAGE, person))[0] == ""


@pytest.mark.parametrize("name", ["A\nBcc: x@y.example", 'A" <x@y.example>, "', "Zoë, Çelik\r\n"])
def test_a_name_adds_no_header_and_no_address(name: str) -> None:
    text = draft(MESSAGE, Person(name=name, email="ana@nay.example"))
    mail = message_from_bytes(text.encode(), policy=policy.default)
    (address,) = mail["To"].addresses
    assert address.addr_spec == "ana@nay.example"
    assert "Bcc" not in mail


def test_who_is_written_to_is_still_there_and_has_an_address() -> None:
    gone = Person(name="Gone", email="gone@nay.example", left_on=SENT_ON)
    mute = Person(name="Mute")
    assert person_to_write_to(a_lead(contacts=(gone, mute, ANA))) == ANA
    assert person_to_write_to(a_lead(contacts=(gone, mute))) == mute
    assert person_to_write_to(a_lead(contacts=(gone,))) is None


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("D26-014", "relance-D26-014-first.eml"),
        ("../../etc/x", "relance-etc-x-first.eml"),
        ("é", "relance-quote-first.eml"),
        ("a\0b c", "relance-a-b-c-first.eml"),
    ],
)
def test_the_name_of_a_draft_is_a_plain_one(ref: str, name: str) -> None:
    assert draft_name(ref, "first") == name


def test_a_draft_is_only_for_us_and_never_written_over_a_file(tmp_path: Path) -> None:
    data, file = tmp_path / "relance.json", tmp_path / "draft.eml"
    text = draft(MESSAGE, ANA)
    write_draft(file, text, own=OwnPlaces(data))
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (text.encode(), 0o600)
    with pytest.raises(Refused) as refused:
        write_draft(file, "other", own=OwnPlaces(data))
    assert (refused.value.code, file.read_bytes()) == ("draft_exists", text.encode())
    with pytest.raises(InvalidValue):
        write_draft(data, text, own=OwnPlaces(data))
    with pytest.raises(FileTrouble):
        write_draft(tmp_path / "no" / "draft.eml", text, own=OwnPlaces(data))
