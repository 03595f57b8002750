"""After which follow-up quotes were answered and won (PRACTICES I3)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from store.records.follow_up import FollowUp
from store.records.words import CallOutcome, Direction, Kind, Status
from store.rules.hindsight.cases import Case


class AfterFollowUp(msgspec.Struct, frozen=True):
    """The follow-up of this number, counted per quote from 1; 0 is the offer itself.

    How many quotes had it, how many were answered before the next one, and for how many it was
    the last one before they were won. A yes or a no is an answer too, also where nobody logged
    a reply; so is a call that was answered.
    """

    number: int
    sent: int
    answered: int
    won: int


def follow_up_numbers(cases: Iterable[Case]) -> tuple[AfterFollowUp, ...]:
    """One record a number, from the offer itself to the highest number that there was."""
    ended_at: Counter[int] = Counter()
    answered: Counter[int] = Counter()
    won: Counter[int] = Counter()
    for case in cases:
        quote = case.quote
        if quote.sent_on is None:
            continue
        last, answers = _answers(case.contacts, quote.outcome.on if quote.outcome else None)
        if quote.status in (Status.WON, Status.LOST):
            answers.add(last)
        ended_at[last] += 1
        won[last] += quote.status is Status.WON
        for number in answers:
            answered[number] += 1
    numbers = range(max(ended_at, default=-1) + 1)
    sent = [sum(ended_at[last] for last in numbers[number:]) for number in numbers]
    return tuple(AfterFollowUp(each, sent[each], answered[each], won[each]) for each in numbers)


def _answers(contacts: Sequence[FollowUp], closed_on: date | None) -> tuple[int, set[int]]:
    """How many follow-ups there were until the quote was closed, and which were answered."""
    number, answers = 0, set()
    for contact in contacts:
        if closed_on is not None and contact.on is not None and contact.on > closed_on:
            break
        if contact.kind is Kind.FOLLOW_UP and contact.direction is Direction.OUT:
            number += 1
        if contact.kind is Kind.REPLY or contact.outcome is CallOutcome.ANSWERED:
            answers.add(number)
    return number, answers
