"""What a form is, and how its fields are checked and worded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from rich.text import Text

from store.changes.command import Command
from store.changes.field_reading import Reader, Reading
from store.errors import TrackerError
from tui.language import _
from tui.signs import Signs
from tui.widgets.field_line import Field, FormLabels
from tui.wording.amounts import amount_text
from tui.wording.days import understood_day
from tui.wording.errors import error_text
from tui.wording.labels import field_label, label

Typed = Mapping[str, str]
"""What was typed, by field."""


def no_notes(_typed: Typed) -> Sequence[Text]:
    """For a form that has nothing to remark."""
    return ()


@dataclass(frozen=True)
class FormSpec:
    """A dialog: its title, its fields, what it remarks, and the command of its answers.

    `command` raises `TrackerError` for answers that only together are wrong.
    """

    title: str
    fields: tuple[Field, ...]
    command: Callable[[Typed], Command]
    remarks: Callable[[Typed], Sequence[Text]] = no_notes
    pages: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The names of the fields on each page, by its title; none for a form of one page."""


def form_labels(signs: Signs, save: str = "") -> FormLabels:
    """The words that every form needs; `save` is what Enter does, if it does not save."""
    return FormLabels(
        save=save or _("save"),
        cancel=_("cancel"),
        required=_("say something here"),
        enter=_("Enter"),
        escape=_("Esc"),
        wrong=signs.wrong,
        around=signs.around,
        ticks=signs.ticks,
        ellipsis=signs.ellipsis,
    )


def read_field(
    name: str,
    reader: Reader,
    reading: Reading,
    *,
    initial: str = "",
    required: bool = False,
    hint: str = "",
    options: tuple[str, ...] = (),
    title: str = "",
) -> Field:
    """A field that `reader` reads while it is typed; what was understood stands beside it."""

    def check(typed: str) -> str:
        return worded(lambda: understood(reader(name, typed, reading), reading))

    return Field(
        name=name,
        label=title or field_label(name),
        initial=initial,
        check=check,
        options=options,
        required=required,
        hint=hint,
    )


def choice_field(
    name: str, codes: Sequence[str], initial: str, *, title: str = "", none: str = ""
) -> Field:
    """A field with one of the codes; `none` is the word for choosing none of them."""
    choices = tuple((code, label(code)) for code in codes)
    return Field(
        name=name,
        label=title or field_label(name),
        initial=initial,
        choices=((("", none),) if none else ()) + choices,
    )


def worded(check: Callable[[], str]) -> str:
    """What the check says; its errors become sentences, as forms want them."""
    try:
        return check()
    except TrackerError as error:
        raise ValueError(error_text(error)) from error


def understood(values: Mapping[str, object], reading: Reading) -> str:
    """What was understood of a day or an amount; the rest speaks for itself."""
    at = values.get("time")
    for value in values.values():
        if isinstance(value, datetime):
            return understood_day(value.date(), reading.today, value.time())
        if isinstance(value, date):
            return understood_day(value, reading.today, at if isinstance(at, time) else None)
        if isinstance(value, Decimal):
            return amount_text(value, str(values.get("currency", reading.settings.currency)))
    return ""


def field_text(value: object) -> str:
    """The text from which the field's reader reads the value again."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return str(value.value if isinstance(value, StrEnum) else value)


def changed(typed: Typed, fields: Sequence[Field]) -> dict[str, str]:
    """What was typed in fields that do not hold their first text any more."""
    return {each.name: typed[each.name] for each in fields if typed[each.name] != each.initial}
