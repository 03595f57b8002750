"""The excerpt of a tracker: for today's work it is as good as the whole, and holds little else."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.file.excerpt import excerpt_of, lead_of, read_dossiers, updated
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.lead import Lead, Person
from store.records.quote import Outcome, Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import CallOutcome, Channel, Direction, Kind, Status
from store.rules.board import Board, Work
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing
from tests.builders import a_board, a_contact, a_lead, a_quote, a_reply, a_snapshot

DAY = date(2026, 3, 20)

days = st.sampled_from([DAY + timedelta(days=number) for number in range(-9, 10)])
"""Few, so that much falls on one day."""

maybe_days = st.none() | days

lead_ids, quote_ids = st.integers(1, 2), st.integers(1, 3)


Fields = Mapping[str, st.SearchStrategy[Any]]

_LEAD: Fields = {
    "name": st.sampled_from(["Nay", "Rey"]),
    "sector": st.sampled_from(["", "public", "Public "]),
    "recontact_on": maybe_days,
}
_QUOTE: Fields = {
    "ref": st.sampled_from(["A", "B"]),
    "title": st.sampled_from(["Site", "Menu"]),
    "amount": st.sampled_from([Decimal(100), Decimal(2000)]),
    "currency": st.sampled_from(["EUR", "CHF"]),
    "asked_on": maybe_days,
    "send_by": maybe_days,
    "sent_on": maybe_days,
    "validity_days": st.none() | st.integers(0, 60),
    "valid_until": maybe_days,
    "status": st.sampled_from([Status.SENT, Status.SENT, *Status]),
    "cadence": st.sampled_from(["", "standard", "once", "patient"]),
    "limit": st.none() | st.integers(0, 4),
    "snoozed_until": maybe_days,
    "outcome": st.none()
    | st.builds(Outcome, on=maybe_days, before=st.sampled_from([Status.SENT, Status.DRAFT])),
    "decision_expected": maybe_days,
    "urgent": st.booleans(),
    "lowest_price": st.booleans(),
    "sourcing_only": st.booleans(),
    "incumbent": st.booleans(),
    "delivery_due": maybe_days,
    "call_at": st.none() | days.map(lambda day: datetime(day.year, day.month, day.day, 9)),
    "seq": st.integers(0, 9),
}
_CONTACT: Fields = {
    "kind": st.sampled_from(Kind),
    "direction": st.sampled_from(Direction),
    "on": maybe_days,
    "time": st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    "channel": st.sampled_from(Channel),
    "outcome": st.none() | st.sampled_from(CallOutcome),
    "minutes": st.none() | st.integers(0, 90),
    "answer_needed": st.booleans(),
    "summary_sent": st.booleans(),
    "seq": st.integers(0, 9),
}


def others(kind: type[Lead | Quote | FollowUp], named: Mapping[str, object]) -> Fields:
    """Any values for the fields that the rules of today's work have no business to look at."""
    return {
        field.name: _values(field.type) | st.just(field.default)
        for field in msgspec.structs.fields(kind)
        if not field.required
        and field.name not in (*named, "id", "changed", "imported", "contacts")
    }


