"""The codes of the field: status of a quote, kind, direction, channel and outcome of a contact.

Their labels in a person's language are in `tui.wording`.
"""

from enum import StrEnum


class Status(StrEnum):
    """Where a quote stands. Expired is not among them: it follows from the date."""

    DRAFT = "draft"
    SENT = "sent"
    WON = "won"
    LOST = "lost"
    DECLINED = "declined"
    NO_RESPONSE = "no_response"
    SUPERSEDED = "superseded"

    @property
    def is_open(self) -> bool:
        """Whether the quote still asks for work: a draft, or sent and not closed."""
        return self in _OPEN


_OPEN = (Status.DRAFT, Status.SENT)
"""Named here, as some codes are where every record is asked for them: before Python 3.12 it takes
ten times as long to find a code in its class as to compare it."""


class Direction(StrEnum):
    """Who wrote or called: `in` is the lead, `out` is us."""

    IN = "in"
    OUT = "out"


class Kind(StrEnum):
    """What a contact was. Only `follow_up` is counted."""

    FOLLOW_UP = "follow_up"
    REPLY = "reply"
    ANSWER = "answer"
    MEETING = "meeting"
    CHANGE_REQUEST = "change_request"

    @property
    def direction(self) -> Direction:
        """The direction that a contact of this kind has unless another is given."""
        return Direction.IN if self in (Kind.REPLY, Kind.CHANGE_REQUEST) else Direction.OUT


class Channel(StrEnum):
    """How a contact was made."""

    EMAIL = "email"
    PHONE = "phone"
    SMS = "sms"
    PLATFORM = "platform"
    VIDEO = "video"
    MEETING = "meeting"
    LETTER = "letter"
    OTHER = "other"


class CallOutcome(StrEnum):
    """How an attempt to reach somebody ended."""

    NO_ANSWER = "no_answer"
    VOICEMAIL = "voicemail"
    ANSWERED = "answered"


class RefusalMode(StrEnum):
    """The four ways of saying no (PRACTICES H1 to H4)."""

    NO_TIME = "no_time"
    BOUNDED = "bounded"
    REFERRAL = "referral"
    DETERRENT = "deterrent"


class WrittenLanguage(StrEnum):
    """A language in which messages are written."""

    ENGLISH = "en"
    FRENCH = "fr"
