"""Finding: the parts of a lead, title, ref or notes that people type, without case and accents."""

from store.records.lead import Lead
from store.records.text import fold
from store.rules.standing import Standing


def quote_matches(standing: Standing, wanted: str) -> bool:
    """Whether every word of `wanted` stands somewhere in the quote or its lead's name."""
    quote = standing.quote
    text = fold(f"{standing.lead.name}\n{quote.title}\n{quote.ref}\n{quote.notes}")
    return all(word in text for word in fold(wanted).split())


def lead_matches(lead: Lead, wanted: str) -> bool:
    """Whether every word of `wanted` stands somewhere in the lead's name, notes or people."""
    people = "\n".join(f"{person.name} {person.email}" for person in lead.contacts)
    text = fold(f"{lead.name}\n{lead.notes}\n{people}\n{' '.join(lead.tags)}")
    return all(word in text for word in fold(wanted).split())
