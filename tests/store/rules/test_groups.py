"""The group of a quote: the first that fits (DESIGN: groups; PRACTICES A1, A3)."""

from datetime import date

import pytest
from hypothesis import given

from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Status
from store.rules.board import Board
from store.rules.counting import LimitState
from store.rules.groups import Group
from store.rules.rulebook import Rulebook
from store.rules.standing import Standing
from tests.builders import a_contact, a_draft, a_quote, a_reply, standing_on
from tests.store.strategies import near_days, snapshots

RULES = Rulebook.of(Settings())
FIRST, SECOND, LAST = date(2026, 3, 4), date(2026, 3, 20), date(2026, 3, 23)
CHASED = a_contact(FIRST)


@pytest.mark.parametrize(
    ("today", "quote", "contacts", "group"),
    [
        (date(2026, 3, 2), a_quote(), [], Group.LATER),
        (FIRST, a_quote(), [], Group.FOLLOW_UP),
        (date(2026, 3, 10), a_quote(), [], Group.FOLLOW_UP),
        (date(2026, 3, 10), a_quote(), [CHASED], Group.LATER),
        (date(2026, 3, 19), a_quote(), [CHASED], Group.LATER),
        (SECOND, a_quote(), [CHASED], Group.FOLLOW_UP),
        (SECOND, a_quote(), [a_contact(date(2026, 3, 18))], Group.EXPIRING),
        (LAST, a_quote(), [a_contact(SECOND)], Group.EXPIRING),
        (date(2026, 3, 19), a_quote(), [a_contact(date(2026, 3, 17))], Group.LATER),
        (date(2026, 3, 24), a_quote(), [], Group.DECIDE),
        (date(2026, 3, 24), a_quote(cadence="patient"), [], Group.DECIDE),
        (date(2026, 4, 23), a_quote(cadence="patient"), [], Group.FOLLOW_UP),
        (date(2026, 3, 10), a_quote(cadence="once"), [CHASED], Group.DECIDE),
        (SECOND, a_quote(limit=1), [CHASED], Group.DECIDE),
        (SECOND, a_quote(), [a_reply(SECOND)], Group.OWED),
        (date(2026, 3, 24), a_quote(), [a_reply(SECOND)], Group.OWED),
        (SECOND, a_quote(limit=0), [a_reply(SECOND)], Group.OWED),
        (FIRST, a_quote(snoozed_until=date(2026, 3, 5)), [], Group.LATER),
        (date(2026, 3, 5), a_quote(snoozed_until=date(2026, 3, 5)), [], Group.FOLLOW_UP),
        (SECOND, a_quote(snoozed_until=LAST), [a_reply(SECOND)], Group.LATER),
        (date(2026, 4, 1), a_quote(snoozed_until=date(2026, 4, 2)), [], Group.LATER),
    ],
)
def test_a_pending_quote_is_in_the_first_group_that_fits(
    today: date, quote: Quote, contacts: list[FollowUp], group: Group
) -> None:
    assert standing_on(today, quote, contacts).group is group


@pytest.mark.parametrize(
    ("today", "draft", "contacts", "group"),
    [
        (FIRST, a_draft(), [], Group.LATER),
        (date(2026, 3, 3), a_draft(send_by=FIRST), [], Group.LATER),
        (FIRST, a_draft(asked_on=date(2026, 3, 2), send_by=FIRST), [], Group.TO_SEND),
        (date(2026, 3, 5), a_draft(send_by=FIRST), [], Group.TO_SEND),
        (FIRST, a_draft(send_by=FIRST), [a_reply(FIRST)], Group.OWED),
        (FIRST, a_draft(send_by=FIRST, snoozed_until=SECOND), [a_reply(FIRST)], Group.LATER),
        (SECOND, a_draft(send_by=FIRST, snoozed_until=SECOND), [], Group.TO_SEND),
        (SECOND, a_draft(valid_until=FIRST), [], Group.LATER),
        (FIRST, a_draft(limit=0), [], Group.LATER),
    ],
)
def test_a_draft_is_owed_to_send_or_later(
    today: date, draft: Quote, contacts: list[FollowUp], group: Group
) -> None:
    assert standing_on(today, draft, contacts).group is group


@pytest.mark.parametrize("status", [status for status in Status if not status.is_open])
def test_a_closed_quote_has_no_group(status: Status) -> None:
    assert standing_on(FIRST, a_quote(status=status), [a_reply(FIRST)]).group is None


def first_that_fits(standing: Standing) -> Group:
    """The group as the specification says it."""
    quote, today = standing.quote, standing.today
    snoozed = quote.snoozed_until is not None and quote.snoozed_until > today
    due = standing.next_on is not None and standing.next_on <= today
    to_send = not quote.is_pending and quote.send_by is not None and quote.send_by <= today
    undecided = standing.limit_state is not LimitState.UNDER or standing.is_expired
    days_left = standing.days_left
    tests = {
        Group.OWED: bool(standing.owed),
        Group.FOLLOW_UP: quote.is_pending and due,
        Group.TO_SEND: to_send,
        Group.DECIDE: quote.is_pending and undecided,
        Group.EXPIRING: quote.is_pending and days_left is not None and 0 <= days_left <= 3,
        Group.LATER: True,
    }
    return Group.LATER if snoozed else next(group for group in tests if tests[group])


@given(snapshots(), near_days)
def test_groups_partition_the_pending_quotes_and_drafts(snapshot: Snapshot, today: date) -> None:
    board = Board(snapshot, today, RULES)
    grouped = {
        group: {each.quote.id for each in board.quotes() if each.group is group} for group in Group
    }
    still_open = {quote.id for quote in snapshot.quotes.values() if quote.status.is_open}
    assert set().union(*grouped.values()) == still_open
    assert sum(len(quote_ids) for quote_ids in grouped.values()) == len(still_open)


@given(snapshots(), near_days)
def test_every_open_quote_is_in_the_first_group_that_fits(snapshot: Snapshot, today: date) -> None:
    for standing in Board(snapshot, today, RULES).quotes():
        if standing.quote.status.is_open:
            assert standing.group is first_that_fits(standing)
        else:
            assert standing.group is None


@given(snapshots(), near_days)
def test_drafts_are_only_owed_to_send_or_later(snapshot: Snapshot, today: date) -> None:
    for standing in Board(snapshot, today, RULES).quotes():
        if standing.quote.status is Status.DRAFT:
            assert standing.group in (Group.OWED, Group.TO_SEND, Group.LATER)
