"""How many records a change touched, each count in words of its own."""

from collections.abc import Mapping

from tui.language import ngettext


def counts_in_words(facts: Mapping[str, object]) -> Mapping[str, str]:
    """`1 quote`, `2 new leads`, by the blanks of `changes.SENTENCES`; a missing count is 0."""
    quotes, leads, changed = (_count(facts, name) for name in ("quotes", "leads", "changed"))
    contacts = _count(facts, "contacts") or _count(facts, "follow_ups")
    incidents = _count(facts, "incidents")
    words = {
        "quotes": (quotes, ngettext("{n} quote", "{n} quotes", quotes)),
        "moved": (quotes, ngettext("{n} quote moved", "{n} quotes moved", quotes)),
        "changed": (changed, ngettext("{n} changed", "{n} changed", changed)),
        "records": (changed, ngettext("{n} record changed", "{n} records changed", changed)),
        "leads": (leads, ngettext("{n} lead", "{n} leads", leads)),
        "new_leads": (leads, ngettext("{n} new lead", "{n} new leads", leads)),
        "contacts": (contacts, ngettext("{n} contact", "{n} contacts", contacts)),
        "incidents": (incidents, ngettext("{n} incident", "{n} incidents", incidents)),
    }
    return {name: text.format(n=n) for name, (n, text) in words.items()}


def _count(facts: Mapping[str, object], name: str) -> int:
    count = facts.get(name)
    return count if isinstance(count, int) else 0
