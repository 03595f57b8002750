"""What is owed, in a word for lists and as the next step."""

from store.rules.owing import Owed
from tui.language import _
from tui.safe_text import shown
from tui.wording.labels import label


def owed_text(owed: Owed) -> str:
    """What is owed first, in a narrow column: `reply`, `summary`, `call 14:00`; empty for nothing.

    An agreed time comes before what can be done at any time of the day.
    """
    word = owed_word(owed)
    return word if owed.call_at is None else _("call {time}").format(time=word)


def owed_word(owed: Owed) -> str:
    """What is owed first, where there is room for one word: of a call, its time."""
    if owed.call_at is not None:
        return f"{owed.call_at:%H:%M}"
    if owed.reply is not None:
        return label("reply")
    return _("summary") if owed.summary is not None else ""


def owed_step_text(owed: Owed) -> str:
    """All that is owed, as the next step; empty for nothing."""
    steps = [
        _("call at {time}").format(time=f"{owed.call_at:%H:%M}") if owed.call_at else "",
        _("answer their reply") if owed.reply else "",
        _("send the summary of the call") if owed.summary else "",
    ]
    named = [step for step in steps if step]
    return _("next: {steps}").format(steps=", ".join(named)) if named else ""


def answered_text(ref: str) -> str:
    """What to do after a follow-up that was answered: it counts, and only their reply ends that."""
    text = _(
        "They answered: log their answer with r (relance reply {ref}), "
        "and the count goes back to 0."
    )
    return text.format(ref=shown(ref))
