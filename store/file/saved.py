"""What a commit gives back."""

import msgspec

from store.records.edit import Edit
from store.records.snapshot import Snapshot


class Saved(msgspec.Struct, frozen=True):
    """What a commit did, and the snapshot after it."""

    edit: Edit
    snapshot: Snapshot
