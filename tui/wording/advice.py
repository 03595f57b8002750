"""The sentences of advice."""

from collections.abc import Mapping

from store.rules.advice import Advice
from tui.language import N_, _

SENTENCES: Mapping[str, str] = {
    "draft_late": N_("Should have been sent {days} d ago."),
    "limit_reached": N_("Chased {count} of {limit} times without an answer: decide."),
    "limit_exceeded": N_("Chased {count} times, past the limit of {limit}: stop chasing."),
    "close_as_no_response": N_("Expired {days} d ago, no step left: close it as no response?"),
}


def advice_text(advice: Advice) -> str:
    """The advice as a sentence."""
    return _(SENTENCES[advice.code]).format(**advice.facts)
