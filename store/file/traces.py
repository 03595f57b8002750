"""Everything by which a lead is known in tables: ids, names and refs, also those of the past.

What a quote or contact belongs to now counts; of one that is gone, what the history says.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

import msgspec

from store.file.codec import Fields, row_of
from store.file.history import HISTORY, Change, read_history
from store.file.tables import Row, TableName, Tables
from store.records.text import fold

LINKED: tuple[TableName, ...] = ("quotes", "follow_ups", "incidents")
"""The tables of records that belong to a lead, each after those through which it may."""

_MERGED = "merged_leads"


class Person(msgspec.Struct, frozen=True):
    """Somebody at the lead, as far as that can be read."""

    name: str = ""
    email: str = ""
    phone: str = ""


class Told(msgspec.Struct, frozen=True):
    """What a row, or the part of it in the history, says of whom it belongs to."""

    name: str = ""
    ref: str = ""
    lead_id: int | None = None
    quote_id: int | None = None
    contacts: tuple[Person, ...] = ()


class Traces(NamedTuple):
    """The ids of a lead (several where leads were merged) and of what is its own, by table.

    `names` are the lead's, `refs` those of its quotes; `words` also name its people, with their
    addresses and numbers.
    """

    ids: Mapping[str, frozenset[int]]
    names: frozenset[str] = frozenset()
    refs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @property
    def leads(self) -> frozenset[int]:
        """The ids of the lead itself."""
        return self.ids.get("leads", frozenset())

    def united(self, other: "Traces") -> "Traces":
        """All that either knows."""
        tables = {*self.ids, *other.ids}
        none: frozenset[int] = frozenset()
        ids = {name: self.ids.get(name, none) | other.ids.get(name, none) for name in tables}
        return Traces(
            ids, self.names | other.names, self.refs | other.refs, self.words | other.words
        )


class _Evidence(NamedTuple):
    table: str
    id: int
    told: Told
    is_current: bool


def ids_named(tables: Tables, name: str) -> frozenset[int]:
    """The leads of that name that are in the tables, or are gone and had it."""
    wanted = plain(name)
    found = [each for each in _evidence(tables) if each.table == "leads"]
    current = {each.id for each in found if each.is_current}
    return frozenset(
        each.id
        for each in found
        if plain(each.told.name) == wanted and (each.is_current or each.id not in current)
    )


def traces_of(tables: Tables, lead_ids: Iterable[int]) -> Traces:
    """All that the tables know of those leads, and of leads that were merged into them."""
    evidence = [*_evidence(tables)]
    ids = {"leads": _with_merged(tables, evidence, frozenset(lead_ids))}
    for table in LINKED:
        ids[table] = _belonging(table, evidence, ids)
    own = [each.told for each in evidence if each.id in ids.get(each.table, ())]
    names = {
        each.told.name for each in evidence if each.table == "leads" and each.id in ids["leads"]
    }
    people = {
        text for told in own for each in told.contacts for text in msgspec.structs.astuple(each)
    }
    return Traces(
        ids,
        frozenset(map(plain, names)) - {""},
        frozenset(fold(told.ref) for told in own) - {""},
        frozenset(map(plain, names | people)) - {""},
    )


def plain(text: str) -> str:
    """The text without case, accents and doubled spaces."""
    return fold(" ".join(text.split()))


def told_by(fields: Row | Fields) -> Told:
    """What the fields say; nothing where they are of another kind."""
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(
            row_of(fields) if isinstance(fields, dict) else fields, type=Told
        )
    return Told()


def _evidence(tables: Tables) -> Iterator[_Evidence]:
    for table in ("leads", *LINKED):
        for key, row in tables.get(table, {}).items():
            yield _Evidence(table, int(key), told_by(row), is_current=True)
    for change in read_history(tables.get(HISTORY, {})):
        for touched in change.records:
            for fields in (touched.before, touched.after):
                if fields:
                    yield _Evidence(touched.table, touched.id, told_by(fields), is_current=False)


def _belonging(
    table: str, evidence: Iterable[_Evidence], ids: Mapping[str, frozenset[int]]
) -> frozenset[int]:
    """The table's records that are the lead's, by what they are now, else by what they were."""
    of_table = [each for each in evidence if each.table == table]
    settled = {each.id for each in of_table if each.is_current and each.told.lead_id is not None}
    return frozenset(
        each.id
        for each in of_table
        if (each.is_current or each.id not in settled)
        and (each.told.lead_id in ids["leads"] or each.told.quote_id in ids.get("quotes", ()))
    )


def _with_merged(
    tables: Tables, evidence: Iterable[_Evidence], lead_ids: frozenset[int]
) -> frozenset[int]:
    """The leads, and those that were merged into them and stayed so; the latest merge first."""
    found = lead_ids
    names = {plain(each.told.name) for each in evidence if each.id in found} - {""}
    for change in reversed(read_history(tables.get(HISTORY, {}))):
        if change.code == _MERGED and not change.undone:
            gone, into = _merged(change)
            if into & found or plain(str(change.facts.get("into", ""))) in names:
                found |= gone
                names.add(plain(change.subject))
    return found


def _merged(change: Change) -> tuple[frozenset[int], frozenset[int]]:
    """The lead that went, and the one that has its records since."""
    leads = [each for each in change.records if each.table == "leads"]
    into = {each.id for each in leads if each.how != "deleted"}
    moved = (told_by(each.after).lead_id for each in change.records if each.table != "leads")
    into |= {number for number in moved if number is not None}
    return frozenset(each.id for each in leads if each.how == "deleted"), frozenset(into)
