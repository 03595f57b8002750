"""What a command makes of a snapshot: records to put, records to delete, and what to say of it."""

import msgspec

from store.errors import Facts
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Quote

Record = Lead | Quote | FollowUp | Incident


class Edit(msgspec.Struct, frozen=True):
    """One change, saved as a whole or not at all.

    `code` and `facts` describe it for a sentence; `subject` is the ref or the lead's name.
    """

    code: str
    subject: str
    puts: tuple[Record, ...] = ()
    deletes: tuple[Record, ...] = ()
    facts: Facts = msgspec.field(default_factory=dict)
    brought: bool = False
    """Whether the records come from another file with the marks of their last change there."""
