"""What was noted about a quote and a lead beyond the usual, in words and by theme (PRACTICES)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from store.records.lead import Lead
from store.records.practice_words import Question
from store.records.quote import Quote
from store.records.quote_practice import PRIVATE
from store.rules.resembling import resembling
from tui.language import N_, _
from tui.safe_text import shown, shown_lines
from tui.wording.days import long_day
from tui.wording.labels import field_label, label

_OFFER = N_("The offer")
_SILENCE = N_("Their silence")
_NEED = N_("The need")
_DECIDERS = N_("Who decides")
_CONTACTS = N_("Calls and messages")
_PLATFORM = N_("Platform")
_FIT = N_("Does it fit?")
_REFUSAL = N_("Saying no")
_HINDSIGHT = N_("Looking back")

QUOTE_THEMES: Mapping[str, tuple[str, ...]] = {
    _OFFER: ("prep_minutes", "displaced", "delivery_due"),
    _SILENCE: ("silence", "competitors"),
    _NEED: ("purpose", "impact", "alternatives", "feasible", "volume", "tool"),
    _DECIDERS: (
        "requester",
        "end_client",
        "sourcing_only",
        "lowest_price",
        "incumbent",
        "brief",
        "options",
        "target_fit",
    ),
    _CONTACTS: ("on_site", "simple", "call_at"),
    _PLATFORM: ("service",),
    _FIT: (
        "enthusiasm_mine",
        "enthusiasm_theirs",
        "wants_miracle",
        "goals_revised",
        "in_zone",
        "rapport",
        "prerequisite",
        "redirect_to",
        "discovery",
        "similar_to",
    ),
    _REFUSAL: ("mode", "referred_to", "stated_reason", PRIVATE),
    _HINDSIGHT: ("went", "could_have_known"),
}
"""The optional fields of a quote, by theme like the rows of PRACTICES."""

LEAD_THEMES: Mapping[str, tuple[str, ...]] = {
    _DECIDERS: ("target_fit",),
    _CONTACTS: ("insists", "reason", "language"),
    _FIT: ("mismatch", "remedy", "concessions", "cause"),
    _REFUSAL: ("recontact_on",),
}
"""The optional fields of a lead, by theme."""

MAYBE = ("feasible", "target_fit", "in_zone", "could_have_known")
"""Fields that can be yes, no or not known."""


class Noted(NamedTuple):
    """A theme, and what was noted of it as (label, text) pairs. A text may have several lines."""

    theme: str
    pairs: Sequence[tuple[str, str]]


def noted_of_quote(
    quote: Quote, quotes: Iterable[Quote], *, private: bool = False
) -> Iterator[Noted]:
    """What was noted about the quote; `quotes` are all there are, for those that name it (G11).

    What the person thought is told only where `private` (PRACTICES H5).
    """
    values = _values(quote, QUOTE_THEMES) | {"similar_to": resembling(quote, quotes)}
    if not private:
        del values[PRIVATE]
    return _noted(values, QUOTE_THEMES)


def noted_of_lead(lead: Lead) -> Iterator[Noted]:
    """What was noted about the lead."""
    return _noted(_values(lead, LEAD_THEMES), LEAD_THEMES)


def _values(record: Quote | Lead, themes: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    return {name: getattr(record, name) for names in themes.values() for name in names}


def _noted(values: Mapping[str, object], themes: Mapping[str, tuple[str, ...]]) -> Iterator[Noted]:
    for theme, names in themes.items():
        texts = [(name, _text(name, values.get(name))) for name in names]
        pairs = [(field_label(name), text) for name, text in texts if text]
        if pairs:
            yield Noted(_(theme), pairs)


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
    return f"{known}: {parts}"


def _word(value: object) -> str:
    """A code has a label; what somebody typed is their own word."""
    return label(value) if isinstance(value, StrEnum) else str(value)
