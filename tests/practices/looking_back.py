"""What hindsight tells of records, without the command line."""

from datetime import date, timedelta
from typing import Any

from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Outcome, Quote
from store.records.settings import Settings
from store.records.words import Status
from store.rules.hindsight.statistics import Statistics, look_back
from store.rules.rulebook import Rulebook
from tests.builders import QUOTE_ID, SENT_ON, a_quote, a_snapshot

TODAY = date(2026, 6, 1)
"""A Monday on which all the examples have ended."""


def looked_back(*records: Lead | Quote | FollowUp, today: date = TODAY) -> Statistics:
    """The statistics of the records on a day."""
    return look_back(a_snapshot(*records), today, Rulebook.of(Settings()))


def closed(status: Status, *, after: int = 10, number: int = 0, **fields: Any) -> Quote:
    """Quote Q, or another of that number, closed so many days after it was sent."""
    reason = fields.pop("reason", "")
    outcome = Outcome(on=SENT_ON + timedelta(days=after), reason=reason)
    identity = {"id": QUOTE_ID + number, "ref": f"D26-{number + 1:03}"}
    return a_quote(**(identity | {"status": status, "outcome": outcome} | fields))


def several(*statuses: Status, start: int = 0, **fields: Any) -> list[Quote]:
    """Quotes that were closed so, numbered from `start`."""
    return [closed(each, number=start + at, **fields) for at, each in enumerate(statuses)]
