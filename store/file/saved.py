"""What a commit gives back."""

import msgspec

from store.records.edit import Edit
from store.records.snapshot import Snapshot


class Saved(msgspec.Struct, frozen=True):
    """What a commit did, the snapshot after it, and its change's id, 0 where nothing changed."""

    edit: Edit
    snapshot: Snapshot
    change_id: int = 0
