"""The forms about contacts: a follow-up, a reply, a correction."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rich.text import Text

from store.changes.contacts import AmendContact, LogContact
from store.changes.field_reading import Reading, read_values
from store.changes.fields import CONTACT_FIELDS
from store.errors import InvalidValue
from store.records.follow_up import FollowUp
from store.records.words import CallOutcome, Channel, Direction, Kind
from store.rules.counting import LimitState, limit_state
from store.rules.owing import unanswered_reply
from store.rules.pursuit import disturbed_on
from store.rules.standing import Standing
from tui.forms.spec import FormSpec, Typed, changed, choice_field, field_text, read_field
from tui.language import _
from tui.palette import Palette
from tui.safe_text import shown
from tui.views.quote_views import lead_name
from tui.widgets.field_line import Field
from tui.wording.days import distance, short_day


def follow_up_form(standing: Standing, reading: Reading, palette: Palette) -> FormSpec:
    """Logging the usual follow-up: Enter saves an e-mail of today."""
    fields = (
        *_common_fields(reading, _own_channel(standing)),
        choice_field("kind", (Kind.FOLLOW_UP, Kind.ANSWER, Kind.MEETING), "", none=_("as usual")),
    )

    def remarks(typed: Typed) -> Sequence[Text]:
        return _remarks(standing, typed, reading, palette)

    return FormSpec(
        _("Follow-up · {quote}").format(quote=quote_name(standing)),
        fields,
        lambda typed: LogContact(**_logged(standing, typed, reading)),
        remarks,
    )


def reply_form(standing: Standing, reading: Reading) -> FormSpec:
    """Logging what the lead sent back; it sets the count back."""
    answer = choice_field("answer_needed", ("yes", "no"), "yes", title=_("I owe an answer"))
    fields = (*(field for field in _common_fields(reading) if field.name != "outcome"), answer)

    def command(typed: Typed) -> LogContact:
        return LogContact(**_logged(standing, typed, reading) | {"kind": Kind.REPLY})

    return FormSpec(_("Reply · {quote}").format(quote=quote_name(standing)), fields, command)


def contact_form(contact: FollowUp, name: str, reading: Reading) -> FormSpec:
    """Correcting a contact; `name` says with whom it was and about what."""
    fields = (
        _text_field("on", contact, reading, hint=_("empty: day unknown")),
        _text_field("time", contact, reading),
        choice_field("kind", tuple(Kind), contact.kind),
        choice_field("direction", tuple(Direction), contact.direction),
        choice_field("channel", tuple(Channel), contact.channel),
        choice_field("outcome", tuple(CallOutcome), contact.outcome or "", none=_("none")),
        _text_field("minutes", contact, reading),
        _text_field("note", contact, reading),
    )

    def command(typed: Typed) -> AmendContact:
        values = read_values(CONTACT_FIELDS, changed(typed, fields), reading)
        return AmendContact(contact_id=contact.id, values=values)

    return FormSpec(_("Correct a contact · {lead}").format(lead=name), fields, command)


def quote_name(standing: Standing) -> str:
    """The lead, the title and the ref, for the title of a form."""
    quote = standing.quote
    return f"{lead_name(standing.lead)} · {shown(quote.title)} · {shown(quote.ref)}"


def _own_channel(standing: Standing) -> Channel:
    """The channel of the lead's platform, which wants contact to stay on it (PRACTICES F1)."""
    known = standing.lead.platform and standing.rulebook.settings.platform_named(
        standing.lead.platform
    )
    return Channel.PLATFORM if known else Channel.EMAIL


def _common_fields(reading: Reading, channel: Channel = Channel.EMAIL) -> tuple[Field, ...]:
    return (
        read_field(
            "on",
            CONTACT_FIELDS["on"],
            reading,
            initial=reading.today.isoformat(),
            hint=_("empty: day unknown"),
        ),
        choice_field("channel", tuple(Channel), channel),
        choice_field("outcome", tuple(CallOutcome), "", none=_("none")),
        read_field("minutes", CONTACT_FIELDS["minutes"], reading),
        read_field("note", CONTACT_FIELDS["note"], reading),
    )


def _text_field(name: str, contact: FollowUp, reading: Reading, *, hint: str = "") -> Field:
    initial = field_text(getattr(contact, name))
    return read_field(name, CONTACT_FIELDS[name], reading, initial=initial, hint=hint)


def _logged(standing: Standing, typed: Typed, reading: Reading) -> dict[str, Any]:
    """The contact's fields as `LogContact` takes them."""
    given = {name: text for name, text in typed.items() if text or name == "on"}
    values: Mapping[str, Any] = read_values(CONTACT_FIELDS, given, reading)
    at = values.get("time")
    named = {name: value for name, value in values.items() if name != "time"}
    return {"quote_id": standing.quote.id, "at": at, **named}


def _remarks(
    standing: Standing, typed: Typed, reading: Reading, palette: Palette
) -> Sequence[Text]:
    """What to know before saving; the limit and the three days only warn."""
    if typed["kind"] in ("", Kind.ANSWER) and (reply := unanswered_reply(standing.contacts)):
        day = short_day(reply.on, reading.today) if reply.on else _("an unknown day")
        return [Text(_("Answers the reply of {day}: it does not count.").format(day=day))]
    if typed["kind"] not in ("", Kind.FOLLOW_UP):
        return ()
    remarks = [*_ahead(typed, reading, palette), _count_remark(standing, palette)]
    if rested := _too_soon(standing, reading.today):
        remarks.append(Text(rested, palette.warning))
    return remarks


def _ahead(typed: Typed, reading: Reading, palette: Palette) -> Sequence[Text]:
    """That a day lies after today, where it does and can be read."""
    try:
        on = CONTACT_FIELDS["on"]("on", typed["on"], reading)["on"]
    except InvalidValue:
        return ()
    if not isinstance(on, date) or on <= reading.today:
        return ()
    return [Text(_("After today: it counts from that day on."), palette.warning)]


def _count_remark(standing: Standing, palette: Palette) -> Text:
    count = standing.tally.count + 1
    state = limit_state(count, standing.limit)
    if state is LimitState.EXCEEDED:
        words = _("This makes {count}, past the limit of {limit}: better decide.")
    else:
        words = _("This makes {count} of {limit} follow-ups since the last reply.")
    style = palette.limit(state)
    return Text(words.format(count=count, limit=standing.limit), style)


def _too_soon(standing: Standing, today: date) -> str:
    before = disturbed_on(standing.dossier, today)
    if before is None:
        return ""
    words = _("Last contact {when}; nobody likes to be chased twice in three days.")
    return words.format(when=distance(before, today))
