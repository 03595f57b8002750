"""The words for importing records: what becomes of each, and of all of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from store.exchange.import_records import PlannedRecord, RecordVerdict
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Quote
from tui.language import N_, _, ngettext
from tui.safe_text import shown
from tui.wording.amounts import amount_text
from tui.wording.days import long_day
from tui.wording.labels import label

VERDICTS: Mapping[RecordVerdict, str] = {
    RecordVerdict.ADD: N_("add"),
    RecordVerdict.CHANGE: N_("change"),
    RecordVerdict.PRESENT: N_("there already"),
    RecordVerdict.OLDER: N_("newer here"),
    RecordVerdict.PROBLEM: N_("problem"),
}


def planned_text(planned: PlannedRecord) -> str:
    """`line 3: add lead Atelier Lumen`."""
    head = _("line {line}: {verdict}").format(
        line=planned.line, verdict=_(VERDICTS[planned.verdict])
    )
    return f"{head} {record_text(planned.record)}" if planned.record is not None else head


def record_text(record: Record) -> str:
    """The record in a few words."""
    match record:
        case Lead():
            return _("lead {name}").format(name=shown(record.name) or _("(no name)"))
        case Quote():
            amount = amount_text(record.amount, record.currency)
            return _("quote {ref} {title}, {amount}").format(
                ref=shown(record.ref), title=shown(record.title), amount=amount
            )
        case FollowUp():
            day = long_day(record.on) if record.on else _("day unknown")
            return _("{kind} of {day}").format(kind=label(record.kind), day=day)
        case Incident():
            return _("incident with {platform} of {day}").format(
                platform=shown(record.platform), day=long_day(record.on)
            )


def counts_text(planned: Sequence[PlannedRecord]) -> Sequence[str]:
    """How many records there are of each verdict; what there is none of is left out."""
    counts = Counter(each.verdict for each in planned)
    add, change = counts[RecordVerdict.ADD], counts[RecordVerdict.CHANGE]
    problems = counts[RecordVerdict.PROBLEM]
    older = counts[RecordVerdict.OLDER]
    texts = (
        (add, ngettext("{n} record to add", "{n} records to add", add)),
        (change, ngettext("{n} record to change", "{n} records to change", change)),
        (counts[RecordVerdict.PRESENT], _("{n} there already")),
        (older, _("{n} newer here, left as they are")),
        (problems, ngettext("{n} problem", "{n} problems", problems)),
    )
    return [text.format(n=number) for number, text in texts if number]
