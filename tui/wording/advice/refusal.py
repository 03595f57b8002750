"""What is said of saying no (PRACTICES H)."""

from collections.abc import Mapping

from tui.language import N_
from tui.wording.advice.said import Said

SAID: Mapping[str, Said] = {
    "deterrent": Said(
        N_("an offer made to be refused"),
        N_("{amount} to be refused: better say no, they may accept it."),
    ),
}
