"""The forms of the four ways of saying no; each asks only what its way needs (PRACTICES H)."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from store.changes.closing import CloseQuote
from store.changes.command import Command
from store.changes.field_reading import Reading, line, read_values
from store.changes.fields import LEAD_FIELDS, QUOTE_FIELDS
from store.changes.quotes import EditQuote
from store.changes.refusing import RefuseQuote
from store.records.day_reading import read_day
from store.records.practice_words import DeclineReason
from store.records.quote import Quote
from store.records.text import read_line
from store.records.words import RefusalMode, Status
from store.rules.standing import Standing
from tui.forms.contact_forms import quote_name
from tui.forms.spec import FormSpec, Typed, changed, choice_field, read_field
from tui.language import _
from tui.widgets.field_line import Field
from tui.wording.amounts import plain_amount
from tui.wording.refusal_words import way_title

_OTHER = "other"
_OTHER_REASON = "other_reason"
_COUNTED_AS = (*DeclineReason, _OTHER)
"""What a refusal is counted as, which is not what the lead is told."""
_NOTED = ("stated_reason", "private_reason", "recontact_on")
"""What a refusal may note beside its closing; only what was changed in the form is."""


def refusal_form(
    standing: Standing, mode: RefusalMode, reading: Reading, quotes: Iterable[Quote]
) -> FormSpec:
    """The form of one way; `quotes` are all there are, for the names of colleagues."""
    match mode:
        case RefusalMode.BOUNDED:
            fields, command = _bounded(standing.quote, reading)
        case RefusalMode.DETERRENT:
            fields, command = _deterrent(standing.quote, reading)
        case _:
            fields, command = _declined(standing, mode, reading, quotes)
    title = f"{way_title(mode)} · {quote_name(standing)}"
    return FormSpec(title, fields, command)


_Form = tuple[tuple[Field, ...], Callable[[Typed], Command]]


def _declined(
    standing: Standing, mode: RefusalMode, reading: Reading, quotes: Iterable[Quote]
) -> _Form:
    """For lack of time, or to somebody better placed."""
    referral = mode is RefusalMode.REFERRAL
    colleagues = tuple(sorted({each.referred_to for each in quotes if each.referred_to}))
    quote, lead = standing.quote, standing.lead
    fields = (
        *((_field("referred_to", reading, quote.referred_to, colleagues),) if referral else ()),
        choice_field("reason", _COUNTED_AS, "", title=_("Counted as"), none=_("none")),
        replace(
            read_field(_OTHER_REASON, line, reading, hint=_("optional"), title=_("In words")),
            only_with=("reason", _OTHER),
        ),
        _field("stated_reason", reading, quote.stated_reason),
        _field("private_reason", reading, quote.private_reason),
        read_field(
            "recontact_on",
            LEAD_FIELDS["recontact_on"],
            reading,
            initial=lead.recontact_on.isoformat() if lead.recontact_on else "",
            hint=_("the lead comes back on that day: +3m, 1/9/2026…"),
        ),
        _day(reading),
    )

    def command(typed: Typed) -> RefuseQuote:
        differing = changed(typed, fields)
        given = {name: differing[name] for name in _NOTED if name in differing}
        noted = read_values({**QUOTE_FIELDS, **LEAD_FIELDS}, given, reading)
        return RefuseQuote(
            quote_id=quote.id,
            mode=mode,
            on=read_day("on", typed["on"], reading.today),
            reason=_reason(typed),
            referred_to=read_line("referred_to", typed.get("referred_to", "")),
            **noted,  # type: ignore[arg-type]
        )

    return fields, command


def _reason(typed: Typed) -> str:
    """What the statistics count: a code, or words of one's own (PRACTICES H7)."""
    if typed["reason"] == _OTHER:
        return read_line("reason", typed[_OTHER_REASON])
    return typed["reason"]


def _bounded(quote: Quote, reading: Reading) -> _Form:
    """Yes, within strict bounds: won where it was sent, else an offer made so (PRACTICES H3)."""
    if quote.status is Status.DRAFT:
        return (_field("notes", reading, quote.notes, title=_("The bounds")),), _edited(
            quote, RefusalMode.BOUNDED, reading
        )

    def command(typed: Typed) -> CloseQuote:
        day = read_day("on", typed["on"], reading.today)
        reason = read_line("reason", typed["reason"])
        return CloseQuote(
            quote_id=quote.id, status=Status.WON, on=day, mode=RefusalMode.BOUNDED, reason=reason
        )

    return (Field("reason", _("The bounds"), hint=_("optional")), _day(reading)), command


def _deterrent(quote: Quote, reading: Reading) -> _Form:
    """An offer made to be refused: at a price that would make up for it (PRACTICES H2)."""
    known = plain_amount(quote.amount, quote.currency)
    amount = _field("amount", reading, known, required=True)
    return (amount,), _edited(quote, RefusalMode.DETERRENT, reading)


def _edited(quote: Quote, mode: RefusalMode, reading: Reading) -> Callable[[Typed], Command]:
    def command(typed: Typed) -> EditQuote:
        values = read_values(QUOTE_FIELDS, typed, reading)
        return EditQuote(quote_id=quote.id, values={**values, "mode": mode})

    return command


def _day(reading: Reading) -> Field:
    today = reading.today.isoformat()
    return read_field("on", QUOTE_FIELDS["sent_on"], reading, initial=today, required=True)


def _field(
    name: str,
    reading: Reading,
    initial: str,
    options: tuple[str, ...] = (),
    *,
    required: bool = False,
    title: str = "",
) -> Field:
    return read_field(
        name,
        QUOTE_FIELDS[name],
        reading,
        initial=initial,
        options=options,
        required=required or name == "referred_to",
        title=title,
    )
