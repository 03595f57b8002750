"""What is known of platforms beyond one lead: bans, complaints, and how much came through each."""

from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import NamedTuple

import msgspec

from store.records.incident import Incident
from store.records.practice_words import IncidentKind
from store.records.snapshot import Snapshot
from store.records.text import fold
from store.records.words import Status

BAN = timedelta(days=15)
"""How long a first ban for contact lasts; its last day is counted like a quote's (PRACTICES F2)."""

SHARE_MONTHS = 12
"""Over how many months back it is looked at what came through a platform (PRACTICES F3)."""


class Ban(NamedTuple):
    """A ban that lasts; `until` is its last day, inclusive, none where it has no end."""

    platform: str
    until: date | None


class Share(NamedTuple):
    """How much of what was won came through one platform, both in one currency."""

    platform: str
    amount: Decimal
    total: Decimal

    @property
    def percent(self) -> int:
        """The share in percent, rounded up, so that a little over a half is 51."""
        return ceil(self.amount * 100 / self.total)

    @property
    def is_most(self) -> bool:
        """Whether it is more than half."""
        return self.amount * 2 > self.total


class PlatformHistory(msgspec.Struct, frozen=True):
    """Seen on the day `today`: the incidents up to it, oldest first, and the largest share.

    It holds no snapshot: what was worked out of it is kept longer than that.
    """

    today: date = date.min
    incidents: tuple[Incident, ...] = ()
    share: Share | None = None

    def ban(self, platform: str) -> Ban | None:
        """The ban of that platform, in any case and accents, that lasts today."""
        wanted = fold(platform.strip())
        bans = [
            incident
            for incident in self.incidents
            if incident.kind is IncidentKind.CONTACT and fold(incident.platform) == wanted
        ]
        if not bans:
            return None
        until = bans[0].on + BAN if len(bans) == 1 else None
        is_over = until is not None and until < self.today
        return None if is_over else Ban(bans[-1].platform, until)

    def complaints(self, lead_id: int) -> tuple[Incident, ...]:
        """The complaints that were about the lead, oldest first."""
        return tuple(
            incident
            for incident in self.incidents
            if incident.kind is IncidentKind.COMPLAINT and incident.lead_id == lead_id
        )


def platform_history(snapshot: Snapshot, today: date) -> PlatformHistory:
    """What the snapshot tells of platforms on a day."""
    incidents = incidents_until(snapshot, today)
    return PlatformHistory(today, incidents, largest_share(snapshot, today))


def incidents_until(snapshot: Snapshot, today: date) -> tuple[Incident, ...]:
    """The incidents up to a day, oldest first."""
    known = (each for each in snapshot.incidents.values() if each.on <= today)
    return tuple(sorted(known, key=lambda each: (each.on, each.seq, each.id)))


def largest_share(snapshot: Snapshot, today: date) -> Share | None:
    """The platform through which most was won in the 12 months up to today (PRACTICES F3).

    Amounts in several currencies cannot be added: that counts in which most was won. None where
    nothing was won, or nothing through a platform.
    """
    if not any(lead.platform for lead in snapshot.leads.values()):
        return None
    through = _won_through(snapshot, today)
    totals: dict[str, Decimal] = {}
    for (currency, _platform), amount in through.items():
        totals[currency] = totals.get(currency, Decimal(0)) + amount
    if not totals:
        return None
    main = max(totals, key=lambda currency: totals[currency])
    shares = {
        platform: amount
        for (currency, platform), amount in through.items()
        if platform and currency == main
    }
    if not shares or not totals[main]:
        return None
    platform = max(shares, key=lambda name: shares[name])
    return Share(platform, shares[platform], totals[main])


def _won_through(snapshot: Snapshot, today: date) -> dict[tuple[str, str], Decimal]:
    """What was won by currency and platform, whose names are folded; empty for none."""
    from dateutil.relativedelta import relativedelta  # few have leads of platforms

    since = today - relativedelta(months=SHARE_MONTHS)
    through: dict[tuple[str, str], Decimal] = {}
    for quote in snapshot.quotes.values():
        on = quote.outcome.on if quote.status is Status.WON and quote.outcome else None
        if on is not None and since < on <= today:
            key = (quote.currency, fold(snapshot.lead_of(quote).platform.strip()))
            through[key] = through.get(key, Decimal(0)) + quote.amount
    return through
