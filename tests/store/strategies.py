"""Records and histories that hypothesis makes up, with days where calendars go wrong.

Ids are few and shared by all tables, as in a file to which stock TinyDB added its 1, 2, 3.
"""

from datetime import date, time
from decimal import Decimal

from hypothesis import strategies as st

from store.records.day import FIRST_DAY, LAST_DAY
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Outcome, Quote
from store.records.snapshot import Snapshot
from store.records.words import Kind, Status

AWKWARD_DAYS = (
    FIRST_DAY,
    date(1999, 12, 31),
    date(2000, 2, 29),
    date(2024, 2, 29),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 2, 28),
    date(2028, 2, 29),
    date(2100, 2, 28),
    LAST_DAY,
)

some_days = st.one_of(st.dates(FIRST_DAY, LAST_DAY), st.sampled_from(AWKWARD_DAYS))
"""Any day there may be in a record."""

near_days = st.dates(date(2026, 2, 20), date(2026, 4, 20))
"""Days around those of the specification's examples."""

earlier_days = st.dates(date(2025, 2, 1), date(2026, 2, 20))
"""Days on which quotes were closed, some of them more than 12 months before those."""

ids = st.integers(1, 4)
amounts = st.decimals(Decimal(0), Decimal(99_999), places=2)

leads = st.builds(
    Lead,
    id=ids,
    name=st.sampled_from(["Atelier Lumen", "Cabinet Rey"]),
    platform=st.sampled_from(["", "malt", "Fiverr"]),
)

quotes = st.builds(
    Quote,
    id=ids,
    lead_id=ids,
    ref=st.sampled_from(["D26-001", "D26-002", "D26-003"]),
    amount=amounts,
    status=st.sampled_from([Status.SENT, Status.SENT, *Status]),
    sent_on=near_days,
    send_by=st.none() | near_days,
    validity_days=st.none() | st.integers(0, 60),
    valid_until=st.none() | near_days,
    cadence=st.sampled_from(["", "standard", "once", "patient"]),
    limit=st.none() | st.integers(0, 4),
    snoozed_until=st.none() | near_days,
    decision_expected=st.none() | near_days,
    outcome=st.none() | st.builds(Outcome, on=st.none() | earlier_days),
    seq=st.integers(0, 9),
)

contacts = st.builds(
    FollowUp,
    id=ids | st.integers(5, 12),
    lead_id=ids,
    quote_id=ids,
    kind=st.sampled_from(Kind),
    on=st.none() | near_days,
    time=st.none() | st.sampled_from([time(9), time(18, 30)]),
    answer_needed=st.booleans(),
    seq=st.integers(0, 9),
)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Some leads, quotes and contacts; a few of them lack their lead or their quote."""
    return Snapshot(
        {lead.id: lead for lead in draw(st.lists(leads, max_size=4))},
        {quote.id: quote for quote in draw(st.lists(quotes, max_size=6))},
        {contact.id: contact for contact in draw(st.lists(contacts, max_size=12))},
    )
