"""The made-up past: every record in the order in which it was recorded, then the last changes."""

from collections.abc import Iterator
from datetime import date, timedelta

from bench.made.chance import Chance
from bench.made.contacts import made_contacts
from bench.made.leads import made_leads
from bench.made.quotes import age_of_one, closed, made_quote, noted, snoozed, status_of_one
from store.records.edit import Record
from store.records.incident import Incident
from store.records.lead import Lead
from store.records.practice_words import IncidentKind


def recorded(quotes: int, chance: Chance, today: date) -> Iterator[Record]:
    """All records of so many quotes, oldest first; a lead has 2.5 quotes on average.

    Some leads come back more often than others, and every two-hundredth is on bad terms with its
    platform.
    """
    leads = [*made_leads(max(1, quotes * 2 // 5), chance, today)]
    yield from leads
    for lead in leads[::200]:
        yield _incident(lead, chance, today)
    statuses = [status_of_one(chance) for _ in range(quotes)]
    aged = sorted(((age_of_one(status, chance), status) for status in statuses), reverse=True)
    of_year: dict[int, int] = {}
    for age, status in aged:
        day, lead = today - timedelta(days=age), chance.one_of(leads)
        of_year[day.year] = of_year.get(day.year, 0) + 1
        ref = f"D{day:%y}-{of_year[day.year]:03d}"
        quote = closed(made_quote(status, day, ref, lead, chance), chance, today)
        quote = noted(snoozed(quote, chance, today), lead, chance, today)
        yield quote
        yield from made_contacts(quote, chance, today)


def _incident(lead: Lead, chance: Chance, today: date) -> Incident:
    return Incident(
        id=chance.new_id(),
        platform="malt",
        on=today - timedelta(days=chance.number(1, 900)),
        kind=chance.one_of(tuple(IncidentKind)),
        lead_id=lead.id,
        note="Compte suspendu une semaine.",
    )
