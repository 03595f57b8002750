"""What is said of who decides (PRACTICES D)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "filler_quote": Said(
        N_("the quote only completes a purchasing file"),
        N_("This quote only fills a purchasing file: no more effort than one follow-up."),
    ),
    "unclear_scope": Said(
        N_("an incoherent brief, or a vague one with three price tiers or more"),
        N_("The brief is {brief}: clear up what is wanted before you price it."),
    ),
}
