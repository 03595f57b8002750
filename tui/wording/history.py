"""What a change of the history did to the fields of its records, before and after."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import msgspec

from store.file.history import Change, Touched
from store.records.quote_practice import is_private
from store.records.snapshot import Snapshot
from tui.language import _
from tui.safe_text import shown
from tui.wording.amounts import amount_text
from tui.wording.changes import change_text
from tui.wording.days import long_day
from tui.wording.field_kinds import DAYS
from tui.wording.labelled import labelled
from tui.wording.labels import label

EDITS = ("edited", "edited_lead", "amended", "triaged")
"""The changes that are told by their fields; the others say in their sentence what they did."""

_VERSIONS = {"kept", "lost"}
"""The facts that tell which value a merge kept and which it lost."""


def history_text(change: Change, snapshot: Snapshot) -> str:
    """The change in one line: `D26-001: amount 1 200 € -> 1 500 €`."""
    said = change_text(change.code, change.subject, public_facts(change))
    found = [text for record in change.records for text in _differences(record, snapshot)]
    if change.code not in EDITS or not found:
        return said
    if change.code == "amended":
        return labelled(said, ", ".join(found))
    return labelled(shown(change.subject), ", ".join(found))


def public_facts(change: Change) -> Mapping[str, str | int | bool | list[str] | None]:
    """The facts of the change; two versions of what is private stay so (PRACTICES H5)."""
    if not is_private(str(change.facts.get("field", ""))):
        return change.facts
    return change.facts | dict.fromkeys(_VERSIONS & change.facts.keys(), _("(private)"))


def _differences(record: Touched, snapshot: Snapshot) -> Iterator[str]:
    """The fields of an updated record that differ, as they were and as they became."""
    if record.how != "updated":
        return
    quote = snapshot.quotes.get(record.id)
    currency = quote.currency if quote else "EUR"
    for name in dict.fromkeys((*record.before, *record.after)):
        before, after = (
            _value(name, fields.get(name), currency, snapshot)
            for fields in (record.before, record.after)
        )
        yield f"{label('lead' if name == 'lead_id' else name)} {before} -> {after}"


def _value(name: str, raw: msgspec.Raw | None, currency: str, snapshot: Snapshot) -> str:
    if is_private(name):
        return _("(private)")
    value = None if raw is None else msgspec.json.decode(raw)
    if value in (None, "", []):
        return _("nothing")
    if name == "amount":
        return amount_text(Decimal(str(value)), currency)
    if name in DAYS:
        return long_day(date.fromisoformat(str(value)))
    if name == "lead_id" and value in snapshot.leads:
        return shown(snapshot.leads[value].name)
    return _plain(value)


def _plain(value: object) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case list():
            return ", ".join(map(_plain, value))
        case dict():
            return " ".join(_plain(part) for part in value.values() if part)
        case str():
            return shown(label(value))
        case _:
            return str(value)
