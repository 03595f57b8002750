"""What is said of the quote's calendar (PRACTICES A)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "draft_late": Said(
        N_("a draft is past its send-by day"),
        N_("Should have been sent {days} d ago."),
    ),
}
