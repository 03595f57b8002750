"""Every built-in message is complete in both languages, and a person's own go before them."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from store.errors import FileTrouble, TrackerError
from store.exchange.message import PLACEHOLDERS
from store.records.lead import Person
from store.records.message_code import MessageCode
from store.records.words import WrittenLanguage
from store.rules.standing import Standing
from tests.builders import a_board, a_lead, a_quote
from tui.messages import templates, writing
from tui.messages.templates import Place, template_at
from tui.messages.values import values
from tui.messages.writing import Letter, language_for
from tui.place import messages_folder as own_folder
from tui.wording.message_labels import MESSAGE_LABELS

EN, FR = WrittenLanguage.ENGLISH, WrittenLanguage.FRENCH
DAY = date(2026, 3, 20)

EVERY = [(code, language) for code in MessageCode for language in WrittenLanguage]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home where nothing is."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def place_of(code: MessageCode, language: WrittenLanguage) -> Place:
    return templates.place_of(code, language, own_folder())


def write(standing: Standing, code: MessageCode, language: WrittenLanguage) -> Letter:
    return writing.write(standing, code, language, own_folder())


def a_standing(**quote: object) -> Standing:
    """A quote of which everything is noted."""
    ana = Person(name="Ana Roux", email="ana@nay.example")
    lead = a_lead(name="Ville de Nay", contacts=(ana,), recontact_on=date(2026, 9, 1))
    noted = {
        "asked_on": date(2026, 3, 1),
        "send_by": date(2026, 3, 4),
        "delivery_due": date(2026, 6, 30),
        "end_client": "Groupe X",
        "prerequisite": "an audit",
        "redirect_to": "a web designer",
        "referred_to": "Zoë Çelik",
        "stated_reason": "My diary is full.",
        "private_reason": "NEVER SEEN",
    }
    made = a_quote(amount="4800.50", **(noted | quote))
    return a_board(DAY, lead, made).of_quote(made)


def an_own_text(text: str, code: str = "first", language: str = "en") -> Path:
    file = own_folder() / language / f"{code}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def built_in(code: MessageCode, language: WrittenLanguage) -> str:
    return place_of(code, language).path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_every_placeholder_of_every_message_is_filled(
    code: MessageCode, language: WrittenLanguage
) -> None:
    text = write(a_standing(), code, language).message.text
    assert not set("{}") & set(text)
    assert "NEVER SEEN" not in text
    assert "Ana Roux" in text
    assert "Website redesign" in text
    assert len(text) < 900, "short"


@pytest.mark.parametrize("language", list(WrittenLanguage))
def test_c3_the_urgent_message_names_lead_contact_ref_title_and_day(
    language: WrittenLanguage,
) -> None:
    text = write(a_standing(), MessageCode.URGENT_SENT, language).message.text
    sent = {EN: "2 March 2026", FR: "2 mars 2026"}[language]
    for named in ("Ville de Nay", "Ana Roux", "D26-001", "Website redesign", sent):
        assert named in text
    an_own_text("Subject: {lead}\n\n{contact}", "urgent_sent", language)
    assert write(a_standing(), MessageCode.URGENT_SENT, language).message.subject == "Ville de Nay"


@pytest.mark.parametrize("code", list(MessageCode))
def test_both_languages_name_the_same_things(code: MessageCode) -> None:
    named = [set(re.findall(r"\{\w+\}", built_in(code, language))) for language in WrittenLanguage]
    assert named[0] == named[1]


@pytest.mark.parametrize("code", list(MessageCode))
def test_french_has_no_break_spaces_where_they_belong(code: MessageCode) -> None:
    text = built_in(code, FR).removeprefix("Subject:")
    assert re.findall(r"[^\u00a0][:;!?»]|«[^\u00a0]", text) == []
    assert "'" not in text


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_without_anybody_noted_the_lead_itself_is_addressed(
    code: MessageCode, language: WrittenLanguage
) -> None:
    made = a_quote(referred_to="Zoë")
    letter = write(a_board(DAY, made).of_quote(made), code, language)
    assert re.search(r"^(Hello|Bonjour) Atelier Lumen,$", letter.message.body, re.MULTILINE)
    assert letter.to == ""


def test_every_placeholder_has_a_value_where_it_was_noted() -> None:
    for language in WrittenLanguage:
        known = values(a_standing(), language)
        assert set(known) == set(PLACEHOLDERS)
        assert all(known.values())
        assert "NEVER SEEN" not in known.values()


@pytest.mark.parametrize(
    ("amount", "currency", "english", "french"),
    [
        ("1200", "EUR", "€1,200", "1\u00a0200\u00a0€"),
        ("4800.50", "EUR", "€4,800.50", "4\u00a0800,50\u00a0€"),
        ("1000000", "CHF", "CHF\u00a01,000,000", "1\u00a0000\u00a0000\u00a0CHF"),
        ("0", "USD", "$0", "0\u00a0$"),
    ],
)
def test_amounts_are_written_as_the_language_does(
    amount: str, currency: str, english: str, french: str
) -> None:
    made = a_quote(amount=Decimal(amount), currency=currency)
    standing = a_board(DAY, made).of_quote(made)
    assert values(standing, EN)["amount"] == english
    assert values(standing, FR)["amount"] == french


def test_days_are_written_as_the_language_does() -> None:
    known = values(a_standing(sent_on=date(2026, 3, 1)), FR)
    assert (known["sent_on"], known["valid_until"]) == ("1er mars 2026", "22 mars 2026")
    assert known["days_left"] == "2"
    expired = a_quote(sent_on=date(2026, 1, 1))
    assert values(a_board(DAY, expired).of_quote(expired), EN)["days_left"] == ""


def test_the_language_is_the_leads_else_the_sessions() -> None:
    assert language_for(a_lead(language=FR), "en") is FR
    assert language_for(a_lead(), "fr") is FR


def test_a_referral_to_nobody_is_an_error_and_no_message() -> None:
    with pytest.raises(TrackerError) as caught:
        write(a_standing(referred_to=""), MessageCode.REFERRAL, EN)
    assert caught.value.code == "cannot_be_filled"
    assert caught.value.facts["placeholder"] == "{referred_to}"
    assert caught.value.facts["path"] == "messages/en/referral.txt"


def test_a_persons_own_text_goes_before_the_built_in_one_of_its_language_only() -> None:
    file = an_own_text("Subject: Mine {ref}\n\nHi\n")
    letter = write(a_standing(), MessageCode.FIRST, EN)
    assert (letter.message.subject, letter.source) == ("Mine D26-001", str(file))
    assert write(a_standing(), MessageCode.FIRST, FR).source == "messages/fr/first.txt"


def test_a_persons_own_text_that_is_wrong_is_an_error_never_the_built_in_one() -> None:
    file = an_own_text("Subject: {oops}\n")
    with pytest.raises(TrackerError) as caught:
        write(a_standing(), MessageCode.FIRST, EN)
    assert caught.value.facts["path"] == str(file)
    file.write_bytes(b"Subject: \xff\n")
    with pytest.raises(FileTrouble):
        write(a_standing(), MessageCode.FIRST, EN)
    file.unlink()
    file.mkdir()
    with pytest.raises(TrackerError, match="message_is_no_file"):
        write(a_standing(), MessageCode.FIRST, EN)
    file.rmdir()
    file.symlink_to(file.parent / "nowhere")
    with pytest.raises(FileTrouble):
        write(a_standing(), MessageCode.FIRST, EN)


def test_a_folder_that_cannot_be_looked_into_is_an_error_and_none_at_all_is_not() -> None:
    own_folder().parent.mkdir(parents=True)
    own_folder().touch()
    assert not place_of(MessageCode.FIRST, EN).own
    own_folder().unlink()
    own_folder().mkdir()
    (own_folder() / "en").symlink_to(own_folder() / "en")
    with pytest.raises(FileTrouble):
        write(a_standing(), MessageCode.FIRST, EN)


def test_a_huge_file_is_not_read() -> None:
    an_own_text("Subject: x\n" + "y" * 100_000)
    with pytest.raises(TrackerError, match="message_too_long"):
        template_at(place_of(MessageCode.FIRST, EN))


def test_every_message_has_a_name_and_both_texts() -> None:
    assert set(MESSAGE_LABELS) == set(MessageCode)
    for code, language in EVERY:
        place: Place = place_of(code, language)
        assert not place.own
        assert template_at(place)
    folder = place_of(MessageCode.FIRST, EN).path.parent.parent
    assert {each.stem for each in folder.glob("*/*.txt")} == {str(code) for code in MessageCode}


def test_a_letter_knows_its_addressee() -> None:
    letter: Letter = write(a_standing(), MessageCode.FIRST, EN)
    assert (letter.to, letter.addressee) == ("ana@nay.example", "Ana Roux <ana@nay.example>")
