"""What the rules need beside a dossier and a day: the settings and the working days."""

from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

from store.records.cadence import Cadence
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.settings import Settings
from store.rules.fillers import FILLER_LIMIT, is_filler
from store.rules.kept import kept
from store.rules.public_holidays import PublicHolidays
from store.rules.steps import planned_steps
from store.rules.working_days import WorkingDays


class Rulebook(msgspec.Struct, frozen=True, dict=True):
    """The settings, and what follows from them for a quote where it does not say otherwise."""

    settings: Settings
    working_days: WorkingDays

    @classmethod
    def of(cls, settings: Settings) -> "Rulebook":
        """The rulebook for the settings' country and region."""
        holidays = PublicHolidays(settings.country, settings.region)
        return cls(settings, WorkingDays(holidays, settings.weekend))

    def cadence(self, quote: Quote) -> Cadence:
        """The quote's own cadence, else the default one."""
        return self.settings.cadence_named(quote.cadence)

    def steps(self, quote: Quote) -> tuple[date, ...]:
        """The days on which its cadence wants a follow-up, done or not; none for a draft.

        Many quotes have the same cadence and the same two days: their steps are found once.
        """
        sent_on, last_day = quote.sent_on, self.valid_until(quote)
        if sent_on is None or last_day is None:
            return ()
        cadence = self.cadence(quote)
        terms = (cadence.name, sent_on, last_day)
        planned = self._planned.get(terms)
        if planned is None:
            planned = planned_steps(cadence, sent_on, last_day, self.working_days)
            self._planned[terms] = planned
        return planned

    @kept
    def _planned(self) -> dict[tuple[str, date, date], tuple[date, ...]]:
        return {}

    def limit(self, quote: Quote, lead: Lead) -> int:
        """The quote's own limit, else its cadence's, else the configured one (PRACTICES B1).

        Where it was not set by hand, it is at most 1 for a quote that only completes the lead's
        purchasing file (PRACTICES D2).
        """
        return self.usual_limit(quote, lead) if quote.limit is None else quote.limit

    def usual_limit(self, quote: Quote, lead: Lead) -> int:
        """The limit that the quote has unless one is set by hand."""
        limits = self._limits
        usual = limits[quote.cadence if quote.cadence in limits else self.settings.cadence]
        return min(usual, FILLER_LIMIT) if is_filler(quote, lead) else usual

    @kept
    def _limits(self) -> Mapping[str, int]:
        """The limit of each cadence, in follow-ups."""
        usual = self.settings.limit
        of_cadences = ((each.name, each.limit) for each in self.settings.cadences)
        return {name: usual if limit is None else limit for name, limit in of_cadences}

    def valid_until(self, quote: Quote) -> date | None:
        """The quote's last valid day, inclusive; none while it is a draft without a given day.

        21 calendar days after sending unless set: PRACTICES A3.
        """
        if quote.valid_until is not None or quote.sent_on is None:
            return quote.valid_until
        days = quote.validity_days
        return quote.sent_on + timedelta(days=self.settings.validity_days if days is None else days)
