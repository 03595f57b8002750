"""What is known of platforms beyond one lead: bans, complaints, and how much came through each."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import NamedTuple

import msgspec

from store.records.day import FIRST_DAY
from store.records.incident import Incident
from store.records.practice_words import IncidentKind
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.text import fold
from store.records.words import Status
from store.rules.kept import kept

BAN = timedelta(days=15)
"""How long a first ban for contact lasts; its last day is counted like a quote's (PRACTICES F2)."""

SHARE_MONTHS = 12
"""Over how many months back it is looked at what came through a platform (PRACTICES F3)."""


class Ban(NamedTuple):
    """A ban that lasts; `until` is its last day, inclusive, none where it has no end."""

    platform: str
    until: date | None


class Share(NamedTuple):
    """How much of what was won came through one platform, both in one currency.

    `currency` is that one where things were won in others too, which are left out.
    """

    platform: str
    amount: Decimal
    total: Decimal
    currency: str | None = None

    @property
    def percent(self) -> int:
        """The share in percent, rounded up, so that a little over a half is 51."""
        return ceil(self.amount * 100 / self.total)

    @property
    def is_most(self) -> bool:
        """Whether it is more than half."""
        return self.amount * 2 > self.total


class LargestShare:
    """`largest_share` of a snapshot, worked out when it is first asked for: few ask for it.

    The snapshot is held until then only.
    """

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self._of: tuple[Snapshot, date] | None = (snapshot, today)
        self._share: Share | None = None

    def share(self) -> Share | None:
        """The share, none where nothing was won through a platform."""
        if (of := self._of) is not None:
            self._share = largest_share(*of)
            self._of = None
        return self._share

    def look_at(self, snapshot: Snapshot) -> None:
        """Let go of the snapshot for one that has the same share."""
        if (of := self._of) is not None:
            self._of = (snapshot, of[1])


class PlatformHistory(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Seen on the day `today`: the incidents up to it, oldest first, and the largest share."""

    today: date = date.min
    incidents: tuple[Incident, ...] = ()
    largest: LargestShare | None = None

    @property
    def share(self) -> Share | None:
        """The platform through which most was won; none where that is none, or not looked at."""
        return self.largest.share() if self.largest else None

    def without_share(self) -> "PlatformHistory":
        """What leads of no platform look at; it holds no snapshot and is kept longer than one."""
        return PlatformHistory(self.today, self.incidents)

    def seen_in(self, later: Snapshot) -> "PlatformHistory":
        """The same history, of a snapshot with the same incidents in which as much was won."""
        if self.largest is not None:
            self.largest.look_at(later)
        return self

    def ban(self, platform: str) -> Ban | None:
        """The ban of that platform, in any case and accents, that lasts today.

        What was noted twice for one day, on two machines or about two leads, is one ban; a ban of
        another day is the second, also where the first had not ended (PRACTICES F2).
        """
        bans = self._bans.get(fold(platform.strip()))
        if not bans:
            return None
        days = {incident.on for incident in bans}
        until = bans[0].on + BAN if len(days) == 1 else None
        is_over = until is not None and until < self.today
        return None if is_over else Ban(bans[-1].platform, until)

    @kept
    def _bans(self) -> Mapping[str, list[Incident]]:
        """The bans by folded platform, oldest first."""
        found: dict[str, list[Incident]] = {}
        for incident in self.incidents:
            if incident.kind is IncidentKind.CONTACT:
                found.setdefault(fold(incident.platform), []).append(incident)
        return found

    def complaints(self, lead_id: int) -> tuple[Incident, ...]:
        """The complaints that were about the lead, oldest first, each once."""
        return tuple(self._complaints.get(lead_id, {}).values())

    @kept
    def _complaints(self) -> Mapping[int | None, Mapping[tuple[object, ...], Incident]]:
        """By lead what is a complaint of its own, with the latest that tells of it."""
        found: dict[int | None, dict[tuple[object, ...], Incident]] = {}
        for incident in self.incidents:
            if incident.kind is IncidentKind.COMPLAINT:
                own = (fold(incident.platform), incident.on, incident.note)
                found.setdefault(incident.lead_id, {})[own] = incident
        return found


def platform_history(snapshot: Snapshot, today: date) -> PlatformHistory:
    """What the snapshot tells of platforms on a day."""
    return PlatformHistory(today, incidents_until(snapshot, today), LargestShare(snapshot, today))


def incidents_until(snapshot: Snapshot, today: date) -> tuple[Incident, ...]:
    """The incidents up to a day, oldest first."""
    known = (each for each in snapshot.incidents.values() if each.on <= today)
    return tuple(sorted(known, key=lambda each: (each.on, each.seq, each.id)))


def largest_share(snapshot: Snapshot, today: date) -> Share | None:
    """The platform through which most was won in the 12 months up to today (PRACTICES F3).

    Amounts in several currencies can be neither added nor compared: that counts in which most
    quotes were won, and of two with as many that in which more depends on a platform. None where
    nothing was won in it, or nothing through a platform.
    """
    of_currency: dict[str, list[Quote]] = {}
    for quote in _won(snapshot, today):
        of_currency.setdefault(quote.currency, []).append(quote)
    most = max(map(len, of_currency.values()), default=0)
    shares = [
        share._replace(currency=currency if len(of_currency) > 1 else None)
        for currency, quotes in of_currency.items()
        if len(quotes) == most and (share := _share(snapshot, quotes))
    ]
    return max(shares, key=lambda each: (each.amount / each.total, each.currency), default=None)


def won_as_much(before: Snapshot, after: Snapshot, leads: Iterable[int]) -> bool:
    """Whether nothing that shares are made of changed with the leads, which alone were touched."""
    return all(_won_with(before, each) == _won_with(after, each) for each in leads)


def _won_with(snapshot: Snapshot, lead_id: int) -> tuple[object, ...]:
    """What was won with the lead, after its platform; nothing where nothing was."""
    dossier = snapshot.dossiers.get(lead_id)
    quotes = dossier.quotes if dossier else ()
    won = [(each.amount, each.currency, each.outcome) for each in quotes if _is_won(each)]
    return (dossier.lead.platform, *won) if dossier and won else ()


def _won(snapshot: Snapshot, today: date) -> Iterator[Quote]:
    """What was won in the 12 months up to today; leads with nothing as late are not read."""
    if today < FIRST_DAY:
        return
    from dateutil.relativedelta import relativedelta  # few have leads of platforms

    since = today - relativedelta(months=SHARE_MONTHS)
    for lead_id in snapshot.dossiers.open_on(since):
        for quote in snapshot.dossiers[lead_id].quotes:
            on = quote.outcome.on if _is_won(quote) and quote.outcome else None
            if on is not None and since < on <= today:
                yield quote


def _is_won(quote: Quote) -> bool:
    return quote.status is Status.WON


def _share(snapshot: Snapshot, quotes: Iterable[Quote]) -> Share | None:
    """The largest share of a platform, whose name is folded, in quotes of one currency."""
    through: dict[str, Decimal] = {}
    for quote in quotes:
        platform = fold(snapshot.lead_of(quote).platform.strip())
        through[platform] = through.get(platform, Decimal(0)) + quote.amount
    total = sum(through.values(), Decimal(0))
    named = [platform for platform in through if platform]
    if not named or not total:
        return None
    platform = max(named, key=lambda name: (through[name], name))
    return Share(platform, through[platform], total)
