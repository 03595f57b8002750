"""What is said of channels (PRACTICES E)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "unpaid_calls": Said(
        N_("an hour of calls or more, and nothing signed"),
        N_("{minutes} min of calls and nothing signed: write, or charge for them."),
    ),
    "summary_owed": Said(
        N_("a call has no written summary"),
        N_("Calls without a written summary: {calls}. Send it, then tick it."),
    ),
    "reply_owed": Said(
        N_("a reply is unanswered"),
        N_("Their reply waits for an answer."),
    ),
    "reply_late": Said(
        N_("a reply has waited for longer than the target"),
        N_("Their reply has waited for more than {target} min: answer it first."),
    ),
    "call_not_earned": Said(
        N_("a call about a quote that has not earned one"),
        N_("Calls are for regular leads and over {over}: settle it in writing."),
    ),
    "meet_first": Said(
        N_("on-site work without a meeting before it"),
        N_("On-site work of this size: meet them before it."),
    ),
    "write_instead": Said(
        N_("a call about something simple"),
        N_("You noted that this is simple: settle it in writing."),
    ),
    "insists_on_calls": Said(
        N_("the lead insisted on calling three times or more"),
        N_("Insisted on calling {times} times: offer text or a recorded video."),
    ),
    "scope_change": Said(
        N_("changes were asked for after the quote was won"),
        N_("Changes asked for since it was won: {changes}. Agree on their price first."),
    ),
    "out_of_hours": Said(
        N_("the lead made contact outside the working hours"),
        N_("Contacts of theirs outside {from}:00 to {to}:00: {contacts}."),
    ),
}
