"""The views of the tracker: which quotes each of them shows."""

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

    def shows(self, standing: Standing) -> bool:
        """Whether the view shows the quote."""
        quote = standing.quote
        match self:
            case View.PENDING:
                return quote.is_pending
            case View.TODAY:
                return standing.group not in (None, Group.LATER)
            case View.DRAFTS:
                return quote.status is Status.DRAFT
            case View.EXPIRING:
                return _is_expiring(standing)
            case View.EXPIRED:
                return standing.is_expired
            case View.LIMIT:
                return quote.is_pending and standing.limit_state is not LimitState.UNDER
            case View.CLOSED:
                return not quote.status.is_open
            case View.ALL:
                return True


def _is_expiring(standing: Standing) -> bool:
    days = standing.days_left
    return standing.quote.is_pending and days is not None and 0 <= days <= EXPIRING_DAYS
