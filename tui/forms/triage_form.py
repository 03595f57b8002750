"""The triage sheet: what is known of a quote and its lead, and what the rules say of that."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from rich.text import Text

from store.changes.field_reading import Reading, Values, read_values
from store.changes.fields import LEAD_FIELDS, QUOTE_FIELDS
from store.changes.triage import Triage
from store.errors import TrackerError
from store.records.dossier import Dossier
from store.records.lead import Lead
from store.records.quote import Quote
from store.rules.advice import Advice
from store.rules.leads import lead_standing
from store.rules.standing import Standing, standings
from tui.forms.contact_forms import quote_name
from tui.forms.noted_fields import noted_field
from tui.forms.spec import FormSpec, Typed, changed
from tui.language import _
from tui.palette import Palette
from tui.themes import THEMES
from tui.widgets.field_line import Field
from tui.wording.advice import advice_text
from tui.wording.labels import field_label, label

_OF_LEAD = "lead."
"""Before the names of the lead's fields, some of which the quote has too."""


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
            yield noted_field(name, name, quote, QUOTE_FIELDS[name], reading)
        for name in theme.of_lead:
            key, reader = _OF_LEAD + name, LEAD_FIELDS[name]
            yield noted_field(key, name, lead, reader, reading, title=_title(name))


def _title(name: str) -> str:
    """The label of a lead's field; one that the quote has too says that it is the lead's."""
    both = name in QUOTE_FIELDS
    return _("Lead: {field}").format(field=label(name)) if both else field_label(name)


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
