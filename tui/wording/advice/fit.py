"""What is said of whether a lead fits (PRACTICES G)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "lukewarm": Said(
        N_("one of the two sides is not keen"),
        N_("No clear yes on both sides: my enthusiasm {mine}, theirs {theirs} of 3."),
    ),
    "wants_miracle": Said(
        N_("the goals are impossible, and were not lowered"),
        N_("Wants a miracle: agree on goals that can be reached, or leave it."),
    ),
    "beyond_skills": Said(
        N_("a good feeling pulls beyond what one does well"),
        N_("You like them ({rapport} of 3), but this is not what you do well."),
    ),
    "other_work_first": Said(
        N_("something else must come first"),
        N_("First they need: {prerequisite}. Say so, close it, and come back later."),
    ),
    "red_flags": Said(
        N_("two red flags (info), three or more (stop)"),
        N_("{count} red flags: {flags}."),
    ),
    "keeps_bargaining": Said(
        N_("asked for other terms three times, and nobody noted why"),
        N_("Asked for other terms {count} times: ask why, and note the cause."),
    ),
    "off_target": Said(
        N_("bargains for the price alone"),
        N_("Only wants it cheaper: this client does not fit."),
    ),
}
