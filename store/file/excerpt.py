"""What of a tracker the first screen shows: enough to work out today's work, and no more.

It is kept in dossiers, one JSON object a line; what the rules make of those on a day is what they
make of the whole. Notes, addresses and private reasons stay out.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice

import msgspec

from store.records.dossier import Dossier
from store.records.dossiers import Dossiers
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.late_table import LateTable
from store.records.lead import Lead
from store.records.outline import outline_of_dossiers
from store.records.quote import Outcome, Quote
from store.records.snapshot import Snapshot
from store.records.words import Kind

_LEAD = ("id", "name", "sector", "recontact_on")
_QUOTE = (
    *("id", "ref", "lead_id", "title", "amount", "currency", "asked_on", "send_by", "sent_on"),
    *("validity_days", "valid_until", "status", "cadence", "limit", "snoozed_until", "urgent"),
    *("outcome", "decision_expected", "sourcing_only", "lowest_price", "incumbent", "call_at"),
    "seq",
)
_OUTCOME = ("on", "before")
_CONTACT = (
    *("id", "lead_id", "quote_id", "kind", "direction", "on", "channel", "outcome", "minutes"),
    *("answer_needed", "summary_sent"),
)
"""What the rules look at to group, count and order quotes, and what their rows show.

Whoever adds to these changes `index.FORMAT` too.
"""

BETWEEN = b",\n"
"""What parts lines; none of them has a line break in it."""

_DECODER = msgspec.json.Decoder(list[Dossier])
_OF_LEAD = re.compile(rb'\{"lead":\{"id":(\d+)')


class Excerpt(msgspec.Struct, frozen=True):
    """One line for each dossier, and from which day on they are all that today's work is made of.

    On an earlier day something that is left out would not have been closed yet.
    """

    text: bytes | memoryview
    complete_from: date

    @staticmethod
    def of(lines: Iterable[bytes], complete_from: date) -> "Excerpt":
        """The excerpt with these lines, as one JSON text."""
        return Excerpt(b"[%b]" % BETWEEN.join(lines), complete_from)

    @property
    def lines(self) -> Sequence[bytes]:
        """Each dossier's line."""
        inside = bytes(self.text[1:-1])
        return inside.split(BETWEEN) if inside else ()


def excerpt_of(snapshot: Snapshot, day: date) -> Excerpt:
    """The excerpt of the snapshot; what is closed by that day may be left out."""
    dossiers = snapshot.dossiers
    wanted = {*dossiers.open_on(day), *dossiers.outline.resting, *_first(snapshot)}
    kept = [dossiers[lead_id] for lead_id in dossiers if lead_id in wanted]
    ends = [closed for closed in dossiers.outline.closed_on.values() if closed <= day]
    ends += (end for dossier in kept for end in _ends(dossier, day))
    lines = (_line(dossier, day) for dossier in kept)
    return Excerpt.of(lines, max(ends, default=date.min))


def updated(excerpt: Excerpt, snapshot: Snapshot, changed: Iterable[int], day: date) -> Excerpt:
    """The excerpt after the records of the leads with these ids changed; `day` as above."""
    lines = {lead_of(line): line for line in excerpt.lines}
    ends = [excerpt.complete_from]
    for lead_id in {*changed, *_first(snapshot)}:
        lines.pop(lead_id, None)
        dossier = snapshot.dossiers.get(lead_id)
        if dossier is not None:
            ends += _ends(dossier, day)
            if _is_kept(snapshot, dossier, day):
                lines[lead_id] = _line(dossier, day)
    return Excerpt.of(lines.values(), max(ends))


def lead_of(line: bytes) -> int:
    """The id of the lead whose dossier is on the line; raises `ValueError`."""
    match = _OF_LEAD.match(line)
    if match is None:
        raise ValueError("a line without a lead")
    return int(match[1])


def read_dossiers(
    text: bytes | memoryview, incidents: Mapping[int, Incident] | None = None
) -> Snapshot:
    """The dossiers in the text of an excerpt, and the incidents, as a snapshot.

    Raises `msgspec.MsgspecError`.
    """
    made = {each.lead.id: each for each in _DECODER.decode(text)}
    dossiers = made.values()
    leads = LateTable(lambda: {each.lead.id: each.lead for each in dossiers})
    quotes = LateTable(lambda: {quote.id: quote for each in dossiers for quote in each.quotes})
    contacts = LateTable(lambda: {one.id: one for each in dossiers for one in each.contacts})
    joined = Dossiers(leads, quotes, contacts, outline_of_dossiers(made), made)
    return Snapshot(leads, quotes, contacts, incidents, dossiers=joined)


def _first(snapshot: Snapshot) -> Iterator[int]:
    """The first lead there is: with it, only what is empty looks empty."""
    yield from islice(snapshot.dossiers, 1)


def _is_kept(snapshot: Snapshot, dossier: Dossier, day: date) -> bool:
    """Whether anything of the dossier is in the excerpt."""
    lead = dossier.lead
    if lead.recontact_on is not None or lead.id in _first(snapshot):
        return True
    return any(is_wanted(quote, day) for quote in dossier.quotes)


def is_wanted(quote: Quote, day: date) -> bool:
    """Whether the quote may be open on the day or later."""
    ends_on = quote.outcome.on if quote.outcome else None
    return quote.status.is_open or (ends_on is not None and ends_on > day)


def _ends(dossier: Dossier, day: date) -> Iterator[date]:
    """The days on which those quotes were closed that may be left out."""
    for quote in dossier.quotes:
        if quote.outcome and quote.outcome.on and not is_wanted(quote, day):
            yield quote.outcome.on


def _line(dossier: Dossier, day: date) -> bytes:
    """What is wanted of the dossier, and what may have ended a rest: all that is of later days."""
    rest = dossier.lead.recontact_on or date.max
    wanted = {quote.id for quote in dossier.quotes if is_wanted(quote, day)}
    quotes = (
        quote
        for quote in dossier.quotes
        if quote.id in wanted or any(on and on >= rest for on in (quote.asked_on, quote.sent_on))
    )
    return msgspec.json.encode(
        {
            "lead": _shown(dossier.lead, _LEAD),
            "quotes": [_shown(quote, _QUOTE) for quote in quotes],
            "contacts": [_shown(each, _CONTACT) for each in _contacts(dossier, wanted, rest)],
        }
    )


def _contacts(dossier: Dossier, wanted: Container[int], rest: date) -> Iterator[FollowUp]:
    """Those about wanted quotes or since the rest, and every reply that sets a count back.

    That is a reply about whichever quote, with a contact about a wanted one before it.
    """
    may_count = False
    for contact in dossier.contacts:
        is_wanted = contact.quote_id in wanted
        may_count = may_count or is_wanted
        sets_back = may_count and contact.kind is Kind.REPLY
        if is_wanted or sets_back or (contact.on and contact.on >= rest):
            yield contact


def _shown(record: Lead | Quote | FollowUp | Outcome, names: Iterable[str]) -> Mapping[str, object]:
    """Those fields of the record that are not as they would be anyway."""
    usual = _usual(type(record))
    shown: dict[str, object] = {}
    for name in names:
        value = getattr(record, name)
        if name == "id" or name not in usual or value != usual[name]:
            shown[name] = _shown(value, _OUTCOME) if isinstance(value, Outcome) else value
    return shown


@cache
def _usual(kind: type[Lead | Quote | FollowUp | Outcome]) -> Mapping[str, object]:
    """The fields' defaults."""
    fields = msgspec.structs.fields(kind)
    return {field.name: field.default for field in fields if not field.required}
