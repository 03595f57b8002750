"""A mapping: which column of a file holds what, as a person says it for a shape nobody knows.

    lead=Client,title=Objet,amount=Montant HT,status=Etat,won=Gagné

A status as field says a word of the status column that stands for it: `pending=Ouvert`. The words
in `usual_words` need no saying. A pair with a comma in it stands between quotation marks.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from store.errors import InvalidValue
from store.exchange.cells import Words, plain
from store.exchange.shapes.shape import Shape
from store.exchange.usual_words import USUAL_CHANNELS, USUAL_STATUSES
from store.records.words import Status

FIELDS: Mapping[str, str] = {
    "lead": "lead",
    "ref": "ref",
    "title": "title",
    "amount": "amount",
    "currency": "currency",
    "status": "status",
    "asked": "asked_on",
    "sent": "sent_on",
    "deadline": "valid_until",
    "validity": "validity_days",
    "follow_ups": "follow_ups",
    "last_follow_up": "last_follow_up_on",
    "channel": "channel",
    "note": "notes",
    "reason": "reason",
    "contact": "contact",
    "email": "email",
    "phone": "phone",
}
"""The fields that a column can be mapped to, and their names in a quote that is read."""

_ALSO = {name: short for short, name in FIELDS.items() if name != short}

STATUS_WORDS: Mapping[str, Status] = {
    "draft": Status.DRAFT,
    "pending": Status.SENT,  # `sent` is the column of the day
    "won": Status.WON,
    "lost": Status.LOST,
    "declined": Status.DECLINED,
    "no_response": Status.NO_RESPONSE,
}
"""By what a mapping names the status that a word stands for."""

_NAME_OF = {status: name for name, status in STATUS_WORDS.items()}


@dataclass(frozen=True)
class Mapped:
    """A mapping, read: the column of each field, and the words of statuses as typed."""

    columns: Mapping[str, str]
    words: Mapping[str, Status] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text from which `read_mapping` reads it again."""
        pairs = [f"{name}={column}" for name, column in self.columns.items()]
        pairs += [f"{_NAME_OF[status]}={word}" for word, status in self.words.items()]
        return ",".join(_quoted(pair) for pair in pairs)

    def shape(self) -> Shape:
        """The shape that reads a file by it."""
        return Shape(
            name="",
            columns={column: FIELDS[name] for name, column in self.columns.items()},
            statuses=Words({**USUAL_STATUSES, **self.words}, are_usual=True),
            channels=Words(USUAL_CHANNELS, are_usual=True),
            needs_ref=False,
        )

    def check(self, header: Sequence[str]) -> None:
        """Raises `InvalidValue` for a column that the header does not have."""
        there = {plain(cell) for cell in header}
        for name, column in self.columns.items():
            if plain(column) not in there:
                known = tuple(cell for cell in header if cell.strip())
                raise InvalidValue(name, column, "no_such_column", known=known)


def read_mapping(text: str) -> Mapped:
    """The mapping in the text; raises `InvalidValue`.

    Lead and amount must be mapped, and title or ref; a field and a column stand once each.
    """
    columns: dict[str, str] = {}
    words: dict[str, Status] = {}
    for pair in _pairs(text):
        name, sign, value = (part.strip() for part in pair.partition("="))
        name = _ALSO.get(name, name)
        if not (sign and value):
            raise InvalidValue("map", pair, "not_a_mapping")
        if name in STATUS_WORDS:
            words[value] = STATUS_WORDS[name]
        elif name not in FIELDS:
            raise InvalidValue(name, value, "unknown_field", known=(*FIELDS, *STATUS_WORDS))
        elif name in columns:
            raise InvalidValue(name, value, "given_twice")
        else:
            columns[name] = value
    _check_enough(columns, text)
    return Mapped(columns, words)


def _check_enough(columns: Mapping[str, str], text: str) -> None:
    for name in ("lead", "amount"):
        if name not in columns:
            raise InvalidValue(name, text, "not_mapped")
    if not columns.keys() & {"title", "ref"}:
        raise InvalidValue("title", text, "not_mapped")
    seen: set[str] = set()
    for name, column in columns.items():
        if plain(column) in seen:
            raise InvalidValue(name, column, "column_mapped_twice")
        seen.add(plain(column))


def _pairs(text: str) -> list[str]:
    try:
        rows = list(csv.reader([" ".join(text.splitlines())], strict=True, skipinitialspace=True))
    except csv.Error as error:
        raise InvalidValue("map", text, "not_a_mapping") from error
    return [pair for row in rows for pair in row if pair.strip()]


def _quoted(pair: str) -> str:
    if "," in pair or '"' in pair:
        doubled = pair.replace('"', '""')
        return f'"{doubled}"'
    return pair
