"""What scripts read of the statistics, the contract of `stats --json`.

Percent are numbers with one decimal, null of nothing; times on offers are in minutes, times to
answer in days.
"""

from store.rules.hindsight.answer_times import Spread
from store.rules.hindsight.flags import Lessons, LookedBack
from store.rules.hindsight.referrals import Referrals
from store.rules.hindsight.silences import SilenceResult
from store.rules.hindsight.statistics import Statistics
from store.rules.hindsight.time_lost import TimeLost
from store.rules.hindsight.win_rate import WinRate

Json = dict[str, object]


def statistics_json(found: Statistics) -> Json:
    """All statistics as one object."""
    times = found.answer_times
    return {
        "today": found.today.isoformat(),
        "win_rate": rate_json(found.win_rate),
        "on_target": rate_json(found.target.on),
        "off_target": rate_json(found.target.off),
        "sources": [
            {
                "source": each.source,
                "asked": each.asked,
                "won": each.won,
                "percent": each.percent,
                "win_rate": rate_json(each.rate),
            }
            for each in found.sources
        ],
        "months": [
            {"month": f"{each.first:%Y-%m}", "sent": each.sent, "won": each.won}
            for each in found.months
        ],
        "answer_days": {"won": _spread(times.won), "lost": _spread(times.lost)},
        "follow_ups": [
            {
                "number": each.number,
                "sent": each.sent,
                "answered": each.answered,
                "won": each.won,
            }
            for each in found.follow_ups
        ],
        "time_lost": _time_lost(found.time_lost),
        "silences": [_silence(each) for each in found.silences],
        "declined": {
            "total": found.declines.total,
            "diary_full": found.declines.diary_full,
            "unrealistic": found.declines.unrealistic,
            "other": found.declines.other,
        },
        "referrals": [_referrals(each) for each in found.referrals],
        "warnings": _lessons(found.lessons),
    }


def rate_json(rate: WinRate) -> Json:
    """A win rate: the numbers of quotes, and won of all in percent."""
    return {
        "won": rate.won,
        "lost": rate.lost,
        "no_response": rate.no_response,
        "closed": rate.closed,
        "percent": rate.percent,
    }


def _spread(spread: Spread | None) -> Json | None:
    if spread is None:
        return None
    return {
        "quotes": spread.count,
        "first_quartile": spread.first_quartile,
        "median": spread.median,
        "third_quartile": spread.third_quartile,
    }


def _time_lost(time: TimeLost) -> Json:
    return {
        "minutes": time.lost_minutes,
        "won_minutes": time.won_minutes,
        "leads": [
            {"lead": each.lead, "minutes": each.minutes, "displaced": [*each.displaced]}
            for each in time.leads
        ],
    }


def _silence(result: SilenceResult) -> Json:
    return {
        "thought": str(result.thought),
        "won": result.won,
        "lost": result.lost,
        "no_response": result.no_response,
        "declined": result.declined,
        "pending": result.pending,
        "reasons": [{"reason": reason, "count": count} for reason, count in result.reasons],
    }


def _referrals(referrals: Referrals) -> Json:
    return {
        "colleague": referrals.colleague,
        "count": len(referrals.passed_on),
        "quotes": [
            {
                "ref": each.ref,
                "lead": each.lead,
                "title": each.title,
                "on": each.on.isoformat() if each.on else None,
            }
            for each in referrals.passed_on
        ],
    }


def _lessons(lessons: Lessons) -> Json:
    return {
        "well": lessons.well,
        "badly": lessons.badly,
        "could_have_known": lessons.could_have_known,
        "unwarned": lessons.unwarned,
        "signs": [
            {
                "code": each.code,
                "kind": "flag" if each.is_flag else "advice",
                "well": each.well,
                "badly": each.badly,
            }
            for each in lessons.warnings
        ],
        "quotes": [_looked_back(each) for each in lessons.quotes],
    }


def _looked_back(quote: LookedBack) -> Json:
    return {
        "ref": quote.ref,
        "lead": quote.lead,
        "title": quote.title,
        "went": str(quote.went),
        "could_have_known": quote.could_have_known,
        "flags": [*quote.flags],
        "advice": [*quote.advice],
    }
