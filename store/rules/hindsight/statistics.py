"""All that hindsight tells, in one record (PRACTICES I)."""

from datetime import date

import msgspec

from store.records.snapshot import Snapshot
from store.rules.hindsight.answer_times import AnswerTimes, answer_times
from store.rules.hindsight.by_source import SourceResult, by_source
from store.rules.hindsight.cases import cases
from store.rules.hindsight.declines import Declines, declines
from store.rules.hindsight.flags import Lessons, Then, lessons
from store.rules.hindsight.follow_up_numbers import AfterFollowUp, follow_up_numbers
from store.rules.hindsight.months import Month, last_months
from store.rules.hindsight.referrals import Referrals, by_colleague
from store.rules.hindsight.silences import SilenceResult, silences
from store.rules.hindsight.time_lost import TimeLost, time_on_offers
from store.rules.hindsight.win_rate import TargetRates, WinRate, by_target, win_rate
from store.rules.platform_history import incidents_until
from store.rules.rulebook import Rulebook


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """What came of the quotes, up to and with the day `today`."""

    today: date
    win_rate: WinRate
    target: TargetRates
    sources: tuple[SourceResult, ...]
    months: tuple[Month, ...]
    answer_times: AnswerTimes
    follow_ups: tuple[AfterFollowUp, ...]
    time_lost: TimeLost
    silences: tuple[SilenceResult, ...]
    declines: Declines
    referrals: tuple[Referrals, ...]
    lessons: Lessons


def look_back(snapshot: Snapshot, today: date, rulebook: Rulebook) -> Statistics:
    """The statistics of everything that had happened by the day `today`."""
    seen = [*cases(snapshot, today)]
    quotes = [case.quote for case in seen]
    then = Then(today, rulebook, incidents_until(snapshot, today))
    return Statistics(
        today=today,
        win_rate=win_rate(quotes),
        target=by_target(seen),
        sources=by_source(seen),
        months=last_months(quotes, today),
        answer_times=answer_times(seen),
        follow_ups=follow_up_numbers(seen),
        time_lost=time_on_offers(seen),
        silences=silences(seen),
        declines=declines(quotes),
        referrals=by_colleague(seen),
        lessons=lessons(seen, then),
    )
