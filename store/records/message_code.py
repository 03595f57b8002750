"""The messages that can be written to a lead, by code; their texts are not kept here."""

from enum import StrEnum


class MessageCode(StrEnum):
    """What a message is for."""

    FIRST = "first"
    BEFORE_DEADLINE = "before_deadline"
    LAST = "last"
    URGENT_SENT = "urgent_sent"
    """The one reminder for an urgent offer (PRACTICES C3)."""
    IN_WRITING = "in_writing"
    """Text or recorded video instead of a call (PRACTICES E8)."""
    NO_TIME = "no_time"
    REFERRAL = "referral"
    NOT_MY_FIELD = "not_my_field"
    TERMS_CHANGED = "terms_changed"
    CLOSING = "closing"

    @property
    def asks(self) -> bool:
        """Whether it asks for an answer, and so counts as a follow-up once it is sent."""
        return self in _FOLLOW_UPS

    @property
    def says_no(self) -> bool:
        """Whether it ends the matter: a refusal, after which no contact is logged."""
        return self in _ENDS


_FOLLOW_UPS = (
    MessageCode.FIRST,
    MessageCode.BEFORE_DEADLINE,
    MessageCode.LAST,
    MessageCode.URGENT_SENT,
)
_ENDS = (
    MessageCode.NO_TIME,
    MessageCode.REFERRAL,
    MessageCode.NOT_MY_FIELD,
    MessageCode.CLOSING,
)
