"""Which quotes each view shows (DESIGN: list --view)."""

from datetime import date

import pytest
from hypothesis import given

from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Status
from store.rules.board import Board
from store.rules.groups import Group
from store.rules.rulebook import Rulebook
from store.rules.views import View
from tests.builders import a_contact, a_draft, a_quote, standing_on
from tests.store.strategies import near_days, snapshots

RULES = Rulebook.of(Settings())
TODAY = date(2026, 3, 20)
CHASED = a_contact(date(2026, 3, 18))


@pytest.mark.parametrize(
    ("quote", "contacts", "views"),
    [
        (a_draft(), [], {View.DRAFTS}),
        (a_draft(send_by=TODAY), [], {View.DRAFTS, View.TODAY}),
        (a_draft(valid_until=TODAY), [], {View.DRAFTS}),
        (a_quote(sent_on=TODAY), [], {View.PENDING}),
        (a_quote(), [], {View.PENDING, View.TODAY, View.EXPIRING}),
        (a_quote(), [CHASED], {View.PENDING, View.TODAY, View.EXPIRING}),
        (a_quote(snoozed_until=date(2026, 3, 21)), [], {View.PENDING, View.EXPIRING}),
        (a_quote(valid_until=date(2026, 3, 24)), [CHASED], {View.PENDING}),
        (a_quote(valid_until=TODAY), [CHASED], {View.PENDING, View.TODAY, View.EXPIRING}),
        (
            a_quote(valid_until=date(2026, 3, 19)),
            [],
            {View.PENDING, View.TODAY, View.EXPIRED},
        ),
        (
            a_quote(limit=1, valid_until=date(2026, 6, 30)),
            [CHASED],
            {View.PENDING, View.TODAY, View.LIMIT},
        ),
        (a_quote(status=Status.WON), [CHASED], {View.CLOSED}),
        (a_quote(status=Status.SUPERSEDED, limit=1), [CHASED], {View.CLOSED}),
    ],
)
def test_a_quote_is_shown_in_the_views_it_belongs_to(
    quote: Quote, contacts: list[FollowUp], views: set[View]
) -> None:
    standing = standing_on(TODAY, quote, contacts)
    assert {view for view in View if view.shows(standing)} == views | {View.ALL}


@given(snapshots(), near_days)
def test_every_quote_is_pending_a_draft_or_closed(snapshot: Snapshot, today: date) -> None:
    board = Board(snapshot, today, RULES)
    shown = [board.quotes(view) for view in (View.PENDING, View.DRAFTS, View.CLOSED)]
    listed = sorted(each.quote.id for view in shown for each in view)
    assert listed == sorted(snapshot.quotes)
    assert len(board.quotes(View.ALL)) == len(snapshot.quotes)


@given(snapshots(), near_days)
def test_a_view_shows_what_belongs_to_it_in_the_order_of_all(
    snapshot: Snapshot, today: date
) -> None:
    board = Board(snapshot, today, RULES)
    for view in View:
        shown = [each.quote.id for each in board.quotes(view)]
        assert shown == [each.quote.id for each in board.quotes() if view.shows(each)]


@given(snapshots(), near_days)
def test_today_is_every_group_but_later(snapshot: Snapshot, today: date) -> None:
    board = Board(snapshot, today, RULES)
    groups = {each.group for each in board.quotes(View.TODAY)}
    assert groups <= set(Group) - {Group.LATER}
    hidden = [each for each in board.quotes() if each not in board.quotes(View.TODAY)]
    assert all(each.group in (None, Group.LATER) for each in hidden)
