"""The briefing of a tracker: for the whole of `relance today` it is as good as the whole."""

import re
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bench.data import TODAY as MADE_ON
from bench.data import made_tables
from store.file.briefing import briefing_of, read_briefing, updated_briefing
from store.file.snapshot_reading import read_snapshot
from store.records.incident import Incident
from store.records.lead import Person
from store.records.practice_words import IncidentKind
from store.records.quote import Outcome
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Status
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from tests.builders import a_contact, a_lead, a_quote, a_snapshot
from tests.store.file.test_excerpt import DAY, days, facts, lead_ids, snapshots

PLATFORMS = ("malt", "Malt", "codeur")

incidents = st.builds(
    Incident,
    id=st.integers(1, 9),
    platform=st.sampled_from(PLATFORMS),
    on=days,
    kind=st.sampled_from(IncidentKind),
    lead_id=st.none() | lead_ids,
    note=st.sampled_from(["", "Rude", "Late"]),
)


@st.composite
def trackers(draw: st.DrawFn) -> Snapshot:
    """Trackers in which whatever can be noted is, with wins that count for their platforms."""
    drawn = draw(snapshots(all_fields=True))
    platforms = st.sampled_from(("", *PLATFORMS))
    leads = [replace(lead, platform=draw(platforms)) for lead in drawn.leads.values()]
    found = {each.id: each for each in draw(st.lists(incidents, max_size=3))}
    return Snapshot({each.id: each for each in leads}, drawn.quotes, drawn.follow_ups, found)


def said(snapshot: Snapshot, day: date) -> list[tuple[object, ...]]:
    """All that `today` says of each piece of work: its row, its own facts and its advice."""
    board = Board(snapshot, day, Rulebook.of(Settings()))
    return [
        (*facts(work), work.advice, work.lead.platform, [each.id for each in work.contacts])
        for work in board.work()
    ]


def next_steps(snapshot: Snapshot, day: date) -> list[date]:
    """What is said where there is nothing to do: when there will be."""
    found = Board(snapshot, day, Rulebook.of(Settings())).quotes()
    return sorted(each.next_on for each in found if each.next_on is not None)


@given(trackers(), days, st.integers(0, 20))
def test_all_that_is_said_of_today_s_work_is_what_is_said_of_the_whole(
    whole: Snapshot, written_on: date, days_later: int
) -> None:
    briefing = briefing_of(whole, written_on)
    day = briefing.complete_from + timedelta(days=days_later)
    known = read_briefing(briefing.text)
    assert said(known, day) == said(whole, day)
    assert next_steps(known, day) == next_steps(whole, day)
    assert bool(known.quotes) == bool(whole.quotes)
    assert Board(known, day, Rulebook.of(Settings())).summary() == (
        Board(whole, day, Rulebook.of(Settings())).summary()
    )


@settings(max_examples=20)
@given(trackers(), trackers(), days)
def test_it_is_the_same_whether_it_was_made_anew_or_brought_up_to_date(
    before: Snapshot, after: Snapshot, day: date
) -> None:
    changed = {*before.dossiers, *after.dossiers}
    made_anew = briefing_of(after, day)
    brought = updated_briefing(briefing_of(before, day), after, changed, day)
    assert brought.lines[0] == made_anew.lines[0]
    assert sorted(brought.lines[1:]) == sorted(made_anew.lines[1:])
    assert brought.complete_from == made_anew.complete_from


def test_what_was_won_through_a_platform_counts_until_a_year_has_passed() -> None:
    won = {"status": Status.WON, "outcome": Outcome(on=date(2025, 6, 2)), "amount": Decimal(900)}
    whole = a_snapshot(
        a_lead(platform="malt"),
        a_quote(),
        a_lead(id=2, name="Rey", platform="malt"),
        a_quote(id=11, ref="B", lead_id=2, **won),
    )
    known = read_briefing(briefing_of(whole, DAY).text)
    last_day = date(2026, 6, 1)
    assert said(known, last_day) == said(whole, last_day)
    assert "platform_share" in str(said(known, last_day))
    assert "platform_share" not in str(said(known, last_day + timedelta(days=1)))


def test_no_note_address_or_private_reason_is_in_it() -> None:
    secret = "Zorblax"
    person = Person(name=secret, email=secret, phone=secret)
    lead = a_lead(notes=secret, source=secret, contacts=(person,), reason=secret)
    quote = a_quote(notes=secret, private_reason=secret, end_client=secret)
    complaint = Incident(id=1, platform="malt", on=DAY, lead_id=1, note=secret)
    briefing = briefing_of(a_snapshot(lead, quote, a_contact(note=secret), complaint), DAY)
    assert secret.encode() not in bytes(briefing.text)


def test_a_lead_with_nothing_open_and_nothing_won_of_late_is_not_in_it() -> None:
    lost = a_quote(id=11, ref="B", lead_id=2, status=Status.LOST, outcome=Outcome(on=DAY))
    whole = a_snapshot(a_lead(), a_quote(), a_lead(id=2, name="Rey"), lost)
    assert {*read_briefing(briefing_of(whole, DAY).text).leads} == {a_lead().id}


def test_it_is_so_in_a_large_tracker_in_which_leads_have_a_past() -> None:
    whole = read_snapshot(made_tables(400))
    codes = set()
    for days_later in (0, 1, 40):
        day = MADE_ON + timedelta(days=days_later)
        found = said(whole, day)
        assert said(read_briefing(briefing_of(whole, MADE_ON).text), day) == found
        codes |= set(re.findall(r"code='(\w+)'", str(found)))
    assert len(read_briefing(briefing_of(whole, MADE_ON).text).quotes) < 0.75 * len(whole.quotes)
    assert codes >= {"slow_but_signs", "unpaid_calls", "low_reactivity"}


def test_urgent_requests_that_came_to_nothing_are_remembered() -> None:
    lost = {"status": Status.LOST, "outcome": Outcome(on=date(2025, 6, 2)), "urgent": True}
    past = (a_quote(id=number, ref=f"L{number}", **lost) for number in (11, 12, 13))
    whole = a_snapshot(a_lead(), a_quote(), *past)
    known = read_briefing(briefing_of(whole, DAY).text)
    assert said(known, DAY) == said(whole, DAY)
    assert "serial_urgent" in str(said(known, DAY))


def test_after_a_look_from_a_later_day_it_is_made_for_today_again() -> None:
    whole = a_snapshot(a_lead(), a_quote())
    ahead = briefing_of(whole, DAY + timedelta(days=999))
    assert updated_briefing(ahead, whole, (), DAY) == briefing_of(whole, DAY)
