"""The forms of an import: how the file is read, and which column holds what."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from store.exchange.cells import plain
from store.exchange.conventions import DAY_ORDERS, DECIMAL_SIGNS, Conventions, Forced
from store.exchange.decoding import ENCODINGS
from store.exchange.mapping import FIELDS, STATUS_WORDS, Mapped
from store.exchange.recognising import SHAPES
from store.exchange.usual_columns import guessed
from tui.forms.spec import Typed
from tui.language import N_, _
from tui.safe_text import shown
from tui.signs import Signs
from tui.widgets.field_line import Field
from tui.wording.import_words import DATES, DECIMALS, DELIMITERS
from tui.wording.labelled import labelled

_TITLES: Mapping[str, str] = {
    "lead": N_("Lead"),
    "ref": N_("Ref"),
    "title": N_("Quote"),
    "amount": N_("Amount"),
    "currency": N_("Currency"),
    "status": N_("Status"),
    "asked": N_("Asked on"),
    "sent": N_("Sent on"),
    "deadline": N_("Deadline"),
    "validity": N_("Validity in days"),
    "follow_ups": N_("Follow-ups"),
    "last_follow_up": N_("Last follow-up"),
    "channel": N_("Channel"),
    "note": N_("Notes"),
    "reason": N_("Reason"),
    "contact": N_("Contact"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "draft": N_("Means draft"),
    "pending": N_("Means sent"),
    "won": N_("Means won"),
    "lost": N_("Means lost"),
    "declined": N_("Means declined"),
    "no_response": N_("Means no response"),
}
"""What each column, and each status of which words are asked, is called."""

_HINTS: Mapping[str, str] = {
    "draft": N_("brouillon, draft… are known"),
    "pending": N_("envoyé, en attente, sent, open… are known"),
    "won": N_("signé, accepté, won… are known"),
    "lost": N_("refusé, perdu, lost… are known"),
    "declined": N_("décliné, annulé… are known"),
    "no_response": N_("sans suite, no answer… are known"),
}


_SAMPLE = 30
"""How much of a cell is shown as a sample, in characters."""


def settings_fields(forced: Forced, seen: Conventions | None) -> tuple[Field, ...]:
    """How the file is read; what is not said is what the file itself shows."""
    return (
        _choice("shape", _("Format"), forced.shape, {each.name: each.name for each in SHAPES}, ""),
        _choice(
            "encoding",
            _("Encoding"),
            forced.encoding,
            {each: each for each in ENCODINGS},
            seen.encoding if seen else "",
        ),
        _choice(
            "delimiter",
            _("Between columns"),
            forced.delimiter,
            {sign: _(name) for sign, name in DELIMITERS.items()},
            _(DELIMITERS[seen.delimiter]) if seen else "",
        ),
        _choice(
            "decimal",
            _("Decimal sign"),
            forced.decimal,
            {sign: _(DECIMALS[sign]) for sign in DECIMAL_SIGNS},
            _(DECIMALS[seen.decimal]) if seen else "",
        ),
        _choice(
            "dates",
            _("Days"),
            forced.dates,
            {order: _(DATES[order]) for order in DAY_ORDERS},
            _(DATES[seen.dates]) if seen else "",
        ),
    )


def forced_by(typed: Typed, forced: Forced) -> Forced:
    """What the form says of the file; a format that is chosen takes the place of a mapping."""
    said: dict[str, Any] = dict(typed)
    mapping = "" if typed["shape"] else forced.mapping
    return Forced(**said, mapping=mapping)


def mapping_fields(header: Sequence[str], mapped: Mapped | None) -> tuple[Field, ...]:
    """The column of each field, as mapped before or as it seems, and the words of statuses."""
    there = {plain(cell): cell for cell in header}
    columns = mapped.columns if mapped else guessed(header)
    choices = [("", _("none")), *((each, shown(each)) for each in header if each.strip())]
    words = mapped.words if mapped else {}
    return (
        *(
            Field(
                name,
                _(_TITLES[name]),
                initial=there.get(plain(columns.get(name, "")), ""),
                choices=tuple(dict(choices).items()),
            )
            for name in FIELDS
        ),
        *(
            Field(
                name,
                _(_TITLES[name]),
                initial=", ".join(word for word, each in words.items() if each is status),
                hint=_(_HINTS[name]),
            )
            for name, status in STATUS_WORDS.items()
        ),
    )


def sample_notes(header: Sequence[str], sample: Sequence[str], signs: Signs) -> list[Text]:
    """What the first row has in each column."""
    cells = [
        labelled(name, cell[:_SAMPLE]) for name, cell in zip(header, sample, strict=False) if cell
    ]
    return [Text(f" {signs.between} ".join(cells), "dim")] if cells else []


def mapping_by(typed: Typed) -> str:
    """The text of the mapping that the form says."""
    columns = {name: typed[name] for name in FIELDS if typed[name]}
    words = {
        word.strip(): status
        for name, status in STATUS_WORDS.items()
        for word in typed[name].split(",")
        if word.strip()
    }
    return Mapped(columns, words).text


def _choice(name: str, title: str, said: str, known: Mapping[str, str], seen: str) -> Field:
    """One of the known values, or what is seen in the file."""
    unsaid = _("as seen: {value}").format(value=seen) if seen else _("as seen")
    return Field(name, title, initial=said, choices=(("", unsaid), *known.items()))
