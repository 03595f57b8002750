"""What an experienced freelancer may note about a lead: all optional (PRACTICES D to H).

What was not noted is left out of the file.
"""

from datetime import date

import msgspec

from store.records.practice_words import Cause, Mismatch
from store.records.quote_practice import Count
from store.records.words import WrittenLanguage


class LeadPractice(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The optional fields of a lead; none or empty where nothing was noted."""

    target_fit: bool | None = None
    """Whether it is a client I want (D4)."""
    insists: Count | None = None
    """How often it insisted on calling (E8)."""
    reason: str = ""
    """Why it insists (E8)."""
    recontact_on: date | None = None
    """The day on which a refused or resting lead comes back (H8)."""
    mismatch: Mismatch | None = None
    remedy: str = ""
    """What was tried before giving up (G7)."""
    concessions: Count | None = None
    """How often it asked for other terms (G8)."""
    cause: Cause | None = None
    language: WrittenLanguage | None = None
    """The language of messages to it; none for one's own."""
