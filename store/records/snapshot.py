"""Everything the file held at one moment, immutable; a change makes the next snapshot."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple, TypeVar

from store.errors import NotFound, TrackerError
from store.records.changed_table import changed
from store.records.dossier import Dossier
from store.records.dossiers import Dossiers
from store.records.edit import Edit
from store.records.follow_up import FollowUp
from store.records.glances import texts
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.outline import Outline, outline_of
from store.records.quote import Quote
from store.records.text import fold

R = TypeVar("R", Lead, Quote, FollowUp, Incident)


class Step(NamedTuple):
    """How a snapshot came of another: whose successor it is, and the leads that were touched."""

    before: object
    leads: AbstractSet[int]


class Snapshot:
    """Leads, quotes, follow-ups and incidents by id, and the dossiers that join the first three.

    The tables may read a record when it is asked for; then `outline` tells without reading them
    all what belongs together.
    """

    def __init__(
        self,
        leads: Mapping[int, Lead] | None = None,
        quotes: Mapping[int, Quote] | None = None,
        follow_ups: Mapping[int, FollowUp] | None = None,
        incidents: Mapping[int, Incident] | None = None,
        *,
        outline: Callable[[], Outline] | None = None,
        dossiers: Dossiers | None = None,
        step: Step | None = None,
    ) -> None:
        self.leads: Mapping[int, Lead] = {} if leads is None else leads
        self.quotes: Mapping[int, Quote] = {} if quotes is None else quotes
        self.follow_ups: Mapping[int, FollowUp] = {} if follow_ups is None else follow_ups
        self.incidents: Mapping[int, Incident] = {} if incidents is None else incidents
        self._outline = outline
        self.mark = object()
        """What tells this snapshot from others, also once it is gone."""
        self.step = step
        """How it came of another one; none where it was read."""
        if dossiers is not None:
            self.__dict__["dossiers"] = dossiers

    @cached_property
    def dossiers(self) -> Dossiers:
        """The dossiers by lead id. A record whose lead is missing gets a nameless one."""
        outline = self._outline() if self._outline else self._outline_of_records()
        return Dossiers(self.leads, self.quotes, self.follow_ups, outline)

    def quotes_with_ref(self, ref: str) -> Sequence[Quote]:
        """The quotes named `ref`, in any case; more than one where two machines gave the name."""
        wanted = fold(ref.strip())
        refs = texts(self.quotes, "ref")
        return [self.quotes[number] for number, each in refs if fold(each) == wanted]

    def quote_with_ref(self, ref: str) -> Quote:
        """The quote named `ref`; raises `NotFound`, or `TrackerError` where two have the name."""
        found = self.quotes_with_ref(ref)
        if len(found) > 1:
            titles = tuple(f"{self.lead_of(quote).name}: {quote.title}" for quote in found)
            raise TrackerError("two_quotes_with_ref", ref=ref, titles=titles)
        if not found:
            raise NotFound("no_such_quote", ref=ref)
        return found[0]

    def lead_named(self, name: str) -> Lead:
        """The lead of that name without regard to case and accents, never by a part of it.

        Raises `NotFound`, or `TrackerError` where two leads have the name.
        """
        wanted = _plain(name)
        names = texts(self.leads, "name")
        found = [self.leads[number] for number, each in names if _plain(each) == wanted]
        if len(found) > 1:
            raise TrackerError("two_leads_with_name", name=name)
        if not found:
            raise NotFound("no_such_lead", name=name)
        return found[0]

    def lead_of(self, quote: Quote) -> Lead:
        """The quote's lead, a nameless one where the file lacks it."""
        return self.leads.get(quote.lead_id) or Lead(id=quote.lead_id, name="")

    def dossier_of(self, quote: Quote) -> Dossier:
        """The dossier that the quote belongs to."""
        return self.dossiers[quote.lead_id]

    def after(self, edit: Edit) -> "Snapshot":
        """The snapshot in which the edit was made; untouched dossiers stay the same objects."""
        leads = _changed(self.leads, Lead, edit)
        quotes = _changed(self.quotes, Quote, edit)
        follow_ups = _changed(self.follow_ups, FollowUp, edit)
        incidents = _changed(self.incidents, Incident, edit)
        touched = self._touched_by(edit)
        old = [self.dossiers[lead_id] for lead_id in touched if lead_id in self.dossiers]
        redone = Snapshot(
            _changed({d.lead.id: d.lead for d in old if d.lead.id in self.leads}, Lead, edit),
            _changed({q.id: q for d in old for q in d.quotes}, Quote, edit),
            _changed({c.id: c for d in old for c in d.contacts}, FollowUp, edit),
        ).dossiers
        made = self.dossiers.made
        for lead_id in touched:
            made.pop(lead_id, None)
        made.update(redone)
        outline = self.dossiers.outline.redone(touched, redone.outline)
        dossiers = Dossiers(leads, quotes, follow_ups, outline, made)
        step = Step(self.mark, touched)
        return Snapshot(leads, quotes, follow_ups, incidents, dossiers=dossiers, step=step)

    def _touched_by(self, edit: Edit) -> set[int]:
        """The ids of the leads whose records the edit puts, deletes or takes away."""
        touched = set()
        for record in (*edit.puts, *edit.deletes):
            if isinstance(record, Lead):
                touched.add(record.id)
            elif isinstance(record, Quote):
                touched |= {record.lead_id, self.quotes.get(record.id, record).lead_id}
            elif isinstance(record, FollowUp):
                touched |= {record.lead_id, self.follow_ups.get(record.id, record).lead_id}
        return touched

    def _outline_of_records(self) -> Outline:
        return outline_of(self.leads.items(), self.quotes.items(), self.follow_ups.items())


def _plain(name: str) -> str:
    """The name without case, accents and doubled spaces."""
    return fold(" ".join(name.split()))


def _changed(table: Mapping[int, R], kind: type[R], edit: Edit) -> Mapping[int, R]:
    puts = {record.id: record for record in edit.puts if isinstance(record, kind)}
    return changed(table, puts, {each.id for each in edit.deletes if isinstance(each, kind)})
