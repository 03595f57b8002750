"""What scripts read: quotes and leads as JSON objects, the contract of `--json`."""

from collections.abc import Sequence
from datetime import date

import msgspec

from store.file.repository import Repository
from store.records.edit import Record
from store.rules.advice import Advice
from store.rules.calls import call_minutes, unpaid_call_minutes
from store.rules.groups import Group
from store.rules.leads import LeadStanding
from store.rules.offers import time_lost
from store.rules.standing import Standing
from tui.wording.advice import advice_text

Json = dict[str, object]

QUOTE_FIELDS = (
    *("kind", "ref", "lead", "title", "amount", "currency", "status", "sent_on", "valid_until"),
    *("days_left", "follow_ups", "count", "limit", "limit_state", "next_follow_up_on"),
    *("snoozed_until", "group", "advice"),
)
"""The fields of a quote in `list` and `today`, in their order."""


def quote_json(standing: Standing) -> Json:
    """A quote as `list` and `today` print it. Days are ISO 8601, the amount is text."""
    quote = standing.quote
    return {
        "kind": "quote",
        "ref": quote.ref,
        "lead": standing.lead.name,
        "title": quote.title,
        "amount": f"{quote.amount:.2f}",
        "currency": quote.currency,
        "status": str(quote.status),
        "sent_on": _day(quote.sent_on),
        "valid_until": _day(standing.valid_until),
        "days_left": standing.days_left,
        "follow_ups": standing.follow_ups,
        "count": standing.tally.count,
        "limit": standing.limit,
        "limit_state": str(standing.limit_state),
        "next_follow_up_on": _day(standing.next_on),
        "snoozed_until": _day(quote.snoozed_until),
        "group": None if standing.group is None else str(standing.group),
        "advice": _advice(standing.advice),
    }


def back_json(standing: LeadStanding) -> Json:
    """A lead that is back as `today` prints it: what only a quote has is null (PRACTICES H8)."""
    own = {"kind": "lead", "lead": standing.lead.name, "group": str(Group.OWED)}
    return dict.fromkeys(QUOTE_FIELDS) | own


def lead_json(standing: LeadStanding, currency: str) -> Json:
    """A lead as `leads` prints it; `currency` is that of nothing at all.

    Where several currencies are pending, the largest sum stands for them. Minutes are those of
    all calls, of those before any agreement (PRACTICES E1), and of offers that came to nothing
    (PRACTICES A2).
    """
    largest = standing.pending_sums[0] if standing.pending_sums else None
    return {
        "name": standing.lead.name,
        "pending_quotes": len(standing.pending),
        "pending_amount": f"{largest.amount:.2f}" if largest else "0.00",
        "currency": largest.currency if largest else currency,
        "count": standing.tally.count,
        "total": standing.tally.total,
        "limit": standing.tally.limit,
        "limit_state": str(standing.limit_state),
        "call_minutes": call_minutes(standing.contacts),
        "unpaid_call_minutes": unpaid_call_minutes(standing.dossier),
        "time_lost": time_lost(standing.quotes),
        "advice": _advice(standing.advice),
    }


def show_json(standing: Standing, repository: Repository) -> Json:
    """All there is about a quote. `follow_ups_log` has its contacts as `amend` numbers them.

    Records are as stored, with the fields that relance does not know.
    """
    contacts = standing.dossier.contacts_of(standing.quote)
    return quote_json(standing) | {
        "lead_record": _record(repository, "leads", standing.lead),
        "quote_record": _record(repository, "quotes", standing.quote),
        "follow_ups_log": [
            {"number": number, **_record(repository, "follow_ups", contact)}
            for number, contact in enumerate(contacts, start=1)
        ],
    }


def _record(repository: Repository, table: str, record: Record) -> Json:
    row = repository.last_read.get(table, {}).get(str(record.id), b"{}")
    stored: Json = msgspec.json.decode(row, type=dict[str, object])
    known: Json = msgspec.to_builtins(record)
    return known | {name: value for name, value in stored.items() if name not in known}


def _advice(found: Sequence[Advice]) -> list[Json]:
    return [
        {"code": advice.code, "level": str(advice.level), "text": advice_text(advice)}
        for advice in found
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
