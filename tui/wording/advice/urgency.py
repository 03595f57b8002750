"""What is said of urgency (PRACTICES C)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "urgent_but_silent": Said(
        N_("an urgent quote has had no reply for two working days"),
        N_("It was urgent, and no reply for {days} working days."),
    ),
    "serial_urgent": Said(
        N_("three or more urgent requests in 36 months, none of them won"),
        N_("{count} urgent requests in {months} months, none of them won."),
    ),
    "triage_first": Said(
        N_("an urgent draft, and nobody asked what else would serve"),
        N_("Before quoting an emergency: what does it cost them, and what else would serve?"),
    ),
    "not_feasible": Said(
        N_("the imposed solution lacks what they need"),
        N_("The solution that they ask for will not give them what they need: say so."),
    ),
    "out_of_proportion": Said(
        N_("heavy tooling for fewer than ten items"),
        N_("Heavy tooling for {volume} items: by hand is cheaper."),
    ),
}
