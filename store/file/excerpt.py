"""What of a tracker the first screen shows: enough to work out today's work, and no more.

It is kept in dossiers, one JSON object a line, in the order of the whole: what the rules make of
them on a day is then what they make of the whole. Notes, addresses and private reasons stay out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import dropwhile

import msgspec

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp
from store.records.lead import Lead
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

_DECODER = msgspec.json.Decoder(list[Dossier])
_OF_LEAD = re.compile(rb'\{"lead":\{"id":(\d+)')


class Excerpt(msgspec.Struct, frozen=True):
    """One line for each dossier, and from which day on they are all that today's work is made of.

    On an earlier day something that is left out would not have been closed yet.
    """

    lines: tuple[bytes, ...]
    complete_from: date


def excerpt_of(snapshot: Snapshot, day: date) -> Excerpt:
    """The excerpt of the snapshot; what is closed by that day may be left out."""
    open_leads = {quote.lead_id for quote in snapshot.quotes.values() if _is_wanted(quote, day)}
    resting = {lead.id for lead in snapshot.leads.values() if lead.recontact_on is not None}
    nameless = {*snapshot.dossiers} - {*snapshot.leads}
    wanted = {*open_leads, *resting, *nameless, *_first(snapshot)}
    kept = [lead_id for lead_id in snapshot.dossiers if lead_id in wanted]
    return Excerpt(
        tuple(_line(snapshot, lead_id, day) for lead_id in kept),
        max(_ends(snapshot.quotes.values(), day), default=date.min),
    )


def updated(excerpt: Excerpt, snapshot: Snapshot, changed: Iterable[int], day: date) -> Excerpt:
    """The excerpt after the records of the leads with these ids changed; `day` as above."""
    lines = {lead_of(line): line for line in excerpt.lines}
    ends = [excerpt.complete_from]
    for lead_id in {*changed, *_first(snapshot)}:
        lines.pop(lead_id, None)
        dossier = snapshot.dossiers.get(lead_id)
        if dossier is not None:
            ends += _ends(dossier.quotes, day)
            if _is_kept(snapshot, dossier, day):
                lines[lead_id] = _line(snapshot, lead_id, day)
    places = {lead_id: place for place, lead_id in enumerate(snapshot.leads)}
    in_order = sorted(lines, key=lambda lead_id: places.get(lead_id, len(places)))
    return Excerpt(tuple(lines[lead_id] for lead_id in in_order), max(ends))


def lead_of(line: bytes) -> int:
    """The id of the lead whose dossier is on the line; raises `ValueError`."""
    match = _OF_LEAD.match(line)
    if match is None:
        raise ValueError("a line without a lead")
    return int(match[1])


def read_dossiers(lines: bytes) -> Snapshot:
    """The dossiers on the lines, joined by commas, as a snapshot; raises `ValueError`."""
    dossiers = _DECODER.decode(b"[%b]" % lines)
    return Snapshot(
        {each.lead.id: each.lead for each in dossiers},
        {quote.id: quote for each in dossiers for quote in each.quotes},
        {contact.id: contact for each in dossiers for contact in each.contacts},
        dossiers={each.lead.id: each for each in dossiers},
    )


def _first(snapshot: Snapshot) -> Iterator[int]:
    """The first lead of the file: with it, only what is empty looks empty."""
    yield from [*snapshot.leads][:1]


def _is_wanted(quote: Quote, day: date) -> bool:
    """Whether the quote may be open on the day or later."""
    ends_on = quote.outcome.on if quote.outcome else None
    return quote.status.is_open or (ends_on is not None and ends_on > day)


def _ends(quotes: Iterable[Quote], day: date) -> Iterator[date]:
    """The days on which those were closed that may be left out."""
    for quote in quotes:
        if quote.outcome and quote.outcome.on and not _is_wanted(quote, day):
            yield quote.outcome.on


def _is_kept(snapshot: Snapshot, dossier: Dossier, day: date) -> bool:
    is_whole = _is_whole(snapshot, dossier.lead)
    return is_whole or any(_is_wanted(quote, day) for quote in dossier.quotes)


def _is_whole(snapshot: Snapshot, lead: Lead) -> bool:
    """Whether nothing of its dossier is left out.

    Whatever happened may end a lead's rest, and leads that are missing stand in the order of
    what is theirs.
    """
    is_first = next(iter(snapshot.leads), None) == lead.id
    return is_first or lead.recontact_on is not None or lead.id not in snapshot.leads


def _line(snapshot: Snapshot, lead_id: int, day: date) -> bytes:
    dossier = snapshot.dossiers[lead_id]
    quotes, contacts = dossier.quotes, dossier.contacts
    if not _is_whole(snapshot, dossier.lead):
        quotes = tuple(quote for quote in quotes if _is_wanted(quote, day))
        wanted = {quote.id for quote in quotes}
        later = dropwhile(lambda each: each.quote_id not in wanted, contacts)
        contacts = tuple(
            each for each in later if each.quote_id in wanted or each.kind is Kind.REPLY
        )  # a reply sets back the count of what came before it, about whichever quote it is
    return msgspec.json.encode(
        {
            "lead": _shown(dossier.lead, _LEAD),
            "quotes": [_shown(quote, _QUOTE) for quote in quotes],
            "contacts": [_shown(contact, _CONTACT) for contact in contacts],
        }
    )


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
