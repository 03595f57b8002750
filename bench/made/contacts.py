"""Made-up contacts about quotes: 2.5 on average for each that was sent."""

from collections.abc import Iterator
from datetime import date, timedelta

from bench.made.chance import Chance
from bench.made.words import IN_NOTES, OUT_NOTES
from store.records.follow_up import FollowUp
from store.records.quote import Quote
from store.records.words import CallOutcome, Channel, Direction, Kind

_KINDS = (
    *(Kind.FOLLOW_UP,) * 13,
    *(Kind.REPLY,) * 4,
    Kind.ANSWER,
    Kind.MEETING,
    Kind.CHANGE_REQUEST,
)
_CHANNELS = (*(Channel.EMAIL,) * 8, *(Channel.PHONE,) * 6, *Channel)


def made_contacts(quote: Quote, chance: Chance, today: date) -> Iterator[FollowUp]:
    """The contacts, oldest first; of some the day is unknown."""
    if quote.sent_on is None:
        return
    end = quote.outcome.on if quote.outcome and quote.outcome.on else today
    day = quote.sent_on
    for _ in range(chance.number(1, 4)):
        day = min(end, day + timedelta(days=chance.number(1, 12)))
        yield _contact(quote, None if chance.happens(0.03) else day, chance)


def _contact(quote: Quote, on: date | None, chance: Chance) -> FollowUp:
    kind = chance.one_of(_KINDS)
    channel = chance.one_of(_CHANNELS)
    by_phone = channel is Channel.PHONE
    is_out = kind.direction is Direction.OUT
    return FollowUp(
        id=chance.new_id(),
        lead_id=quote.lead_id,
        quote_id=quote.id,
        kind=kind,
        direction=kind.direction,
        on=on,
        time=chance.moment() if on and chance.happens(0.4) else None,
        channel=channel,
        outcome=chance.one_of(tuple(CallOutcome)) if by_phone and is_out else None,
        minutes=chance.number(1, 45) if by_phone or chance.happens(0.2) else None,
        note=chance.one_of(OUT_NOTES if is_out else IN_NOTES),
        answer_needed=is_out or chance.happens(0.4),
        summary_sent=by_phone and chance.happens(0.9),
    )
