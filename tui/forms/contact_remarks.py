"""What a form about a contact says before it is saved; it only informs."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from store.changes.field_reading import Reading
from store.changes.fields import CONTACT_FIELDS
from store.errors import InvalidValue
from store.records.follow_up import FollowUp
from store.records.words import CallOutcome, Channel, Kind
from store.rules.calls import is_call, is_held
from store.rules.channels import about_a_call
from store.rules.counting import LimitState, limit_state
from store.rules.owing import unanswered_reply
from store.rules.pursuit import disturbed_on, haggling_signal
from store.rules.standing import Standing
from tui.forms.spec import Typed
from tui.language import _
from tui.palette import Palette
from tui.wording.advice import advice_text
from tui.wording.days import distance, short_day
from tui.wording.owing import answered_text


def follow_up_remarks(
    standing: Standing, typed: Typed, reading: Reading, palette: Palette
) -> Sequence[Text]:
    """What a follow-up would mean for the count, then what a call would mean."""
    kind = Kind(typed["kind"] or Kind.FOLLOW_UP)
    return [
        *_chase_remarks(standing, typed, reading, palette),
        *_call_remarks(standing, _typed_contact(standing, kind, typed, reading), palette),
    ]


def reply_remarks(
    standing: Standing, typed: Typed, reading: Reading, palette: Palette
) -> Sequence[Text]:
    """What a reply by phone means."""
    contact = _typed_contact(standing, Kind(typed["kind"]), typed, reading)
    return [*_call_remarks(standing, contact, palette)]


def _call_remarks(standing: Standing, contact: FollowUp, palette: Palette) -> Iterator[Text]:
    """Whether the call is earned, and whether it has to be summed up (PRACTICES B3, E3, E5, E7)."""
    if not is_call(contact):
        return
    haggling = haggling_signal(standing.of_lead) if contact.kind is Kind.FOLLOW_UP else None
    for advice in (*about_a_call(standing), *((haggling,) if haggling else ())):
        yield Text(advice_text(advice), palette.warning)
    if is_held(contact) and contact.answer_needed:
        yield Text(_("You will owe a written summary; S ticks it."))


def _typed_contact(standing: Standing, kind: Kind, typed: Typed, reading: Reading) -> FollowUp:
    """The contact as far as it can be read yet."""
    quote = standing.quote
    outcome = typed.get("outcome")
    return FollowUp(
        lead_id=quote.lead_id,
        quote_id=quote.id,
        kind=kind,
        channel=Channel(typed["channel"]),
        outcome=CallOutcome(outcome) if outcome else None,
        minutes=_minutes(typed["minutes"], reading),
        answer_needed=typed.get("answer_needed", "yes") == "yes",
    )


def _minutes(typed: str, reading: Reading) -> int | None:
    try:
        minutes = CONTACT_FIELDS["minutes"]("minutes", typed, reading)["minutes"]
    except InvalidValue:
        return None
    return minutes if isinstance(minutes, int) else None


def _chase_remarks(
    standing: Standing, typed: Typed, reading: Reading, palette: Palette
) -> Sequence[Text]:
    """What it means for the count; the limit and the three days only warn."""
    if typed["kind"] in ("", Kind.ANSWER) and (reply := unanswered_reply(standing.contacts)):
        day = short_day(reply.on, reading.today) if reply.on else _("an unknown day")
        return [Text(_("Answers the reply of {day}: it does not count.").format(day=day))]
    if typed["kind"] not in ("", Kind.FOLLOW_UP):
        return ()
    remarks = [*_ahead(typed, reading, palette), _count_remark(standing, palette)]
    if typed["outcome"] == CallOutcome.ANSWERED:
        remarks.append(Text(answered_text(standing.quote.ref), palette.warning))
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
    if not standing.quote.is_pending:
        return Text(_("The quote is closed: a follow-up about it does not count."))
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
