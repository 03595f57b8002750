"""A table of records with some put in and some taken out, without a copy of all the others."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from store.records.glances import glance, heads

R = TypeVar("R")
Head = TypeVar("Head")


class ChangedTable(Mapping[int, R]):
    """What it was made from stays as it is; records that were replaced keep their places."""

    def __init__(
        self, before: Mapping[int, R], puts: Mapping[int, R], gone: AbstractSet[int]
    ) -> None:
        self.before = before
        self.puts = puts
        self.gone = {key for key in gone if key in before}
        self._new = [key for key in puts if key not in before]

    def __getitem__(self, key: int) -> R:
        """The record of that id; raises `KeyError`."""
        if key in self.puts:
            return self.puts[key]
        if key in self.gone:
            raise KeyError(key)
        return self.before[key]

    def __iter__(self) -> Iterator[int]:
        """The ids, those of new records last."""
        yield from (key for key in self.before if key not in self.gone)
        yield from self._new

    def __len__(self) -> int:
        """How many records."""
        return len(self.before) - len(self.gone) + len(self._new)

    def __contains__(self, key: object) -> bool:
        """Whether there is a record of that id."""
        return key in self.puts or (key not in self.gone and key in self.before)

    def heads(self, kind: type[Head]) -> Iterable[tuple[int, R | Head]]:
        """The ids, each with what has the fields of `kind`."""
        for number, head in heads(self.before, kind):
            if number not in self.puts and number not in self.gone:
                yield number, head
        yield from self.puts.items()

    def glance(self, number: int) -> R:
        """The record of that id, of which nothing more is kept; raises `KeyError`."""
        is_before = number not in self.puts and number not in self.gone
        return glance(self.before, number) if is_before else self[number]


def changed(
    table: Mapping[int, R], puts: Mapping[int, R], deletes: Collection[int]
) -> Mapping[int, R]:
    """The table with the records of `puts`, and without those of the ids `deletes`."""
    if not puts and not deletes:
        return table
    if not isinstance(table, ChangedTable):
        return ChangedTable(table, puts, set(deletes) - set(puts))
    kept = {key: record for key, record in table.puts.items() if key not in deletes}
    gone = (table.gone | set(deletes)) - set(puts)
    return ChangedTable(table.before, {**kept, **puts}, gone)
