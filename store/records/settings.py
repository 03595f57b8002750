"""What a person can set once for all quotes; the defaults are those of experienced freelancers."""

import msgspec

from store.records.cadence import BUILT_IN_CADENCES, Cadence


class Settings(msgspec.Struct, frozen=True, kw_only=True):
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

    def cadence_named(self, name: str) -> Cadence:
        """The cadence of that name, or the default one where nobody defined the name."""
        by_name = {cadence.name: cadence for cadence in self.cadences}
        return by_name.get(name) or by_name[self.cadence]
