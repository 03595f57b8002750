"""What a person can set once for all quotes; the defaults are those of experienced freelancers."""

from decimal import Decimal
from functools import cached_property

import msgspec

from store.records.cadence import BUILT_IN_CADENCES, Cadence
from store.records.platform import KNOWN_PLATFORMS, Platform
from store.records.text import fold


class Settings(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Limit in unanswered follow-ups per lead, validity in calendar days (PRACTICES A3).

    `country` and `region` are ISO 3166 codes and decide about public holidays; `weekend` holds
    weekdays, 0 for Monday.
    """

    limit: int = 3
    validity_days: int = 21
    cadence: str = "standard"
    cadences: tuple[Cadence, ...] = BUILT_IN_CADENCES
    currency: str = "EUR"
    country: str = "FR"
    region: str = ""
    weekend: tuple[int, ...] = (5, 6)
    reply_minutes: int = 60
    """Within how many minutes a reply is to be answered (PRACTICES E4)."""
    call_over: Decimal = Decimal(1000)
    """The amount, in any currency, over which a quote earns calls (PRACTICES E5)."""
    hours: tuple[int, int] = (8, 20)
    """First hour of the working day, and the hour at which it is over (PRACTICES E9)."""
    platforms: tuple[Platform, ...] = KNOWN_PLATFORMS

    def cadence_named(self, name: str) -> Cadence:
        """The cadence of that name, or the default one where nobody defined the name."""
        return self._by_name.get(name) or self._by_name[self.cadence]

    @cached_property
    def _by_name(self) -> dict[str, Cadence]:
        return {cadence.name: cadence for cadence in self.cadences}

    def platform_named(self, name: str) -> Platform | None:
        """The platform of that name, without regard to case and accents; none for no platform."""
        wanted = fold(name.strip())
        return next((each for each in self.platforms if fold(each.name) == wanted), None)
