"""Where a forgotten lead is named in words: in those of others, and in what an import wrote."""

from collections.abc import Mapping
from contextlib import suppress

import msgspec

from store.file.codec import KIND_OF, Fields, fields_of, row_of
from store.file.subject import subject_of
from store.file.tables import Row, Tables
from store.file.traces import Traces, plain
from store.records.stamp import Stamp

_SAID = "imported"
"""The field with what a file said of a quote; nobody can edit it."""


class _Names(msgspec.Struct, frozen=True):
    lead: str = ""
    title: str = ""


class _Saying(msgspec.Struct, frozen=True):
    """What an import wrote into a row; none where that cannot be read."""

    imported: _Names | None = None


def naming(tables: Tables, traces: Traces) -> list[str]:
    """What still names the lead in the words of others: a ref or a name for each such record."""
    found = {
        subject_of(tables, name, int(key))
        for name in KIND_OF
        for key, row in tables.get(name, {}).items()
        if mentions(_editable(row), traces.names)
    }
    return sorted(found)


def mentions(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the text as a word of its own, whatever its case."""
    text = plain(text)
    return any(_stands_in(word, text) for word in words)


def unsaid(rows: Mapping[str, Row], traces: Traces, stamp: Stamp) -> dict[str, Row]:
    """The quotes, those changed of which an import said that they are the lead's."""
    kept = dict(rows)
    for key, row in rows.items():
        if _blanks(row, traces):
            changed = msgspec.Raw(msgspec.json.encode(stamp))
            kept[key] = row_of(fields_unsaid(fields_of(row), traces) | {"changed": changed})
    return kept


def fields_unsaid(fields: Fields, traces: Traces) -> Fields:
    """The fields of a quote, the same ones where no import named the lead in them.

    What named it is left out, as `Imported` leaves out what is blank, so that the next change of
    the quote does not seem to change it.
    """
    blanks = _blanks(row_of(fields), traces)
    if not blanks:
        return fields
    said = fields_of(fields[_SAID])
    left = {name: said[name] for name in said if name not in blanks}
    return fields | {_SAID: msgspec.Raw(row_of(left))}


def _blanks(row: Row, traces: Traces) -> list[str]:
    """Which parts of what an import wrote name the lead."""
    said = None
    with suppress(msgspec.MsgspecError):
        said = msgspec.json.decode(row, type=_Saying).imported
    if said is None:
        return []
    lead = ["lead"] if plain(said.lead) in traces.names else []
    return [*lead, "title"] if mentions(said.title, traces.names) else lead


def _editable(row: Row) -> str:
    """The text of the row without what nobody can edit in it."""
    fields = fields_of(row)
    return row_of({name: fields[name] for name in fields if name != _SAID}).decode()


def _stands_in(word: str, text: str) -> bool:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or after.isalnum()):
            return True
        start = text.find(word, start + 1)
    return False
