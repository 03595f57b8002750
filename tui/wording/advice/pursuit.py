"""What is said of how far to chase (PRACTICES B)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "limit_reached": Said(
        N_("the limit of unanswered follow-ups is reached"),
        N_("Chased {count} of {limit} times without an answer: decide."),
    ),
    "limit_exceeded": Said(
        N_("the limit of unanswered follow-ups is exceeded"),
        N_("Chased {count} times, past the limit of {limit}: stop chasing."),
    ),
    "close_as_no_response": Said(
        N_("expired, and no step is left"),
        N_("Expired {days} d ago, no step left: close it as no response?"),
    ),
    "haggling_signal": Said(
        N_("two calls were made: another one reads as room on the price"),
        N_("{calls} calls already: another one reads as room on the price."),
    ),
    "slow_but_signs": Said(
        N_("a lead that answers late but mostly signs"),
        N_("They mostly sign, after {days} days in the median: do not write it off."),
    ),
    "low_reactivity": Said(
        N_("under a quarter of the follow-ups got a reply"),
        N_("{replied} of {follow_ups} follow-ups got a reply: this lead rarely answers."),
    ),
}
