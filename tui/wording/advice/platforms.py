"""What is said of platforms (PRACTICES F)."""

from collections.abc import Mapping

from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {}
