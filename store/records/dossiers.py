"""The dossiers of a snapshot by lead id, each put together when it is first asked for."""

from collections.abc import Iterator, Mapping
from datetime import date

from store.records.dossier import Dossier
from store.records.follow_up import FollowUp, in_order
from store.records.lead import Lead
from store.records.outline import Outline
from store.records.quote import Quote


class Dossiers(Mapping[int, Dossier]):
    """One dossier a lead. A record whose lead is missing has a nameless one.

    `made` are dossiers that are known already, to which others are added; one that was made stays
    the same object.
    """

    def __init__(
        self,
        leads: Mapping[int, Lead],
        quotes: Mapping[int, Quote],
        follow_ups: Mapping[int, FollowUp],
        outline: Outline,
        made: dict[int, Dossier] | None = None,
    ) -> None:
        self._leads = leads
        self._quotes = quotes
        self._follow_ups = follow_ups
        self.outline = outline
        self._made = made or {}

    def __getitem__(self, lead_id: int) -> Dossier:
        """The lead's dossier; raises `KeyError` where nothing belongs to that lead."""
        made = self._made.get(lead_id)
        return made or self._made.setdefault(lead_id, self._make(lead_id))

    def __iter__(self) -> Iterator[int]:
        """The ids of the leads, those without a record last."""
        return iter(self.outline.quotes)

    def __len__(self) -> int:
        """How many leads."""
        return len(self.outline.quotes)

    def __contains__(self, lead_id: object) -> bool:
        """Whether anything belongs to the lead."""
        return lead_id in self.outline.quotes

    @property
    def made(self) -> dict[int, Dossier]:
        """Those that were asked for so far."""
        return dict(self._made)  # another thread may be asking for more

    def open_on(self, day: date) -> list[int]:
        """The leads that have an open quote on that day, which they may have closed later."""
        return [lead_id for lead_id, closed in self.outline.closed_on.items() if closed > day]

    def _make(self, lead_id: int) -> Dossier:
        quotes = (self._quotes[each] for each in self.outline.quotes[lead_id])
        contacts = [self._follow_ups[each] for each in self.outline.contacts.get(lead_id, ())]
        return Dossier(
            self._leads.get(lead_id) or Lead(id=lead_id, name=""),
            tuple(sorted(quotes, key=_recorded)),
            in_order(contacts),
        )


def _recorded(quote: Quote) -> tuple[int, int]:
    """The order of recording; those that another program added come first."""
    return (quote.seq, quote.id)
