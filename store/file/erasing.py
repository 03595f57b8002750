"""Tables without a lead and all that is its own, in the history too; pure functions.

Tombstones are left, which name nothing: without them a merge would bring the lead back.
"""

from collections.abc import Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from store.file.codec import KIND_OF, fields_of, row_of
from store.file.history import HISTORY, Change, Touched, read_history
from store.file.mentions import fields_unsaid, unsaid
from store.file.meta import META, OWN, Graves, Tombstone, next_meta, read_meta
from store.file.tables import Row, Tables
from store.file.traces import LINKED, Traces, plain, told_by
from store.records.stamp import Stamp
from store.records.text import fold

_BLANK = "…"
"""What stands in the history where a name was erased."""

_INSEPARABLE = "merged_leads"
"""The code of changes that cannot be undone by halves."""

_NAMING = {"lead_id": msgspec.Raw(b"null"), "note": msgspec.Raw(b'""')}
"""What an incident says of a lead once that is forgotten; it happened, whoever it was about.

Said, not left out: a merge would take what is only left out from an older copy.
"""


def without(tables: Tables, traces: Traces, on: date, machine: str) -> Tables:
    """The tables without those traces, one revision later, where there were any of them.

    Raises `FileTrouble` for a history or `_meta` that cannot be read.
    """
    kept = {name: _kept_rows(name, rows, traces) for name, rows in tables.items()}
    kept[HISTORY] = _history(tables, traces)
    if HISTORY not in tables:
        del kept[HISTORY]
    stamp = Stamp(read_meta(tables).revision + 1, machine)
    kept["quotes"] = unsaid(kept.get("quotes", {}), traces, stamp)
    if "quotes" not in tables:
        del kept["quotes"]
    kept["incidents"] = _incidents(tables, traces, stamp)
    if not kept["incidents"]:
        del kept["incidents"]
    changed = any(kept.get(name) != dict(rows) for name, rows in tables.items())
    return _buried(tables, kept, stamp, on) if changed else tables


def count(tables: Tables, traces: Traces) -> dict[str, int]:
    """How many records and entries of the history would go, by table."""
    history = tables.get(HISTORY, {})
    counts = {
        name: sum(int(key) in traces.ids.get(name, ()) for key in tables.get(name, {}))
        for name in KIND_OF
    }
    return counts | {
        HISTORY: sum(_history(tables, traces).get(key) != row for key, row in history.items())
    }


def _kept_rows(name: str, rows: Mapping[str, Row], traces: Traces) -> dict[str, Row]:
    gone = traces.ids.get(name, frozenset()) if name != "incidents" else frozenset()
    return {
        key: row
        for key, row in rows.items()
        if int(key) not in gone and not (name in LINKED[:2] and _is_linked(row, traces))
    }


def _is_linked(row: Row, traces: Traces) -> bool:
    told = told_by(row)
    return told.lead_id in traces.leads or told.quote_id in traces.ids.get("quotes", ())


def _incidents(tables: Tables, traces: Traces, stamp: Stamp) -> dict[str, Row]:
    """The incidents, those about the lead without saying so."""
    own = traces.ids.get("incidents", frozenset())
    rows = {}
    for key, row in tables.get("incidents", {}).items():
        rows[key] = row
        if int(key) in own or told_by(row).lead_id in traces.leads:
            fields = fields_of(row)
            if any(bytes(fields.get(name, said)) != bytes(said) for name, said in _NAMING.items()):
                changed = msgspec.Raw(msgspec.json.encode(stamp))
                rows[key] = row_of(fields | _NAMING | {"changed": changed})
    return rows


def _history(tables: Tables, traces: Traces) -> dict[str, Row]:
    rows = tables.get(HISTORY, {})
    kept: dict[str, Row] = {}
    for change in read_history(rows):
        left = _stripped(change, traces)
        if left is not None:
            key = str(change.id)
            kept[key] = rows[key] if left is change and key in rows else msgspec.json.encode(left)
    return {key: kept[key] for key in rows if key in kept}


def _stripped(change: Change, traces: Traces) -> Change | None:
    """What of an entry is about others; none where nothing is, the same one where all is."""
    records = tuple(_unsaid(each, traces) for each in change.records if not _is_of(each, traces))
    if not change.records:
        return None if _is_named(change.subject, traces) else change
    if len(records) == len(change.records):
        return change if records == change.records else replace(change, records=records)
    if not records or change.code == _INSEPARABLE:
        return None
    facts = {name: _fact_without(fact, traces) for name, fact in change.facts.items()}
    return replace(
        change, records=records, facts=facts, subject=_text_without(change.subject, traces)
    )


def _unsaid(touched: Touched, traces: Traces) -> Touched:
    """The quote of another without what an import said of the lead."""
    before, after = (fields_unsaid(each, traces) for each in (touched.before, touched.after))
    same = before is touched.before and after is touched.after
    return touched if same else replace(touched, before=before, after=after)


def _is_of(touched: Touched, traces: Traces) -> bool:
    """Whether the record is the lead's, or was."""
    if touched.id in traces.ids.get(touched.table, ()):
        return True
    parts = [told_by(fields) for fields in (touched.before, touched.after) if fields]
    quotes = traces.ids.get("quotes", frozenset())
    return any(told.lead_id in traces.leads or told.quote_id in quotes for told in parts)


def _is_named(text: str, traces: Traces) -> bool:
    return plain(text) in traces.names or fold(text) in traces.refs


Fact = str | int | bool | list[str] | None


def _fact_without(fact: Fact, traces: Traces) -> Fact:
    if isinstance(fact, list):
        return [_text_without(part, traces) for part in fact]
    return _text_without(fact, traces) if isinstance(fact, str) else fact


def _text_without(text: str, traces: Traces) -> str:
    """The text, or the list of refs in it, with a sign for what names the lead."""
    parts = [_BLANK if _is_named(part, traces) else part for part in text.split(", ")]
    return _BLANK if _is_named(text, traces) else ", ".join(parts)


def _buried(before: Tables, kept: dict[str, dict[str, Row]], stamp: Stamp, on: date) -> Tables:
    """The tables with tombstones for what went, where the file has a `_meta` at all."""
    rows = before.get(META, {})
    if OWN not in rows:
        return kept
    graves: Graves = {
        (name, int(key)): Tombstone(name, int(key), on, stamp)
        for name in KIND_OF
        for key in before.get(name, {})
        if key not in kept.get(name, {})
    }
    meta = replace(read_meta(before), revision=stamp.revision)
    return kept | {META: next_meta(rows, meta, graves, on)}
