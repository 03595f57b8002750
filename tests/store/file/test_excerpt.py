"""The excerpt of a tracker: for today's work it is as good as the whole, and holds little else."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from store.file.excerpt import excerpt_of, lead_of, read_dossiers, updated
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
from tests.store.strategies import amounts, ids, near_days

DAY = date(2026, 3, 20)

maybe_days = st.none() | near_days


def others(
    kind: type[Lead | Quote | FollowUp], *named: str
) -> Mapping[str, st.SearchStrategy[object]]:
    """Any values for the fields that the rules of today's work have no business to look at."""
    return {
        field.name: st.from_type(field.type) | st.just(field.default)
        for field in msgspec.structs.fields(kind)
        if not field.required and field.name not in (*named, "id", "changed", "imported")
    }


_LEAD = {
    "sector": st.sampled_from(["", "public", "Public "]),
    "recontact_on": maybe_days,
}
leads = st.builds(
    Lead, id=ids, name=st.sampled_from(["Nay", "Rey"]), **_LEAD, **others(Lead, *_LEAD, "contacts")
)

_QUOTE = {
    "ref": st.sampled_from(["A", "B"]),
    "title": st.sampled_from(["Site", "Menu"]),
    "amount": amounts,
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
    "delivery_due": maybe_days,
    "call_at": st.none() | near_days.map(lambda day: datetime(day.year, day.month, day.day, 9)),
    "seq": st.integers(0, 9),
}
quotes = st.builds(Quote, id=ids, lead_id=ids, **_QUOTE, **others(Quote, *_QUOTE))

_CONTACT = {
    "kind": st.sampled_from(Kind),
    "direction": st.sampled_from(Direction),
    "on": maybe_days,
    "time": st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    "channel": st.sampled_from(Channel),
    "outcome": st.none() | st.sampled_from(CallOutcome),
    "minutes": st.none() | st.integers(0, 90),
    "seq": st.integers(0, 9),
}
contacts = st.builds(
    FollowUp,
    id=st.integers(1, 12),
    lead_id=ids,
    quote_id=ids,
    **_CONTACT,
    **others(FollowUp, *_CONTACT),
)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Trackers in which any field may have any value; some records lack their lead or quote."""
    return Snapshot(
        {lead.id: lead for lead in draw(st.lists(leads, max_size=4))},
        {quote.id: quote for quote in draw(st.lists(quotes, max_size=6))},
        {contact.id: contact for contact in draw(st.lists(contacts, max_size=12))},
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


@given(snapshots(), near_days, st.integers(0, 60))
def test_today_s_work_and_its_numbers_are_those_of_the_whole(
    whole: Snapshot, written_on: date, days_later: int
) -> None:
    excerpt = excerpt_of(whole, written_on)
    day = max(excerpt.complete_from, date(2026, 2, 1)) + timedelta(days=days_later)
    of_excerpt, of_whole = board(read_dossiers(excerpt.lines), day), board(whole, day)
    assert [facts(each) for each in of_excerpt.work()] == [facts(each) for each in of_whole.work()]
    assert of_excerpt.summary() == of_whole.summary()
    assert bool(of_excerpt.snapshot.leads) == bool(whole.dossiers)


@given(snapshots(), snapshots(), near_days)
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
    assert {*read_dossiers(excerpt.lines).quotes} == {10}


def test_what_is_to_be_closed_later_is_in_it() -> None:
    later = a_quote(status=Status.LOST, outcome=Outcome(on=DAY + timedelta(days=1)))
    excerpt = excerpt_of(a_snapshot(a_lead(id=7, name="First"), a_lead(), later), DAY)
    assert excerpt.complete_from < DAY
    assert {*read_dossiers(excerpt.lines).quotes} == {10}


def test_no_note_address_or_private_reason_is_in_it() -> None:
    secret = "Zorblax"
    person = Person(name=secret, email=secret, phone=secret)
    lead = a_lead(notes=secret, source=secret, contacts=(person,))
    quote = a_quote(notes=secret, private_reason=secret, end_client=secret)
    excerpt = excerpt_of(a_snapshot(lead, quote, a_contact(note=secret)), DAY)
    assert secret.encode() not in b"".join(excerpt.lines)


def test_replies_before_the_first_contact_that_matters_are_left_out() -> None:
    reply, follow_up = a_reply(date(2026, 3, 3)), a_contact(date(2026, 3, 4))
    old = a_quote(id=11, ref="B", status=Status.LOST)
    first = a_lead(id=7, name="First")
    about_the_old_one = a_reply(date(2026, 3, 1), quote_id=11)
    after_it = a_reply(date(2026, 3, 9), quote_id=11)
    whole = a_snapshot(
        first, a_lead(), a_quote(), old, reply, follow_up, about_the_old_one, after_it
    )
    kept = read_dossiers(excerpt_of(whole, DAY).lines)
    assert {*kept.follow_ups} == {reply.id, follow_up.id, after_it.id}


def test_every_line_says_whose_it_is() -> None:
    excerpt = excerpt_of(
        a_board(DAY, a_lead(id=0, name="Nobody"), a_quote(lead_id=0)).snapshot, DAY
    )
    assert [lead_of(line) for line in excerpt.lines] == [0]
