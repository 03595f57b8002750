"""What is said of channels (PRACTICES E)."""

from collections.abc import Mapping

from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {}
