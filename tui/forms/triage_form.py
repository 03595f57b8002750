"""The triage sheet: what is known of a quote and its lead, and what the rules say of that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

import msgspec
from rich.text import Text

from store.changes.field_reading import Reader, Reading, Values, read_values
from store.changes.fields import LEAD_FIELDS, QUOTE_FIELDS
from store.changes.triage import Triage
from store.errors import TrackerError
from store.records.dossier import Dossier
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
from store.rules.advice import Advice
from store.rules.leads import lead_standing
from store.rules.standing import Standing, standings
from tui.forms.contact_forms import quote_name
from tui.forms.spec import FormSpec, Typed, changed, field_text, read_field
from tui.language import _
from tui.palette import Palette
from tui.themes import THEMES
from tui.widgets.field_line import Field
from tui.wording.advice import advice_text
from tui.wording.labels import field_label, label

_OF_LEAD = "lead."
"""Before the names of the lead's fields, some of which the quote has too."""

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


def triage_form(standing: Standing, reading: Reading, palette: Palette) -> FormSpec:
    """Every optional field of the quote and its lead; only what is changed is saved."""
    fields = tuple(_fields(standing.quote, standing.lead, reading))

    def command(typed: Typed) -> Triage:
        of_quote, of_lead = _values(changed(typed, fields), reading)
        return Triage(quote_id=standing.quote.id, quote_values=of_quote, lead_values=of_lead)

    def remarks(typed: Typed) -> Sequence[Text]:
        try:
            of_quote, of_lead = _values(changed(typed, fields), reading)
        except TrackerError:  # it is said beside its field
            return ()
        said = _advice_with(standing, of_quote, of_lead)
        return [Text(advice_text(advice), palette.advice(advice.level)) for advice in said]

    return FormSpec(
        _("Triage · {quote}").format(quote=quote_name(standing)),
        fields,
        command,
        remarks,
        pages={theme.title: _names(theme.of_quote, theme.of_lead) for theme in THEMES},
    )


def _names(of_quote: Sequence[str], of_lead: Sequence[str]) -> tuple[str, ...]:
    return (*of_quote, *(_OF_LEAD + name for name in of_lead))


def _fields(quote: Quote, lead: Lead, reading: Reading) -> Iterator[Field]:
    for theme in THEMES:
        for name in theme.of_quote:
            yield _field(name, name, quote, QUOTE_FIELDS[name], reading)
        for name in theme.of_lead:
            yield _field(_OF_LEAD + name, name, lead, LEAD_FIELDS[name], reading)


def _field(key: str, name: str, record: Quote | Lead, reader: Reader, reading: Reading) -> Field:
    """The field under `key` in the form; codes are chosen, lists of codes are ticked."""
    value: object = getattr(record, name)
    if name in _LISTS:
        ticked = ", ".join(value) if isinstance(value, tuple) else ""
        choices = _labelled(_LISTS[name])
        return Field(key, field_label(name), initial=ticked, choices=choices, many=True)
    if name in _CHOICES:
        choices = _labelled(_CHOICES[name])
        return Field(key, _title(key, name), initial=_code(value), choices=choices)
    return replace(read_field(name, reader, reading, initial=field_text(value)), name=key)


def _title(key: str, name: str) -> str:
    """The field's label; one that both have says that it is the lead's."""
    both = key.startswith(_OF_LEAD) and name in QUOTE_FIELDS
    return _("Lead: {field}").format(field=label(name)) if both else field_label(name)


def _labelled(codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((code, _word(code)) for code in codes)


def _word(code: str) -> str:
    words = {"": _("not said"), "yes": _("yes"), "no": _("no")}
    return words.get(code) or label(code)


def _code(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _values(typed: Mapping[str, str], reading: Reading) -> tuple[Values, Values]:
    """What was typed, read: the quote's fields and the lead's; raises `InvalidValue`."""
    of_quote = {name: text for name, text in typed.items() if not name.startswith(_OF_LEAD)}
    of_lead = {
        name.removeprefix(_OF_LEAD): text
        for name, text in typed.items()
        if name.startswith(_OF_LEAD)
    }
    return (
        read_values(QUOTE_FIELDS, of_quote, reading),
        read_values(LEAD_FIELDS, of_lead, reading),
    )


def _advice_with(standing: Standing, of_quote: Values, of_lead: Values) -> tuple[Advice, ...]:
    """What the rules would say if this were noted; only the lead's own records are looked at."""
    dossier, day = standing.dossier, standing.of_lead.day
    lead = msgspec.structs.replace(dossier.lead, **of_lead)
    noted = msgspec.structs.replace(standing.quote, **of_quote)
    quotes = tuple(noted if quote is standing.quote else quote for quote in dossier.quotes)
    seen = standings(lead_standing(Dossier(lead, quotes, dossier.contacts), day))
    return next(each.advice for each in seen if each.quote.id == noted.id)
