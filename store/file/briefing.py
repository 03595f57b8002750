"""What of a tracker `relance today` says: today's work, and what all advice on it is made of.

As an excerpt, kept in dossiers, one JSON object a line; only those of leads with work are whole.
Of the others there is what was won of late, which tells how much came through a platform. The
first line has the incidents. Notes, addresses and private reasons stay out.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import NamedTuple

import msgspec
from msgspec.structs import fields, replace

from store.file.excerpt import BETWEEN, Excerpt, is_wanted, lead_of, read_dossiers
from store.records.dossier import Dossier
from store.records.edit import Record
from store.records.follow_up import FollowUp
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.quote import Outcome, Quote
from store.records.snapshot import Snapshot
from store.records.words import Status

_LEAD = (
    *("id", "name", "sector", "recontact_on", "platform", "regular", "flags", "insists"),
    *("concessions", "cause"),
)
_OPEN = (
    *("id", "ref", "lead_id", "title", "amount", "currency", "asked_on", "send_by", "sent_on"),
    *("validity_days", "valid_until", "status", "cadence", "limit", "snoozed_until", "urgent"),
    *("decision_expected", "delivery_due", "purpose", "alternatives", "feasible", "volume"),
    *("tool", "sourcing_only", "lowest_price", "incumbent", "brief", "options", "on_site"),
    *("simple", "call_at", "enthusiasm_mine", "enthusiasm_theirs", "wants_miracle"),
    *("goals_revised", "in_zone", "rapport", "prerequisite", "mode", "seq"),
)
_CLOSED = (
    *("id", "lead_id", "amount", "currency", "asked_on", "sent_on", "status", "urgent"),
    *("purpose", "mode"),
)
_OUTCOME = ("on", "before", "became")
_CONTACT = (
    *("id", "lead_id", "quote_id", "kind", "direction", "on", "time", "channel", "outcome"),
    *("minutes", "answer_needed", "summary_sent"),
)
"""What the rules look at to group, count, order and advise, and what is printed.

Whoever adds to these changes `index.FORMAT` too.
"""

_YEAR = timedelta(days=366)
"""At least the 12 months in which it is looked at what came through a platform."""

_INCIDENTS = msgspec.json.Decoder(tuple[Incident, ...])


def briefing_of(snapshot: Snapshot, day: date) -> Excerpt:
    """The briefing for that day and later ones."""
    return Excerpt.of((_incidents(snapshot), *_lines(snapshot, snapshot.dossiers, day)), day)


def updated_briefing(
    briefing: Excerpt, snapshot: Snapshot, changed: Iterable[int], day: date
) -> Excerpt:
    """The briefing after the records of the leads with these ids changed, for that day and later.

    On an earlier day than its own something that is left out would count: it is made anew.
    """
    if day < briefing.complete_from:
        return briefing_of(snapshot, day)
    lines = {lead_of(line): line for line in briefing.lines[1:]}
    redone = {*changed, *_first(snapshot)}
    for lead_id in redone:
        lines.pop(lead_id, None)
    redone_lines = _lines(snapshot, redone, day)
    return Excerpt.of((_incidents(snapshot), *lines.values(), *redone_lines), day)


def read_briefing(text: bytes | memoryview) -> Snapshot:
    """The briefing as a snapshot; raises `msgspec.MsgspecError`."""
    first, _, dossiers = bytes(text).partition(BETWEEN)
    incidents = _INCIDENTS.decode(first[1:] if dossiers else first[1:-1])
    return read_dossiers(b"[%b" % (dossiers or b"]"), {each.id: each for each in incidents})


def _first(snapshot: Snapshot) -> Iterator[int]:
    """The first lead with a quote: with it, only what is empty looks empty."""
    quotes = snapshot.dossiers.outline.quotes
    yield from islice((lead_id for lead_id, ids in quotes.items() if ids), 1)


def _lines(snapshot: Snapshot, leads: Iterable[int], day: date) -> Iterator[bytes]:
    """What is wanted of the dossiers of these leads; most have nothing."""
    outline = snapshot.dossiers.outline
    always = {*outline.resting, *_first(snapshot)}
    for lead_id in leads:
        closed_on = outline.closed_on.get(lead_id, date.min)
        if lead_id in snapshot.dossiers and (lead_id in always or closed_on > day):
            yield _text(snapshot.dossiers[lead_id], day)
        elif closed_on > day - _YEAR:
            dossier = snapshot.dossiers[lead_id]
            won = tuple(quote for quote in dossier.quotes if _was_won_of_late(quote, day))
            if won:
                yield _text(Dossier(dossier.lead, won, ()), day)


def _was_won_of_late(quote: Quote, day: date) -> bool:
    on = quote.outcome.on if quote.outcome else None
    return quote.status is Status.WON and on is not None and on > day - _YEAR


def _text(dossier: Dossier, day: date) -> bytes:
    shapes = _shapes()
    quotes = (
        _in_shape(quote, shapes.open if is_wanted(quote, day) else shapes.closed)
        for quote in dossier.quotes
    )
    contacts = (_in_shape(contact, shapes.contact) for contact in dossier.contacts)
    lead = _in_shape(dossier.lead, shapes.lead)
    return msgspec.json.encode({"lead": lead, "quotes": [*quotes], "contacts": [*contacts]})


def _in_shape(record: Record, shape: type[msgspec.Struct]) -> msgspec.Struct:
    return msgspec.convert(record, shape, from_attributes=True)


class _Shapes(NamedTuple):
    """Records with the fields above alone; those that are as they would be anyway are left out."""

    lead: type[msgspec.Struct]
    open: type[msgspec.Struct]
    closed: type[msgspec.Struct]
    contact: type[msgspec.Struct]


@cache
def _shapes() -> _Shapes:
    outcome = _shape(Outcome, _OUTCOME)
    return _Shapes(
        _shape(Lead, _LEAD),
        _shape(Quote, _OPEN, outcome=outcome),
        _shape(Quote, _CLOSED, outcome=outcome),
        _shape(FollowUp, _CONTACT),
    )


def _shape(
    kind: type[msgspec.Struct], names: Iterable[str], **nested: type[msgspec.Struct]
) -> type[msgspec.Struct]:
    known = [field for name in names for field in fields(kind) if field.name == name]
    always = [(each.name, each.type) for each in known if each.required or each.name == "id"]
    rest = [(each.name, each.type, each.default) for each in known if each.name not in dict(always)]
    more = [(name, shape | None, None) for name, shape in nested.items()]
    return msgspec.defstruct(
        kind.__name__, [*always, *rest, *more], omit_defaults=True, kw_only=True, gc=False
    )


def _incidents(snapshot: Snapshot) -> bytes:
    """The incidents on one line; of their notes only which are the same."""
    numbers: dict[str, int] = {}
    shown = [
        replace(each, note=str(numbers.setdefault(each.note, len(numbers))))
        for each in snapshot.incidents.values()
    ]
    return msgspec.json.encode(shown)
