"""Rows as records by id, each read when it is first asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from store.file.codec import bad_row, with_id
from store.file.tables import Row
from store.records.edit import Record

R = TypeVar("R", bound=Record)
Head = TypeVar("Head")


class LazyTable(Mapping[int, R]):
    """A record that was read once stays the same object. `doubt` hears of a row that is none."""

    def __init__(
        self, rows: Mapping[str, Row], kind: type[R], doubt: Callable[[], None] | None = None
    ) -> None:
        self._rows = rows
        self._kind = kind
        self._doubt = doubt
        self._decoder = msgspec.json.Decoder(kind)
        self._read: dict[int, R] = {}

    def __getitem__(self, number: int) -> R:
        """The record of that id; raises `KeyError`, and `FileTrouble` for a row that is none."""
        found = self._read.get(number)
        if found is None:
            key = str(number)
            found = self._read.setdefault(number, self._decode(key, self._rows[key]))
        return found

    def __iter__(self) -> Iterator[int]:
        """The ids, in the order of the file."""
        return map(int, self._rows)

    def __len__(self) -> int:
        """How many records."""
        return len(self._rows)

    def __contains__(self, number: object) -> bool:
        """Whether there is a record of that id."""
        return str(number) in self._rows

    def heads(self, kind: type[Head]) -> Iterable[tuple[int, Head]]:
        """The ids, each with the fields of `kind`; nothing of them is kept."""
        decode = msgspec.json.Decoder(kind).decode
        return ((int(key), decode(row)) for key, row in self._rows.items())

    def glance(self, number: int) -> R:
        """The record of that id, raising as above; it is not kept where it was not read before."""
        key = str(number)
        return self._read.get(number) or self._decode(key, self._rows[key])

    def check_all(self) -> None:
        """Reads every record and keeps none; raises `FileTrouble` naming the row that is none."""
        for key, row in self._rows.items():
            self._decode(key, row)

    def _decode(self, key: str, row: Row) -> R:
        try:
            return with_id(self._decoder.decode(row), key)
        except (msgspec.MsgspecError, ValueError) as error:
            if self._doubt is not None:
                self._doubt()
            raise bad_row(self._kind, key, error) from error
