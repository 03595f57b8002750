"""What was noted about a quote and a lead beyond the usual, in words and by theme (PRACTICES)."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from store.records.lead import Lead
from store.records.practice_words import Question
from store.records.quote import Quote
from store.records.quote_practice import PRIVATE
from store.records.written_fields import optional_fields
from store.rules.resembling import Linking, resembling
from tui.language import _
from tui.safe_text import shown, shown_lines
from tui.themes import THEMES
from tui.wording.days import long_day
from tui.wording.labelled import labelled
from tui.wording.labels import field_label, label

MAYBE = ("feasible", "target_fit", "in_zone", "could_have_known")
"""Fields that can be yes, no or not known."""


class Noted(NamedTuple):
    """A theme, and what was noted of it as (label, text) pairs. A text may have several lines."""

    theme: str
    pairs: Sequence[tuple[str, str]]


def noted_of_quote(
    quote: Quote, quotes: Iterable[Linking], *, private: bool = False
) -> Iterator[Noted]:
    """What was noted about the quote; `quotes` are all there are, for those that name it (G11).

    What the person thought is told only where `private` (PRACTICES H5).
    """
    hidden = () if private else (PRIVATE,)
    values = _values(quote, hidden) | {"similar_to": resembling(quote, quotes)}
    return _noted(values, (theme.of_quote for theme in THEMES))


def noted_of_lead(lead: Lead) -> Iterator[Noted]:
    """What was noted about the lead."""
    return _noted(_values(lead), (theme.of_lead for theme in THEMES))


def _values(record: Quote | Lead, hidden: Container[str] = ()) -> dict[str, object]:
    """The optional fields of the record; the others are shown in places of their own."""
    names = (name for name in optional_fields(type(record)) if name not in hidden)
    return {name: getattr(record, name) for name in names}


def _noted(values: Mapping[str, object], themes: Iterable[Sequence[str]]) -> Iterator[Noted]:
    for theme, names in zip(THEMES, themes, strict=True):
        texts = [(name, _text(name, values.get(name))) for name in names]
        pairs = [(field_label(name), text) for name, text in texts if text]
        if pairs:
            yield Noted(theme.title, pairs)


def _text(name: str, value: object) -> str:
    """The value in words; empty where nothing was noted."""
    match value:
        case None | "" | ():
            return ""
        case bool():
            return _yes_or_no(name, value)
        case datetime():
            return f"{long_day(value.date())} {value:%H:%M}"
        case date():
            return long_day(value)
        case tuple():
            return _list_text(name, value)
        case _:
            return "\n".join(shown_lines(_word(value)))


def _yes_or_no(name: str, value: bool) -> str:
    """A no is worth a word only where nothing noted is not the same as no."""
    if value:
        return _("yes")
    return _("no") if name in MAYBE else ""


def _list_text(name: str, values: tuple[object, ...]) -> str:
    """The parts; of what is to be known of a situation, how many of ten are (G10)."""
    parts = ", ".join(shown(_word(value)) for value in values)
    if name != "discovery":
        return parts
    known = _("{known} of {all}").format(known=len(values), all=len(Question))
    return labelled(known, parts)


def _word(value: object) -> str:
    """A code has a label; what somebody typed is their own word."""
    return label(value) if isinstance(value, StrEnum) else str(value)
