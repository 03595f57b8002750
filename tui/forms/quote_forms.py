"""The forms about quotes: new, edit, send, snooze, close."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec.structs import asdict
from rich.text import Text

from store.changes.closing import CloseQuote
from store.changes.field_reading import Reading, read_values
from store.changes.fields import QUOTE_FIELDS
from store.changes.quotes import AddQuote, EditQuote, SendQuote, SnoozeQuote
from store.errors import InvalidValue, NotFound, TrackerError
from store.records.day_reading import read_day
from store.records.snapshot import Snapshot
from store.records.text import read_line
from store.records.words import Status
from store.rules.board import Board
from store.rules.standing import Standing
from store.rules.urgency import serial_urgent
from tui.forms.contact_forms import quote_name
from tui.forms.spec import (
    FormSpec,
    Typed,
    changed,
    field_text,
    read_field,
    worded,
)
from tui.language import _
from tui.palette import Palette
from tui.safe_text import shown
from tui.widgets.field_line import Field
from tui.wording.advice import advice_text
from tui.wording.amounts import plain_amount
from tui.wording.closing_words import closed_before_sending
from tui.wording.days import long_day, short_day, understood_day
from tui.wording.labels import field_label, label

_EDITED = (
    "lead",
    "title",
    "amount",
    "ref",
    "asked_on",
    "send_by",
    "sent_on",
    "valid_until",
    "cadence",
    "limit",
    "decision_expected",
    "snoozed_until",
    "urgent",
    "notes",
)
"""What the form shows of a quote; sending and closing have commands of their own."""

_A_LONG_SNOOZE = timedelta(weeks=2)
"""How far the day lies that the snooze form gives as an example."""


def new_quote_form(board: Board, reading: Reading, palette: Palette, *, draft: bool) -> FormSpec:
    """Four questions; everything else can wait."""
    snapshot = board.snapshot
    last = "send_by" if draft else "deadline"
    fields = (
        _lead_field(snapshot, reading),
        _field("title", reading, required=True, options=_titles(snapshot)),
        _field("amount", reading, required=True, hint="1 200,50 €"),
        _field(last, reading, hint=_("optional") if draft else _usual_deadline(reading)),
    )

    def command(typed: Typed) -> AddQuote:
        values = read_values(QUOTE_FIELDS, typed, reading)
        sent_on = None if draft else reading.today
        return AddQuote(sent_on=sent_on, **values)  # type: ignore[arg-type]

    def remarks(typed: Typed) -> Sequence[Text]:
        return _urgencies(typed["lead"], board, palette)

    title = _("New draft") if draft else _("New quote, sent today")
    return FormSpec(title, fields, command, remarks)


def edit_quote_form(standing: Standing, snapshot: Snapshot, reading: Reading) -> FormSpec:
    """Every field of a quote; only what is changed is saved."""
    known = _texts(standing)
    names = [name for name in _EDITED if name != "sent_on" or standing.quote.is_pending]
    options = {
        "lead": _names(snapshot),
        "cadence": tuple(cadence.name for cadence in reading.settings.cadences),
        "urgent": (_("yes"), _("no")),
    }
    fields = tuple(
        _field(
            name,
            reading,
            initial=known[name],
            required=name in ("lead", "title", "amount", "ref"),
            options=options.get(name, ()),
            hint=_hint(name, standing, reading),
        )
        for name in names
    )

    def command(typed: Typed) -> EditQuote:
        values = read_values(QUOTE_FIELDS, changed(typed, fields), reading)
        return EditQuote(quote_id=standing.quote.id, values=values)

    return FormSpec(_("Edit · {quote}").format(quote=quote_name(standing)), fields, command)


def send_form(standing: Standing, reading: Reading) -> FormSpec:
    """A draft was sent."""
    day = _day_field("sent_on", reading, initial=reading.today.isoformat())

    def command(typed: Typed) -> SendQuote:
        return SendQuote(
            quote_id=standing.quote.id, on=read_day("sent_on", typed["sent_on"], reading.today)
        )

    return FormSpec(_("Sent · {quote}").format(quote=quote_name(standing)), (day,), command)


def snooze_form(standing: Standing, reading: Reading) -> FormSpec:
    """Hide a quote until a day."""
    snoozed = standing.quote.snoozed_until

    def until(typed: str) -> date | None:
        if not typed.strip():
            return None
        day = read_day("snoozed_until", typed, reading.today)
        if day <= reading.today:
            raise InvalidValue("snoozed_until", typed, "not_after_today", today=reading.today)
        return day

    def said(typed: str) -> str:
        day = until(typed)
        return understood_day(day, reading.today) if day else ""

    field = Field(
        "snoozed_until",
        field_label("snoozed_until"),
        initial=field_text(snoozed),
        check=lambda typed: worded(lambda: said(typed)),
        required=snoozed is None,
        hint=_("empty: no longer") if snoozed else _snooze_hint(standing, reading),
    )

    def command(typed: Typed) -> SnoozeQuote:
        return SnoozeQuote(quote_id=standing.quote.id, until=until(typed["snoozed_until"]))

    return FormSpec(_("Snooze · {quote}").format(quote=quote_name(standing)), (field,), command)


def _snooze_hint(standing: Standing, reading: Reading) -> str:
    """Ways of saying a day; the one in words is a working day some weeks ahead."""
    working_days = standing.rulebook.working_days
    day = working_days.roll_forward(reading.today + _A_LONG_SNOOZE)
    return _("+3d, friday or {day}").format(day=short_day(day, reading.today))


def close_form(standing: Standing, status: Status, reading: Reading) -> FormSpec:
    """How a quote ended; our own refusal has forms of its own."""
    fields = (
        _day_field("on", reading, initial=reading.today.isoformat()),
        Field("reason", field_label("reason"), hint=_("optional")),
    )

    def command(typed: Typed) -> CloseQuote:
        return CloseQuote(
            quote_id=standing.quote.id,
            status=status,
            on=read_day("on", typed["on"], reading.today),
            reason=read_line("reason", typed["reason"]),
        )

    def remarks(typed: Typed) -> Sequence[Text]:
        try:
            text = closed_before_sending(standing.quote, read_day("on", typed["on"], reading.today))
        except InvalidValue:
            return ()
        return [Text(text)] if text else ()

    heading = _("Close as {status} · {quote}").format(
        status=label(status), quote=quote_name(standing)
    )
    return FormSpec(heading, fields, command, remarks)


def _field(
    name: str,
    reading: Reading,
    *,
    initial: str = "",
    required: bool = False,
    hint: str = "",
    options: tuple[str, ...] = (),
) -> Field:
    return read_field(
        name,
        QUOTE_FIELDS[name],
        reading,
        initial=initial,
        required=required,
        hint=hint,
        options=options,
    )


def _day_field(name: str, reading: Reading, *, initial: str = "", hint: str = "") -> Field:
    reader = QUOTE_FIELDS["sent_on"]
    return read_field(name, reader, reading, initial=initial, hint=hint, required=True)


def _texts(standing: Standing) -> Mapping[str, str]:
    quote = standing.quote
    texts = {name: field_text(value) for name, value in asdict(quote).items()}
    amount = plain_amount(quote.amount, quote.currency)
    deadline = field_text(standing.valid_until)
    return texts | {"lead": standing.lead.name, "amount": amount, "valid_until": deadline}


def _hint(name: str, standing: Standing, reading: Reading) -> str:
    usual = {
        "cadence": reading.settings.cadence,
        "limit": str(standing.rulebook.usual_limit(standing.quote, standing.lead)),
    }
    return usual.get(name, "")


def _lead_field(snapshot: Snapshot, reading: Reading, initial: str = "") -> Field:
    """Says whether the lead is known: a new one has a count of its own."""
    reader = QUOTE_FIELDS["lead"]

    def known(typed: str) -> str:
        reader("lead", typed, reading)
        try:
            return shown(snapshot.lead_named(typed).name)
        except NotFound:
            return _("new lead")

    return Field(
        "lead",
        field_label("lead"),
        initial=initial,
        check=lambda typed: worded(lambda: known(typed)),
        options=_names(snapshot),
        required=True,
    )


def _urgencies(typed: str, board: Board, palette: Palette) -> Sequence[Text]:
    """That the lead's urgent requests come to nothing, where they do (PRACTICES C5)."""
    try:
        lead = board.snapshot.lead_named(typed)
    except TrackerError:
        return ()
    advice = serial_urgent(board.lead(lead.id))
    return [Text(advice_text(advice), palette.warning)] if advice else ()


def _usual_deadline(reading: Reading) -> str:
    days = reading.settings.validity_days
    day = long_day(reading.today + timedelta(days=days))
    return _("in {days} days: {day}").format(days=days, day=day)


def _names(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(sorted(lead.name for lead in snapshot.leads.values()))


def _titles(snapshot: Snapshot) -> tuple[str, ...]:
    titles: Sequence[str] = sorted({quote.title for quote in snapshot.quotes.values()})
    return tuple(titles)
