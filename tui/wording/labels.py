"""The labels of the codes: what a status, a channel or a field is called on the screen."""

from collections.abc import Mapping

from store.records.practice_words import DeclineReason
from tui.language import N_, _

LABELS: Mapping[str, str] = {
    # status
    "draft": N_("draft"),
    "sent": N_("sent"),
    "won": N_("won"),
    "lost": N_("lost"),
    "declined": N_("declined"),
    "no_response": N_("no response"),
    "superseded": N_("superseded"),
    "expired": N_("expired"),
    "snoozed": N_("snoozed"),
    # group
    "owed": N_("owed"),
    "follow_up": N_("follow-up"),
    "to_send": N_("to send"),
    "decide": N_("decide"),
    "expiring": N_("expiring"),
    "later": N_("later"),
    # kind of a contact
    "reply": N_("reply"),
    "answer": N_("answer"),
    "meeting": N_("meeting"),
    "change_request": N_("change request"),
    # direction
    "in": N_("in"),
    "out": N_("out"),
    # channel
    "email": N_("e-mail"),
    "phone": N_("phone"),
    "sms": N_("SMS"),
    "platform": N_("platform"),
    "video": N_("video"),
    "letter": N_("letter"),
    "other": N_("other"),
    # outcome of an attempt
    "no_answer": N_("no answer"),
    "voicemail": N_("voicemail"),
    "answered": N_("answered"),
    # limit state
    "under": N_("under the limit"),
    "reached": N_("limit reached"),
    "exceeded": N_("past the limit"),
    # fields
    "lead": N_("lead"),
    "title": N_("title"),
    "amount": N_("amount"),
    "currency": N_("currency"),
    "ref": N_("ref"),
    "asked_on": N_("asked on"),
    "send_by": N_("send by"),
    "sent_on": N_("sent on"),
    "validity_days": N_("validity in days"),
    "valid_until": N_("deadline"),
    "deadline": N_("deadline"),
    "cadence": N_("cadence"),
    "limit": N_("limit"),
    "snoozed_until": N_("snoozed until"),
    "decision_expected": N_("decision expected"),
    "urgent": N_("urgent"),
    "notes": N_("notes"),
    "name": N_("name"),
    "sector": N_("sector"),
    "regular": N_("regular"),
    "source": N_("source"),
    "tags": N_("tags"),
    "flags": N_("flags"),
    "contacts": N_("people"),
    "contact": N_("person"),
    "on": N_("day"),
    "time": N_("time"),
    "kind": N_("kind"),
    "direction": N_("direction"),
    "channel": N_("channel"),
    "outcome": N_("outcome"),
    "minutes": N_("minutes"),
    "answer_needed": N_("answer needed"),
    "note": N_("note"),
    "reason": N_("reason"),
    "mode": N_("mode"),
    "status": N_("status"),
    "file": N_("file"),
    "output": N_("file"),
    "excel": N_("csv for a French Excel"),
    "since": N_("since"),
    "until": N_("until"),
    "record": N_("record"),
    "id": N_("id"),
    "seq": N_("number of recording"),
    "changed": N_("revision"),
    "today": N_("today"),
    # a choice
    "yes": N_("yes"),
    "no": N_("no"),
    # views
    "all": N_("all"),
    "pending": N_("pending"),
    "drafts": N_("drafts"),
    "closed": N_("closed"),
    # ways of refusing
    "no_time": N_("no time"),
    "bounded": N_("bounded"),
    "referral": N_("referral"),
    "deterrent": N_("deterrent"),
}


def label(code: str) -> str:
    """The code's label; the code itself where it is somebody's own word."""
    if code in LABELS:
        return _(LABELS[code])
    from tui.wording.practice_labels import PRACTICE_LABELS  # no list shows them

    return _(PRACTICE_LABELS[code]) if code in PRACTICE_LABELS else code


def reason_text(reason: str) -> str:
    """Why a quote was closed: the label of a code, or somebody's own words as they are."""
    return label(reason) if reason in list(DeclineReason) else reason


def field_label(name: str) -> str:
    """The label of a field, with a capital letter where the language has one."""
    text = label(name)
    return text[:1].upper() + text[1:]
