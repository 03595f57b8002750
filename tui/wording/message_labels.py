"""What the prepared messages are called on the screen."""

from collections.abc import Mapping

from store.records.message_code import MessageCode
from tui.language import N_, _

MESSAGE_LABELS: Mapping[MessageCode, str] = {
    MessageCode.FIRST: N_("First follow-up"),
    MessageCode.BEFORE_DEADLINE: N_("Before the deadline"),
    MessageCode.LAST: N_("Last follow-up"),
    MessageCode.URGENT_SENT: N_("Urgent: did it arrive"),
    MessageCode.IN_WRITING: N_("In writing, please"),
    MessageCode.NO_TIME: N_("No: no time"),
    MessageCode.REFERRAL: N_("No: a colleague"),
    MessageCode.NOT_MY_FIELD: N_("No: not my field"),
    MessageCode.TERMS_CHANGED: N_("Terms have changed"),
    MessageCode.CLOSING: N_("Closing the file"),
}


def message_label(code: MessageCode) -> str:
    """The message's name in the person's language."""
    return _(MESSAGE_LABELS[code])