def _values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of that type; numbers with bounds, which are not looked at there, are within them."""
    return st.integers(0, 3) if "Meta(" in str(kind) else st.from_type(kind)


@st.composite
def snapshots(draw: st.DrawFn, *, all_fields: bool = False) -> Snapshot:
    """Trackers in which much happens at once; some records lack their lead or quote."""
    of_lead, of_quote, of_contact = (
        {**fields, **(others(kind, fields) if all_fields else {})}
        for kind, fields in ((Lead, _LEAD), (Quote, _QUOTE), (FollowUp, _CONTACT))
    )
    leads = st.builds(Lead, id=lead_ids, **of_lead)
    quotes = st.builds(Quote, id=quote_ids, lead_id=lead_ids, **of_quote)
    contacts = st.builds(
        FollowUp, id=st.integers(1, 9), lead_id=lead_ids, quote_id=quote_ids, **of_contact
    )
    return Snapshot(
        {lead.id: lead for lead in draw(st.lists(leads, max_size=3))},
        {quote.id: quote for quote in draw(st.lists(quotes, min_size=1, max_size=4))},
        {contact.id: contact for contact in draw(st.lists(contacts, max_size=8))},
    )


def facts(work: Work) -> tuple[object, ...]:
    """All that the row of such a piece of work is made of, and its place in the list."""
    tally = work.tally
    if not isinstance(work, Standing):
        return (work.lead.id, work.lead.name, work.lead.recontact_on, tally.count, tally.limit)
    quote, owed = work.quote, work.owed
    return (
        *(quote.id, quote.ref, quote.title, quote.amount, quote.currency, quote.urgent),
        *(quote.status, quote.sent_on, quote.send_by, work.lead.id, work.lead.name),
        *(work.group, work.valid_until, work.days_left, work.next_on, work.is_expired),
        *(tally.count, work.limit, work.limit_state, owed.call_at),
        *(owed.reply and owed.reply.id, owed.summary and owed.summary.id),
    )


def board(snapshot: Snapshot, day: date) -> Board:
    return Board(snapshot, day, Rulebook.of(Settings()))


def check(whole: Snapshot, written_on: date, days_later: int) -> None:
    """Compares what is made of the excerpt and of the whole so many days after it is complete."""
    excerpt = excerpt_of(whole, written_on)
    day = max(excerpt.complete_from, DAY - timedelta(days=9)) + timedelta(days=days_later)
    of_excerpt, of_whole = board(read_dossiers(excerpt.text), day), board(whole, day)
    assert [facts(each) for each in of_excerpt.work()] == [facts(each) for each in of_whole.work()]
    assert of_excerpt.summary() == of_whole.summary()
    assert bool(of_excerpt.snapshot.leads) == bool(whole.dossiers)


@settings(max_examples=150)
@given(snapshots(), days, st.integers(0, 20))
def test_today_s_work_and_its_numbers_are_those_of_the_whole(
    whole: Snapshot, written_on: date, days_later: int
) -> None:
    check(whole, written_on, days_later)


@given(snapshots(all_fields=True), days, st.integers(0, 20))
def test_they_are_so_whatever_else_was_noted(
    whole: Snapshot, written_on: date, days_later: int
) -> None:
    check(whole, written_on, days_later)


@given(snapshots(), snapshots(), days)
def test_it_is_the_same_whether_it_was_made_anew_or_brought_up_to_date(
    before: Snapshot, after: Snapshot, day: date
) -> None:
    changed = {*before.dossiers, *after.dossiers}
    made_anew = excerpt_of(after, day)
    brought = updated(excerpt_of(before, day), after, changed, day)
    assert sorted(brought.lines) == sorted(made_anew.lines)
    assert brought.complete_from >= made_anew.complete_from


def test_it_is_complete_from_the_day_on_which_the_last_of_what_it_lacks_was_closed() -> None:
    won = {"status": Status.WON, "outcome": Outcome(on=date(2026, 3, 9))}
    whole = a_snapshot(
        a_lead(id=7, name="First"), a_lead(), a_quote(), a_quote(id=11, ref="B", **won)
    )
    excerpt = excerpt_of(whole, DAY)
    assert excerpt.complete_from == date(2026, 3, 9)
    assert {*read_dossiers(excerpt.text).quotes} == {10}


def test_what_is_to_be_closed_later_is_in_it() -> None:
    later = a_quote(status=Status.LOST, outcome=Outcome(on=DAY + timedelta(days=1)))
    excerpt = excerpt_of(a_snapshot(a_lead(id=7, name="First"), a_lead(), later), DAY)
    assert excerpt.complete_from < DAY
    assert {*read_dossiers(excerpt.text).quotes} == {10}


def test_no_note_address_or_private_reason_is_in_it() -> None:
    secret = "Zorblax"
    person = Person(name=secret, email=secret, phone=secret)
    lead = a_lead(notes=secret, source=secret, contacts=(person,))
    quote = a_quote(notes=secret, private_reason=secret, end_client=secret)
    excerpt = excerpt_of(a_snapshot(lead, quote, a_contact(note=secret)), DAY)
    assert secret.encode() not in bytes(excerpt.text)


def test_replies_before_the_first_contact_that_matters_are_left_out() -> None:
    reply, follow_up = a_reply(date(2026, 3, 3)), a_contact(date(2026, 3, 4))
    old = a_quote(id=11, ref="B", status=Status.LOST)
    first = a_lead(id=7, name="First")
    about_the_old_one = a_reply(date(2026, 3, 1), quote_id=11)
    after_it = a_reply(date(2026, 3, 9), quote_id=11)
    whole = a_snapshot(
        first, a_lead(), a_quote(), old, reply, follow_up, about_the_old_one, after_it
    )
    kept = read_dossiers(excerpt_of(whole, DAY).text)
    assert {*kept.follow_ups} == {reply.id, follow_up.id, after_it.id}


def test_every_line_says_whose_it_is() -> None:
    excerpt = excerpt_of(
        a_board(DAY, a_lead(id=0, name="Nobody"), a_quote(lead_id=0)).snapshot, DAY
    )
    assert [lead_of(line) for line in excerpt.lines] == [0]


@pytest.mark.parametrize(
    "records",
    [
        [a_quote(), a_contact(DAY, channel=Channel.PHONE, minutes=9)],
        [a_lead(sector="Public"), a_quote(lowest_price=True), a_contact(DAY)],
        [
            a_quote(),
            a_quote(id=11, ref="B", status=Status.LOST),
            a_contact(date(2026, 3, 4)),
            a_reply(date(2026, 3, 5), quote_id=11),
            a_contact(DAY),
        ],
        [a_quote(), a_reply(DAY, channel=Channel.PHONE, summary_sent=True)],
        [a_quote(status=Status.LOST), a_lead(recontact_on=DAY), a_contact(DAY)],
    ],
    ids=["length of a call", "price alone", "reply about another", "summary", "end of a rest"],
)
def test_what_decides_about_today_s_work_is_in_it(records: list[Record]) -> None:
    first, whole = a_lead(id=7, name="First"), a_snapshot(*records)
    check(Snapshot({7: first, **whole.leads}, whole.quotes, whole.follow_ups), DAY, days_later=9)
