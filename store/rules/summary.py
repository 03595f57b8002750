"""The day in numbers. After a change only the leads that it touched are counted anew."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from store.rules.counting import LimitState
from store.rules.groups import Group
from store.rules.sums import Money, moneys, sums
from store.rules.worked_out import Known


class Summary(NamedTuple):
    """The day in numbers: quotes for each group, leads at and past their limit, money pending.

    `back` are the leads whose rest is over.
    """

    owed: int
    to_chase: int
    to_send: int
    to_decide: int
    expiring: int
    at_limit: int
    past_limit: int
    pending: tuple[Money, ...]
    back: int = 0


def summary_of(found: Sequence[Known]) -> Summary:
    """The same of these leads alone, whose rest is not looked at."""
    groups = [quote.group for each in found for quote in each.quotes]
    states = [each.lead.limit_state for each in found]
    return Summary(
        owed=groups.count(Group.OWED),
        to_chase=groups.count(Group.FOLLOW_UP),
        to_send=groups.count(Group.TO_SEND),
        to_decide=groups.count(Group.DECIDE),
        expiring=groups.count(Group.EXPIRING),
        at_limit=states.count(LimitState.REACHED),
        past_limit=states.count(LimitState.EXCEEDED),
        pending=sums(quote for each in found for quote in each.lead.pending),
    )


def redone(known: Summary, before: Summary, now: Summary) -> Summary | None:
    """What is known, but for leads that counted as `before` and count as `now`.

    None where that cannot be told: a sum that comes to nothing may be of quotes for nothing, or of
    no quote at all.
    """
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    for money in (*known.pending, *now.pending):
        totals[money.currency] += money.amount
    for money in before.pending:
        totals[money.currency] -= money.amount
    if not all(totals.values()):
        return None
    return Summary(
        owed=known.owed - before.owed + now.owed,
        to_chase=known.to_chase - before.to_chase + now.to_chase,
        to_send=known.to_send - before.to_send + now.to_send,
        to_decide=known.to_decide - before.to_decide + now.to_decide,
        expiring=known.expiring - before.expiring + now.expiring,
        at_limit=known.at_limit - before.at_limit + now.at_limit,
        past_limit=known.past_limit - before.past_limit + now.past_limit,
        pending=moneys(totals),
    )
