"""The fields of a form for what is noted of quotes and leads: typed, chosen or ticked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from store.changes.field_reading import Reader, Reading
from store.records.lead import Lead
from store.records.practice_words import (
    Brief,
    Cause,
    Flag,
    Mismatch,
    Purpose,
    Question,
    Requester,
    Silence,
    Tool,
    Went,
)
from store.records.quote import Quote
from store.records.words import RefusalMode, WrittenLanguage
from tui.forms.spec import field_text, read_field
from tui.language import _
from tui.widgets.field_line import Field
from tui.wording.labels import field_label, label

_NOT_SAID = ""
_YES_NO = ("no", "yes")
_MAYBE = (_NOT_SAID, "yes", "no")
_SCORE = (_NOT_SAID, "0", "1", "2", "3")

_CHOICES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("urgent", "sourcing_only", "lowest_price", "incumbent"), _YES_NO),
    **dict.fromkeys(("on_site", "simple", "wants_miracle", "goals_revised", "regular"), _YES_NO),
    **dict.fromkeys(("feasible", "target_fit", "in_zone", "could_have_known"), _MAYBE),
    **dict.fromkeys(("enthusiasm_mine", "enthusiasm_theirs", "rapport"), _SCORE),
    "purpose": (_NOT_SAID, *Purpose),
    "tool": (_NOT_SAID, *Tool),
    "requester": (_NOT_SAID, *Requester),
    "brief": (_NOT_SAID, *Brief),
    "mode": (_NOT_SAID, *RefusalMode),
    "went": (_NOT_SAID, *Went),
    "mismatch": (_NOT_SAID, *Mismatch),
    "cause": (_NOT_SAID, *Cause),
    "language": (_NOT_SAID, *WrittenLanguage),
}
_LISTS: Mapping[str, type[StrEnum]] = {"silence": Silence, "discovery": Question, "flags": Flag}


def noted_field(
    key: str,
    name: str,
    record: Quote | Lead,
    reader: Reader,
    reading: Reading,
    *,
    title: str = "",
) -> Field:
    """The record's field `name`, under `key` in a form; codes are chosen, lists of them ticked."""
    title = title or field_label(name)
    value: object = getattr(record, name)
    if name in _LISTS:
        ticked = ", ".join(value) if isinstance(value, tuple) else ""
        choices = _labelled(_LISTS[name])
        return Field(key, title, initial=ticked, choices=choices, many=True)
    if name in _CHOICES:
        choices = _labelled(_CHOICES[name])
        return Field(key, title, initial=_code(value), choices=choices)
    return replace(
        read_field(name, reader, reading, initial=field_text(value), title=title), name=key
    )


def _labelled(codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((code, _word(code)) for code in codes)


def _word(code: str) -> str:
    words = {"": _("not said"), "yes": _("yes"), "no": _("no")}
    return words.get(code) or label(code)


def _code(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
