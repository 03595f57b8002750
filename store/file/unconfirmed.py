"""What was written and not confirmed: who asks for the same again only wants to be sure of it."""

from contextlib import suppress
from typing import NamedTuple

import msgspec

from store.changes.command import Command
from store.file.history import HISTORY, Change
from store.file.tables import Tables
from store.file.travel import Way
from store.records.edit import Edit


class Unconfirmed(NamedTuple):
    """What was asked for, a command or a way through the history, and what it did."""

    asked: Command | Way
    change: Change
    edit: Edit

    def answers(self, asked: Command | Way, tables: Tables) -> bool:
        """Whether it is what is asked for now, and stands in the tables as it was written."""
        row = tables.get(HISTORY, {}).get(str(self.change.id))
        if row is None or self.asked != asked:
            return False
        with suppress(msgspec.MsgspecError):
            return msgspec.json.decode(row, type=_Entry).undone == self.change.undone
        return False


class _Entry(msgspec.Struct, frozen=True):
    undone: int = 0
