"""What the rules need beside a dossier and a day: the settings and the working days."""

from datetime import date, timedelta

import msgspec

from store.records.cadence import Cadence
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.settings import Settings
from store.rules.fillers import FILLER_LIMIT, is_filler
from store.rules.public_holidays import PublicHolidays
from store.rules.working_days import WorkingDays


class Rulebook(msgspec.Struct, frozen=True):
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

    def limit(self, quote: Quote, lead: Lead) -> int:
        """The quote's own limit, else its cadence's, else the configured one (PRACTICES B1).

        Where it was not set by hand, it is at most 1 for a quote that only completes the lead's
        purchasing file (PRACTICES D2).
        """
        return self.usual_limit(quote, lead) if quote.limit is None else quote.limit

    def usual_limit(self, quote: Quote, lead: Lead) -> int:
        """The limit that the quote has unless one is set by hand."""
        of_cadence = self.cadence(quote).limit
        usual = self.settings.limit if of_cadence is None else of_cadence
        return min(usual, FILLER_LIMIT) if is_filler(quote, lead) else usual

    def valid_until(self, quote: Quote) -> date | None:
        """The quote's last valid day, inclusive; none while it is a draft without a given day.

        21 calendar days after sending unless set: PRACTICES A3.
        """
        if quote.valid_until is not None or quote.sent_on is None:
            return quote.valid_until
        days = quote.validity_days
        return quote.sent_on + timedelta(days=self.settings.validity_days if days is None else days)
