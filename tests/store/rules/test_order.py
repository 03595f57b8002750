"""The order of lists (DESIGN: groups; PRACTICES C1)."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from msgspec.structs import replace

from store.records.quote import Outcome, Quote
from store.records.settings import Settings
from store.records.snapshot import Snapshot
from store.records.words import Status
from store.rules.board import Board
from store.rules.groups import Group
from store.rules.rulebook import Rulebook
from tests.builders import a_board, a_contact, a_draft, a_quote, a_reply
from tests.store.strategies import near_days, snapshots

RULES = Rulebook.of(Settings())
TODAY = date(2026, 3, 4)


def refs(*quotes: Quote) -> list[str]:
    """The refs in the order of the list, where each quote's ref says the expected place."""
    numbered = [replace(quote, id=100 + n) for n, quote in enumerate(quotes)]
    return [each.quote.ref for each in a_board(TODAY, *reversed(numbered)).quotes()]


def test_groups_come_in_the_order_of_their_work() -> None:
    today = date(2026, 3, 20)
    board = a_board(
        today,
        a_quote(id=1, sent_on=today, lead_id=2),
        a_quote(id=2, valid_until=today, cadence="once"),
        a_quote(id=3, limit=0, lead_id=3),
        a_draft(id=4, send_by=today),
        a_quote(id=5, lead_id=4),
        a_quote(id=6, lead_id=5),
        a_quote(id=7, status=Status.WON),
        a_contact(date(2026, 3, 4), quote_id=2),
        a_reply(today, quote_id=2, answer_needed=False),
        a_reply(today, quote_id=6, lead_id=5),
    )
    assert [each.group for each in board.quotes()] == [*Group, None]
    assert [each.quote.id for each in board.quotes()] == [6, 5, 4, 3, 2, 1, 7]


def test_the_higher_amount_comes_first_whatever_the_currency() -> None:
    assert refs(
        a_quote(ref="1", amount="9000", currency="EUR"),
        a_quote(ref="2", amount="5000", currency="USD"),
        a_quote(ref="3", amount="4999.99", currency="EUR"),
        a_quote(ref="4", amount="650", currency="GBP"),
    ) == ["1", "2", "3", "4"]


def test_then_the_earlier_deadline_then_the_ref() -> None:
    assert refs(
        a_quote(ref="9", valid_until=date(2026, 3, 20)),
        a_quote(ref="1", valid_until=date(2026, 3, 21)),
        a_quote(ref="2", valid_until=date(2026, 3, 21)),
    ) == ["9", "1", "2"]


def test_a_draft_without_a_deadline_comes_after_one_that_has_one() -> None:
    assert refs(
        a_draft(ref="2", valid_until=date(2026, 12, 31)),
        a_draft(ref="1"),
    ) == ["2", "1"]


def test_an_urgent_small_quote_sorts_under_a_large_one() -> None:
    assert refs(
        a_quote(ref="large", amount="5000"), a_quote(ref="small", amount="300", urgent=True)
    ) == ["large", "small"]


def test_closed_quotes_come_last_the_latest_closed_first() -> None:
    closed = [Outcome(on=date(2026, 3, day)) for day in (4, 3)]
    assert refs(
        a_draft(ref="open", amount="1"),
        a_quote(ref="late", amount="10", status=Status.LOST, outcome=closed[0]),
        a_quote(ref="early", amount="99", status=Status.WON, outcome=closed[1]),
    ) == ["open", "late", "early"]


@given(snapshots(), near_days)
def test_a_claim_of_urgency_never_changes_an_order(snapshot: Snapshot, today: date) -> None:
    rushed = {key: replace(quote, urgent=True) for key, quote in snapshot.quotes.items()}
    every_second = {
        key: quote if key % 2 else rushed[key] for key, quote in snapshot.quotes.items()
    }
    orders = [
        [(each.quote.id, each.group) for each in Board(seen, today, RULES).quotes()]
        for seen in (
            snapshot,
            Snapshot(snapshot.leads, rushed, snapshot.follow_ups),
            Snapshot(snapshot.leads, every_second, snapshot.follow_ups),
        )
    ]
    assert orders[0] == orders[1] == orders[2]


@given(snapshots(), near_days)
def test_inside_a_group_amounts_then_deadlines_then_refs_are_in_order(
    snapshot: Snapshot, today: date
) -> None:
    listed = Board(snapshot, today, RULES).quotes()
    ranks = [[*Group, None].index(each.group) for each in listed]
    assert ranks == sorted(ranks)
    for group in Group:
        keys: list[tuple[Decimal, date, str]] = [
            (-each.quote.amount, each.valid_until or date.max, each.quote.ref)
            for each in listed
            if each.group is group
        ]
        assert keys == sorted(keys)
