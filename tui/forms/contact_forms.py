"""The forms about contacts: a follow-up, a reply, a correction."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from store.changes.contacts import AmendContact, LogContact
from store.changes.field_reading import Reading, read_values
from store.changes.fields import CONTACT_FIELDS
from store.records.follow_up import FollowUp
from store.records.words import CallOutcome, Channel, Direction, Kind
from store.rules.calls import is_call
from store.rules.platforms import own_platform
from store.rules.standing import Standing
from tui.forms.contact_remarks import follow_up_remarks, reply_remarks
from tui.forms.spec import FormSpec, Typed, changed, choice_field, field_text, read_field
from tui.language import _
from tui.palette import Palette
from tui.safe_text import shown
from tui.views.quote_views import lead_name
from tui.widgets.field_line import Field


def follow_up_form(
    standing: Standing,
    reading: Reading,
    palette: Palette,
    *,
    channel: Channel | None = None,
    kind: Kind | None = None,
) -> FormSpec:
    """Logging the usual follow-up: Enter saves an e-mail of today.

    `channel` and `kind` are what the form begins with, for one that was prepared.
    """
    kinds = (Kind.FOLLOW_UP, Kind.ANSWER, Kind.MEETING)
    fields = (
        *_common_fields(reading, channel or own_channel(standing)),
        choice_field("kind", kinds, kind or "", none=_("as usual")),
    )

    def remarks(typed: Typed) -> Sequence[Text]:
        return follow_up_remarks(standing, typed, reading, palette)

    return FormSpec(
        _("Follow-up · {quote}").format(quote=quote_name(standing)),
        fields,
        lambda typed: LogContact(**_logged(standing, typed, reading)),
        remarks,
    )


def reply_form(standing: Standing, reading: Reading, palette: Palette) -> FormSpec:
    """Logging what the lead sent back; a reply sets the count back, a change asked for does not."""
    answer = choice_field("answer_needed", ("yes", "no"), "yes", title=_("I owe an answer"))
    kind = choice_field("kind", (Kind.REPLY, Kind.CHANGE_REQUEST), Kind.REPLY)
    common = (field for field in _common_fields(reading) if field.name != "outcome")
    fields = (*common, answer, kind)

    def remarks(typed: Typed) -> Sequence[Text]:
        return reply_remarks(standing, typed, reading, palette)

    return FormSpec(
        _("Reply · {quote}").format(quote=quote_name(standing)),
        fields,
        lambda typed: LogContact(**_logged(standing, typed, reading)),
        remarks,
    )


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
        *([_summary_field(contact)] if is_call(contact) else []),
        _text_field("note", contact, reading),
    )

    def command(typed: Typed) -> AmendContact:
        values = read_values(CONTACT_FIELDS, changed(typed, fields), reading)
        return AmendContact(contact_id=contact.id, values=values)

    return FormSpec(_("Correct a contact · {lead}").format(lead=name), fields, command)


def _summary_field(call: FollowUp) -> Field:
    """Whether the written summary of a call went out (PRACTICES E3)."""
    return choice_field("summary_sent", ("no", "yes"), "yes" if call.summary_sent else "no")


def quote_name(standing: Standing) -> str:
    """The lead, the title and the ref, for the title of a form."""
    quote = standing.quote
    return f"{lead_name(standing.lead)} · {shown(quote.title)} · {shown(quote.ref)}"


def own_channel(standing: Standing) -> Channel:
    """The channel of the lead's platform, which wants contact to stay on it (PRACTICES F1)."""
    known = own_platform(standing.lead, standing.rulebook.settings)
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
