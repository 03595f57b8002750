"""What is said of saying no (PRACTICES H)."""

from collections.abc import Mapping

from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {}
