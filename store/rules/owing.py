"""What we owe a lead: an answer to a reply (PRACTICES E4)."""

from collections.abc import Sequence

from store.records.follow_up import FollowUp
from store.records.words import Direction, Kind


def unanswered_reply(contacts: Sequence[FollowUp]) -> FollowUp | None:
    """The last reply among a quote's `contacts`, in order, after which nothing went out.

    None where nothing is owed: whatever goes out answers, and some replies need no answer.
    """
    owed = None
    for contact in contacts:
        if contact.kind is Kind.REPLY:
            owed = contact if contact.answer_needed else None
        elif contact.direction is Direction.OUT:
            owed = None
    return owed
