"""What is said of urgency (PRACTICES C)."""

from collections.abc import Mapping

from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {}
