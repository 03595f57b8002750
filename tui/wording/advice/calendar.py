"""What is said of the quote's calendar (PRACTICES A)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "draft_late": Said(
        N_("a draft is past its send-by day"),
        N_("Should have been sent {days} d ago."),
    ),
    "delivery_passed": Said(
        N_("the work was due before the yes"),
        N_("The work was due on {due}, {days} d ago: agree on a new day before you accept."),
    ),
}
