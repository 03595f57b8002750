"""Which message a quote wants now, by its step (PRACTICES C3, E8, H9)."""

from store.records.message_code import MessageCode
from store.records.practice_words import Mismatch
from store.records.words import RefusalMode, Status
from store.rules.channels import INSISTS_FROM
from store.rules.counting import LimitState
from store.rules.groups import EXPIRING_DAYS
from store.rules.resting import is_back
from store.rules.standing import Standing


def usual_message(standing: Standing) -> MessageCode | None:
    """The message for today; none where no prepared text fits.

    That is so for drafts, for what was signed, lost or replaced, where the lead's reply waits for
    an answer that only a person can write, and for a lead that is back: what ended the matter
    then is not said again (PRACTICES H8).
    """
    match standing.quote.status:
        case Status.DECLINED | Status.NO_RESPONSE if is_back(standing.dossier, standing.today):
            return None
        case Status.SENT if standing.owed.reply is not None:
            return _answer(standing)
        case Status.SENT:
            return _follow_up(standing)
        case Status.DECLINED:
            return _refusal(standing)
        case Status.NO_RESPONSE:
            return MessageCode.CLOSING
        case _:
            return None


def _answer(standing: Standing) -> MessageCode | None:
    """To a reply: after the deadline new terms, to those who insist on calls a kind no."""
    if standing.is_expired:
        return MessageCode.TERMS_CHANGED
    insists = (standing.lead.insists or 0) >= INSISTS_FROM
    return MessageCode.IN_WRITING if insists else None


def _follow_up(standing: Standing) -> MessageCode:
    """By how often and how close to the deadline; past limit or plan, only closing is left."""
    if standing.limit_state is not LimitState.UNDER:
        return MessageCode.CLOSING
    if standing.is_expired:
        return MessageCode.LAST if standing.steps else MessageCode.CLOSING
    if standing.quote.urgent and not standing.follow_ups:
        return MessageCode.URGENT_SENT
    if standing.days_left is not None and standing.days_left <= EXPIRING_DAYS:
        return MessageCode.BEFORE_DEADLINE
    if not standing.follow_ups:
        return MessageCode.FIRST
    is_last = standing.tally.count + 1 == standing.limit
    return MessageCode.LAST if is_last else MessageCode.BEFORE_DEADLINE


def _refusal(standing: Standing) -> MessageCode:
    """By what was noted when declining; no time where nothing was (PRACTICES H1)."""
    quote = standing.quote
    if quote.mode is RefusalMode.REFERRAL or quote.referred_to:
        return MessageCode.REFERRAL
    if standing.lead.mismatch is Mismatch.SKILL or quote.in_zone is False:
        return MessageCode.NOT_MY_FIELD
    return MessageCode.NO_TIME
