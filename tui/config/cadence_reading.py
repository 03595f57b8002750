"""Reading a person's own cadences: `"2 days after sending"`, `"1 month after the deadline"`."""

import re

from store.records.cadence import Anchor, Cadence, StepRule
from store.records.quote import HIGHEST_LIMIT, LONGEST_VALIDITY
from tui.config.values import Given, Wrong, whole_number

_STEP = re.compile(
    r"(?P<number>\d{1,4}) (?P<unit>days?|weeks?|months?|jours?|semaines?|mois) "
    r"(?P<anchor>after sending|before the deadline|after the deadline"
    r"|après l'envoi|avant l'échéance|après l'échéance)"
)
_ANCHORS = {
    "after sending": Anchor.AFTER_SENDING,
    "après l'envoi": Anchor.AFTER_SENDING,
    "before the deadline": Anchor.BEFORE_DEADLINE,
    "avant l'échéance": Anchor.BEFORE_DEADLINE,
    "after the deadline": Anchor.AFTER_DEADLINE,
    "après l'échéance": Anchor.AFTER_DEADLINE,
}


def read_cadence(name: str, given: Given) -> Cadence:
    """The cadence of a table with `steps` and maybe a `limit`; raises `Wrong`."""
    if not isinstance(given, dict) or not isinstance(given.get("steps"), list):
        raise Wrong("config_cadence")
    unknown = next((key for key in given if key not in ("steps", "limit")), None)
    if unknown is not None:
        raise Wrong("config_one_of", known=("steps", "limit"))
    limit = whole_number(0, HIGHEST_LIMIT)(given["limit"]) if "limit" in given else None
    steps = tuple(_step(text) for text in given["steps"])
    return Cadence(name=name, steps=steps, limit=limit if isinstance(limit, int) else None)


def _step(given: Given) -> StepRule:
    match = _STEP.fullmatch(given.strip().replace("’", "'")) if isinstance(given, str) else None
    if match is None:
        raise Wrong("config_step")
    number, unit = int(match["number"]), match["unit"]
    anchor = _ANCHORS[match["anchor"]]
    if unit.startswith("mo"):
        return StepRule(anchor, months=_bounded(number, 120))
    days = number * (7 if unit[0] in "ws" else 1)
    return StepRule(anchor, days=_bounded(days, LONGEST_VALIDITY))


def _bounded(number: int, highest: int) -> int:
    if number > highest:
        raise Wrong("config_number", lowest=0, highest=highest)
    return number
