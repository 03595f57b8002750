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
}
