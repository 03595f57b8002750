"""What is said of whether a lead fits (PRACTICES G)."""

from collections.abc import Mapping

from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {}
