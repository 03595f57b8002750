"""What a change did, as one line: for the command line, the app's messages and the history."""

from collections.abc import Iterator, Mapping
from datetime import date

from store.records.edit import Edit
from store.records.follow_up import FollowUp
from store.records.words import Status
from store.rules.channels import meet_first
from store.rules.counting import LimitState
from store.rules.standing import Standing
from tui.language import N_, _, ngettext
from tui.safe_text import shown
from tui.wording.change_counts import counts_in_words
from tui.wording.days import long_day, understood_day
from tui.wording.labels import label
from tui.wording.owing import owed_step_text

_CODES = ("status", "was", "kind", "channel", "field")
"""Facts that are codes, which have labels."""

_LONGEST_VALUE = 60

_MOST_FIELDS = 3
"""As many fields are named where the words are read in passing."""

SENTENCES: Mapping[str, str] = {
    "added": N_("{subject} added"),
    "sent": N_("{subject} sent on {on}"),
    "snoozed": N_("{subject} snoozed until {until}"),
    "woken": N_("{subject} is no longer snoozed"),
    "edited": N_("{subject}: {fields} changed"),
    "deleted_quote": N_("{subject} deleted with {contacts}"),
    "closed": N_("{subject} closed as {status}"),
    "reopened": N_("{subject} reopened: {was} before, {status} now"),
    "superseded": N_("{subject} superseded by the draft {draft}: revise its terms and send it"),
    "logged": N_("{subject}: {kind} by {channel} logged, {on}"),
    "amended": N_("{subject}: {kind} of {on} corrected ({fields})"),
    "deleted_contact": N_("{subject}: {kind} of {on} deleted"),
    "edited_lead": N_("{subject}: {fields} changed"),
    "triaged": N_("{subject}: {fields} noted"),
    "merged_leads": N_("{subject} merged into {into}: {moved}"),
    "deleted_lead": N_("{subject} deleted with {quotes}"),
    "incident_contact": N_("{subject}: ban for contact noted, {on}"),
    "incident_complaint": N_("{subject}: complaint noted, {on}"),
    "incident_other": N_("{subject}: incident noted, {on}"),
    "imported": N_("{subject} imported: {quotes}, {new_leads}, {contacts}"),
    "imported_records": N_(
        "{subject} imported: {leads}, {quotes}, {contacts} and {incidents} added, {records}"
    ),
    "imported_again": N_("{subject} imported: {quotes}, {changed}, {new_leads}, {contacts}"),
    "conflict": N_("{subject}: {field} changed on two machines; “{kept}” kept, “{lost}” lost"),
    "duplicate": N_("{subject}: {field} stood twice in the file; the second is kept as {kept}"),
}


def edit_text(edit: Edit) -> str:
    """What the change did."""
    return change_text(edit.code, edit.subject, edit.facts)


def edit_told(edit: Edit) -> str:
    """What the change did, to be read in passing: many fields are only counted."""
    fields = edit.facts.get("fields")
    if edit.code == "amended" and fields == ("summary_sent",) and _is_summed_up(edit):
        return _("{subject}: summary of the call sent").format(subject=shown(edit.subject))
    if not isinstance(fields, tuple) or len(fields) <= _MOST_FIELDS:
        return edit_text(edit)
    counted = ngettext("{n} field", "{n} fields", len(fields)).format(n=len(fields))
    return change_text(edit.code, edit.subject, {**edit.facts, "fields": counted})


def _is_summed_up(edit: Edit) -> bool:
    return any(isinstance(put, FollowUp) and put.summary_sent for put in edit.puts)


def change_text(code: str, subject: str, facts: Mapping[str, object]) -> str:
    """What a change did; days may be text, as the history has them."""
    words = {name: _fact_text(name, fact) for name, fact in facts.items()}
    words |= counts_in_words(facts)
    return _(SENTENCES[code]).format(subject=shown(subject), **words)


def next_step_text(standing: Standing) -> str:
    """What comes next for a quote: what is owed, or when to follow up and what else is planned."""
    if not standing.quote.status.is_open:
        return _("nothing left to do")
    first = owed_step_text(standing.owed) or _follow_up_text(standing)
    return _("; ").join([first, *_planned(standing)])


def _follow_up_text(standing: Standing) -> str:
    """When to send the draft or to follow up, or why not."""
    if standing.quote.status is Status.DRAFT:
        return _send_text(standing)
    if standing.next_on is not None:
        return _("next: {day}").format(day=understood_day(standing.next_on, standing.today))
    if standing.limit_state is not LimitState.UNDER:
        return _("next: decide ({count}/{limit} follow-ups)").format(
            count=standing.tally.count, limit=standing.limit
        )
    return _("next: decide (expired)") if standing.is_expired else _("next: no step left")


def _planned(standing: Standing) -> Iterator[str]:
    """The meeting before on-site work (PRACTICES E6), and an agreed call (E10)."""
    if meet_first(standing) is not None:
        yield _("meet them before the work")
    call_at = standing.quote.call_at
    if call_at is not None and call_at.date() > standing.today:
        day = understood_day(call_at.date(), standing.today, call_at.time())
        yield _("call on {day}").format(day=day)


def _send_text(draft: Standing) -> str:
    by = draft.quote.send_by
    if by is None:
        return _("next: send it")
    return _("next: send it by {day}").format(day=understood_day(by, draft.today))


def _fact_text(name: str, fact: object) -> str:
    if isinstance(fact, tuple | list):
        return ", ".join(label(str(part)) for part in fact)
    if name in ("kept", "lost"):
        return _value_text(fact)
    if name in ("on", "until"):
        return _day_text(fact)
    return shown(label(str(fact)) if name in _CODES else str(fact))


def _value_text(fact: object) -> str:
    """A value as it stood in the file, cut where it is long."""
    text = "" if fact is None else shown(str(fact))
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"


def _day_text(fact: object) -> str:
    if fact is None:
        return _("day unknown")
    return long_day(fact if isinstance(fact, date) else date.fromisoformat(str(fact)))
