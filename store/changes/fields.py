"""The fields that people set by name, each with its reader."""

from collections.abc import Mapping

from store.changes.field_reading import (
    Reader,
    amount,
    at,
    cadence,
    currency,
    day,
    deadline,
    line,
    moment,
    note,
    number,
    one_of,
    ref,
    required_line,
    some_of_or_own,
    time_of_day,
    words,
    yes_no,
)
from store.changes.practice_fields import LEAD_PRACTICE, QUOTE_PRACTICE
from store.records.follow_up import LONGEST_CONTACT
from store.records.practice_words import Flag
from store.records.quote import HIGHEST_LIMIT, LONGEST_VALIDITY
from store.records.words import CallOutcome, Channel, Direction, Kind

_QUOTE_OWN: Mapping[str, Reader] = {
    "title": required_line,
    "amount": amount,
    "currency": currency,
    "ref": ref,
    "lead": required_line,
    "asked_on": day,
    "send_by": day,
    "sent_on": day,
    "validity_days": number(LONGEST_VALIDITY),
    "valid_until": day,
    "deadline": deadline,
    "cadence": cadence,
    "limit": number(HIGHEST_LIMIT),
    "snoozed_until": day,
    "decision_expected": day,
    "urgent": yes_no,
    "notes": note,
}

_LEAD_OWN: Mapping[str, Reader] = {
    "name": required_line,
    "sector": line,
    "platform": line,
    "regular": yes_no,
    "source": line,
    "tags": words,
    "flags": some_of_or_own(Flag),
    "notes": note,
}

CONTACT_FIELDS: Mapping[str, Reader] = {
    "on": moment,
    "time": time_of_day,
    "at": at,
    "kind": one_of(Kind),
    "direction": one_of(Direction),
    "channel": one_of(Channel),
    "outcome": one_of(CallOutcome, optional=True),
    "minutes": number(LONGEST_CONTACT),
    "answer_needed": yes_no,
    "note": note,
    "summary_sent": yes_no,
}

QUOTE_FIELDS: Mapping[str, Reader] = {**_QUOTE_OWN, **QUOTE_PRACTICE}
LEAD_FIELDS: Mapping[str, Reader] = {**_LEAD_OWN, **LEAD_PRACTICE}
