"""The form that asks for a lead's name before it is forgotten."""

from collections.abc import Sequence

from rich.text import Text

from store.errors import Refused
from store.file.forgetting import Found
from store.file.traces import plain
from tui.forms.spec import Typed
from tui.language import _
from tui.safe_text import shown
from tui.widgets.field_line import Field
from tui.wording.errors import error_text
from tui.wording.forgetting import copies_text, found_text, warnings_before

ERASE, KEEP = "erase", "keep"


def forget_fields(found: Found) -> tuple[Field, ...]:
    """The lead's name, to be typed, and what becomes of the backups where there are any."""

    def check(typed: str) -> str:
        if plain(typed) != plain(found.name):
            raise ValueError(error_text(Refused("name_not_typed", name=found.name)))
        return ""

    name = Field("name", _("Type its name"), hint=shown(found.name), check=check, required=True)
    if not found.copies:
        return (name,)
    choices = ((ERASE, _("erase it there too")), (KEEP, _("leave as they are")))
    return (name, Field("copies", _("Backups"), initial=ERASE, choices=choices))


def forget_notes(found: Found) -> Sequence[Text]:
    """What would go, and that there is no way back."""
    lines = [found_text(found)]
    if found.copies:
        lines.append(copies_text(found))
    return (*map(Text, lines), Text(warnings_before(), style="bold"))


def with_copies(typed: Typed) -> bool:
    """Whether the backups are to be rewritten too."""
    return typed.get("copies", ERASE) == ERASE
