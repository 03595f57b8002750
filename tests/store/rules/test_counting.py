"""How often a lead was chased since it last replied (DESIGN: counting; PRACTICES B1)."""

from datetime import date, time

import pytest
from hypothesis import given

from store.records.dossier import Dossier
from store.records.edit import Record
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import CallOutcome, Channel, Kind, Status
from store.rules.counting import LimitState, Tally, tally
from store.rules.rulebook import Rulebook
from tests.builders import a_contact, a_quote, a_reply, a_snapshot
from tests.store.strategies import near_days, snapshots

RULES = Rulebook.of(Settings())
TODAY = date(2026, 4, 20)


def tally_of(*records: Record, today: date = TODAY) -> Tally:
    """The tally of the lead of quote Q, which has quote Q pending."""
    snapshot = a_snapshot(a_quote(), *records)
    return tally(snapshot.dossiers[1], today, RULES)


def march(day: int) -> date:
    return date(2026, 3, day)


def test_two_calls_and_a_message_are_three_and_a_fourth_exceeds() -> None:
    calls = [a_contact(march(day), channel=Channel.PHONE) for day in (4, 9)]
    three = (*calls, a_contact(march(13)))
    assert tally_of(*three) == Tally(count=3, total=3, limit=3)
    assert tally_of(*three).state is LimitState.REACHED
    four = tally_of(*three, a_contact(march(20)))
    assert (four.count, four.state) == (4, LimitState.EXCEEDED)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("outcome", [None, *CallOutcome])
def test_every_channel_and_outcome_counts(channel: Channel, outcome: CallOutcome | None) -> None:
    assert tally_of(a_contact(march(4), channel=channel, outcome=outcome)).count == 1


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.FOLLOW_UP])
def test_only_follow_ups_count(kind: Kind) -> None:
    assert tally_of(a_contact(march(4), kind=kind)) == Tally(count=0, total=0, limit=3)


def test_a_reply_sets_the_count_back_and_leaves_the_total() -> None:
    history = [a_contact(march(4)), a_contact(march(9)), a_reply(march(10))]
    assert tally_of(*history) == Tally(count=0, total=2, limit=3)
    assert tally_of(*history, a_contact(march(20))) == Tally(count=1, total=3, limit=3)


def test_all_pending_quotes_of_a_lead_count_together() -> None:
    other = a_quote(id=11, ref="D26-002")
    chased = [a_contact(march(4)), a_contact(march(5), quote_id=11)]
    assert tally_of(other, *chased).count == 2


def test_a_reply_about_any_of_them_sets_the_count_back() -> None:
    other = a_quote(id=11, ref="D26-002")
    assert tally_of(other, a_contact(march(4)), a_reply(march(5), quote_id=11)).count == 0


def test_another_leads_contacts_make_no_difference() -> None:
    elsewhere = a_quote(id=11, lead_id=2)
    theirs = [
        a_contact(march(4), lead_id=2, quote_id=11),
        a_reply(march(6), lead_id=2, quote_id=11),
    ]
    assert tally_of(elsewhere, a_contact(march(4)), *theirs).count == 1


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.SENT])
def test_follow_ups_about_quotes_that_are_not_pending_are_in_the_total_only(
    status: Status,
) -> None:
    other = a_quote(id=11, status=status)
    chased = [a_contact(march(4)), a_contact(march(5), quote_id=11)]
    assert tally_of(other, *chased) == Tally(count=1, total=2, limit=3)


def test_a_contact_of_unknown_day_counts_and_precedes_all_dated_ones() -> None:
    unknown = a_contact(None, seq=99)
    assert tally_of(unknown).count == 1
    assert tally_of(a_reply(march(4), seq=1), unknown) == Tally(count=0, total=1, limit=3)
    assert tally_of(a_contact(march(4), seq=1), a_reply(None, seq=99)).count == 1


def test_on_one_day_the_order_of_recording_decides() -> None:
    chased, reply = a_contact(march(4), seq=1), a_reply(march(4), seq=2)
    assert tally_of(chased, reply).count == 0
    later = a_contact(march(4), seq=3)
    assert tally_of(chased, reply, later).count == 1


def test_on_one_day_times_decide_where_both_have_one() -> None:
    reply = a_reply(march(4), time=time(10), seq=2)
    evening = a_contact(march(4), time=time(18), seq=1)
    assert tally_of(reply, evening).count == 1


def test_what_lies_after_today_is_ignored() -> None:
    history = [a_contact(march(4)), a_contact(march(9)), a_reply(march(10))]
    assert tally_of(*history, today=march(3)) == Tally(count=0, total=0, limit=3)
    assert tally_of(*history, today=march(9)) == Tally(count=2, total=2, limit=3)
    assert tally_of(*history, today=march(10)) == Tally(count=0, total=2, limit=3)


def plain_count(dossier: Dossier, today: date) -> int:
    """The count as the specification says it, word by word."""
    pending = {quote.id for quote in dossier.quotes if quote.status is Status.SENT}
    happened = [contact for contact in dossier.contacts if (contact.on or date.min) <= today]
    replies = [n for n, contact in enumerate(happened) if contact.kind is Kind.REPLY]
    since = happened[replies[-1] + 1 :] if replies else happened
    chased = [contact for contact in since if contact.kind is Kind.FOLLOW_UP]
    return len([contact for contact in chased if contact.quote_id in pending])


@given(snapshots(), near_days)
def test_the_count_is_what_the_specification_says(snapshot: Snapshot, today: date) -> None:
    for dossier in snapshot.dossiers.values():
        counted = tally(dossier, today, RULES)
        assert counted.count == plain_count(dossier, today)
        assert 0 <= counted.count <= counted.total <= len(dossier.contacts)


@given(snapshots(), near_days)
def test_a_reply_sets_every_count_to_0(snapshot: Snapshot, today: date) -> None:
    for dossier in snapshot.dossiers.values():
        quote_ids = [quote.id for quote in dossier.quotes] or [99]
        before = tally(dossier, today, RULES)
        for quote_id in quote_ids:
            reply = a_reply(today, lead_id=dossier.lead.id, quote_id=quote_id, seq=100)
            records: list[Record] = [dossier.lead, *dossier.quotes, *dossier.contacts, reply]
            replied = tally(a_snapshot(*records).dossiers[dossier.lead.id], today, RULES)
            assert replied.count == 0
            assert (replied.total, replied.limit) == (before.total, before.limit)
