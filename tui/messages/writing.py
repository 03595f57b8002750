"""Writes a message about a quote: the lead's language, the text by code, the blanks filled."""

from pathlib import Path

import msgspec

from store.errors import TrackerError
from store.exchange.mail import address_of, draft, mailto, person_to_write_to
from store.exchange.message import Message, clean_line, fill
from store.records.lead import Lead, Person
from store.records.message_code import MessageCode
from store.records.words import WrittenLanguage
from store.rules.standing import Standing
from tui.messages.templates import place_of, template_at
from tui.messages.values import values


class Letter(msgspec.Struct, frozen=True):
    """A message and to whom it goes; `source` says where its text is from."""

    code: MessageCode
    language: WrittenLanguage
    source: str
    person: Person | None
    message: Message

    @property
    def to(self) -> str:
        """The mail address; empty where none was noted that can be used."""
        return address_of(self.person)

    @property
    def addressee(self) -> str:
        """The person with the address, as a mail shows it; empty where there is no address."""
        name = clean_line(self.person.name) if self.person else ""
        return f"{name} <{self.to}>".strip() if self.to else ""

    @property
    def mailto(self) -> str:
        """The address that opens it in a mail program."""
        return mailto(self.message, self.to)

    @property
    def draft(self) -> str:
        """The text of a draft file for a mail program."""
        return draft(self.message, self.person)


def language_for(lead: Lead, session_language: str) -> WrittenLanguage:
    """The lead's language, else that of the session."""
    return lead.language or WrittenLanguage(session_language)


def write(
    standing: Standing, code: MessageCode, language: WrittenLanguage, own_folder: Path
) -> Letter:
    """The message about the quote, complete; raises `TrackerError` where it cannot be.

    So too where it would promise a deadline that has passed: then the terms have changed. Texts in
    the person's `own_folder` go before the built-in ones.
    """
    if code is MessageCode.BEFORE_DEADLINE and standing.is_expired:
        raise TrackerError(
            "deadline_has_passed",
            ref=standing.quote.ref,
            valid_until=standing.valid_until,
            other=MessageCode.TERMS_CHANGED,
        )
    place = place_of(code, language, own_folder)
    message = fill(template_at(place), values(standing, language))
    return Letter(code, language, place.name, person_to_write_to(standing.lead), message)
