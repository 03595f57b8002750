"""The views of the tracker: which quotes each of them shows."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from store.records.words import Status
from store.rules.counting import LimitState
from store.rules.groups import EXPIRING_DAYS, Group
from store.rules.standing import Standing


class View(StrEnum):
    """A filter over all quotes."""

    PENDING = "pending"
    TODAY = "today"
    DRAFTS = "drafts"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    LIMIT = "limit"
    CLOSED = "closed"
    ALL = "all"

    @property
    def shows(self) -> Callable[[Standing], bool]:
        """What tells whether the view shows a quote."""
        return _SHOWS[self]


def _is_expiring(standing: Standing) -> bool:
    days = standing.days_left
    return standing.quote.is_pending and days is not None and 0 <= days <= EXPIRING_DAYS


def _is_today(standing: Standing) -> bool:
    group = standing.group
    return group is not None and group is not _LATER


_LATER = Group.LATER

_SHOWS: Mapping[View, Callable[[Standing], bool]] = {
    View.PENDING: lambda standing: standing.quote.is_pending,
    View.TODAY: _is_today,
    View.DRAFTS: lambda standing: standing.quote.status is Status.DRAFT,
    View.EXPIRING: _is_expiring,
    View.EXPIRED: lambda standing: standing.is_expired,
    View.LIMIT: lambda standing: (
        standing.quote.is_pending and standing.limit_state is not LimitState.UNDER
    ),
    View.CLOSED: lambda standing: not standing.quote.status.is_open,
    View.ALL: lambda _: True,
}
