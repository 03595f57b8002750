"""Commands and files for the tests of how the tracker is kept."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from store.changes.command import Command
from store.changes.contacts import LogContact
from store.changes.quotes import AddQuote
from store.file.codec import write_record
from store.file.history import HISTORY
from store.file.meta import META, Meta
from store.file.repository import Repository, Saved
from store.file.tables import Tables
from store.records.edit import Record
from store.records.snapshot import Snapshot
from store.records.stamp import Stamp
from tests.builders import SENT_ON, a_contact, a_lead, a_quote, circumstances

TODAY = circumstances(SENT_ON)
MESSY = {"precise": 1.50, "nested": {"list": [1, 2], "text": "é\n"}}
"""Fields that we do not know."""


def an_addition(number: int = 1, **fields: Any) -> AddQuote:
    """A sent quote with the id `number`, to a lead with the id 100 + `number`."""
    given: dict[str, Any] = {
        "lead": f"Lead {number}",
        "title": "Website redesign",
        "amount": Decimal("1200.00"),
        "sent_on": SENT_ON,
        "quote_id": number,
        "lead_id": 100 + number,
    }
    return AddQuote(**(given | fields))


def a_log(quote_id: int = 1, on: date = SENT_ON, **fields: Any) -> LogContact:
    """A contact about that quote."""
    return LogContact(quote_id=quote_id, on=on, **fields)


def tables_of(quotes: int) -> Tables:
    """A tracker of so many quotes with two contacts each."""
    ids = range(1, quotes + 1)
    contacts = [a_contact(id=2 * n + half, seq=n, quote_id=n) for n in ids for half in (0, 1)]
    return {
        "leads": {"1": write_record(a_lead(), None)},
        "quotes": {str(n): write_record(a_quote(id=n, ref=f"Q{n}"), None) for n in ids},
        "follow_ups": {str(each.id): write_record(each, None) for each in contacts},
        HISTORY: {},
        META: {"1": msgspec.json.encode(Meta(seq=quotes))},
    }


def commit(repository: Repository, *commands: Command) -> Saved:
    """The last of the commands' results, all given on the day of the examples."""
    return [repository.commit(command, TODAY) for command in commands][-1]


def contents(snapshot: Snapshot) -> dict[str, dict[int, Record]]:
    """All records, without the mark of who changed them last."""
    tables: dict[str, Any] = {
        "leads": snapshot.leads,
        "quotes": snapshot.quotes,
        "follow_ups": snapshot.follow_ups,
        "incidents": snapshot.incidents,
    }
    return {
        name: {key: replace(record, changed=Stamp()) for key, record in records.items()}
        for name, records in tables.items()
    }


def raw(path: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """The file as any reader of JSON sees it."""
    tables: dict[str, dict[str, dict[str, Any]]] = json.loads(path.read_text(encoding="utf-8"))
    return tables


def write_raw(path: Path, tables: dict[str, Any], indent: int | None = None) -> None:
    """Puts the tables into the file as another program would."""
    path.write_text(json.dumps(tables, indent=indent), encoding="utf-8")
