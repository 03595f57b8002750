"""Which quote a change was about, told by its records: a lead may be named as a quote is."""

from collections.abc import Iterator, Sequence

import msgspec

from store.file.history import Change, Touched
from store.records.edit import Edit
from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.snapshot import Snapshot

_ABOUT_NO_QUOTE = (
    *("edited_lead", "merged_leads", "deleted_lead"),
    *("imported", "imported_again", "imported_records"),
)
"""Codes of changes that may touch quotes, and are about something else."""

_REPLACES = "superseded"
"""The code of the change of two quotes that is about the first."""


def quote_of_edit(edit: Edit) -> int | None:
    """The id of the quote that the edit is about; none where that is something else, or several."""
    records = (*edit.puts, *edit.deletes)
    quotes = [record.id for record in records if isinstance(record, Quote)]
    of_contacts = [record.quote_id for record in records if isinstance(record, FollowUp)]
    return _the_one(edit.code, quotes or of_contacts)


def quote_of_change(change: Change, snapshot: Snapshot) -> int | None:
    """The same of an entry of the history, which was just undone, redone or made.

    `snapshot` is that after it.
    """
    quotes = [touched.id for touched in change.records if touched.table == "quotes"]
    contacts = [touched for touched in change.records if touched.table == "follow_ups"]
    of_contacts = [each for touched in contacts for each in _quote_ids(touched, snapshot)]
    return _the_one(change.code, quotes or of_contacts)


def _the_one(code: str, quote_ids: Sequence[int]) -> int | None:
    ids = [*dict.fromkeys(quote_ids)]
    if code in _ABOUT_NO_QUOTE or not ids or (len(ids) > 1 and code != _REPLACES):
        return None
    return ids[0]


def _quote_ids(touched: Touched, snapshot: Snapshot) -> Iterator[int]:
    """The quote of a contact: as the history has it where the contact is gone, else as it is."""
    contact = snapshot.follow_ups.get(touched.id)
    if contact is not None:
        yield contact.quote_id
        return
    fields = touched.before | touched.after
    if "quote_id" in fields:
        yield msgspec.json.decode(fields["quote_id"], type=int)
