"""What is said of platforms (PRACTICES F)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "off_platform": Said(
        N_("contact went past the platform's own channel"),
        N_("Contact went past {platform} ({channel}): it may ban you for that."),
    ),
    "no_recourse": Said(
        N_("a small quote was taken off its platform"),
        N_("{amount} taken off {platform}: in a dispute nobody covers it."),
    ),
}
