"""What is said of platforms (PRACTICES F)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "off_platform": Said(
        N_("contact went past the platform's own channel"),
        N_("Contact went past {platform} ({channel}): it may ban you for that."),
    ),
    "banned": Said(
        N_("banned by the lead's platform"),
        N_("Banned by {platform} until {until}."),
        N_("Banned by {platform} for good."),
    ),
    "complained": Said(
        N_("a complaint about this lead is on record"),
        N_("Complaints through {platform}: {count}, the last on {on}."),
    ),
    "platform_share": Said(
        N_("more than half of what was won in 12 months came through one platform"),
        N_("{percent} % of what you won in {currency} in 12 months came through {platform}."),
        N_("{percent} % of what you won in 12 months came through {platform}."),
    ),
    "no_recourse": Said(
        N_("a small quote was taken off its platform"),
        N_("{amount} taken off {platform}: in a dispute nobody covers it."),
    ),
}
