"""A quote as text: its lead, its days, the people and the numbered contacts."""

from collections.abc import Iterator, Sequence

from store.changes.people import person_line
from store.records.follow_up import FollowUp
from store.records.lead import Person
from store.rules.standing import Standing
from tui.cli.listing_text import fitted
from tui.cli.output import joined
from tui.cli.table import Column
from tui.language import _
from tui.safe_text import shown, shown_lines
from tui.session import Session
from tui.wording.advice import advice_text
from tui.wording.amounts import amount_text
from tui.wording.changes import next_step_text
from tui.wording.days import long_day, short_day, understood_day
from tui.wording.labelled import labelled
from tui.wording.labels import field_label, label, reason_text
from tui.wording.noted import Noted, noted_of_lead, noted_of_quote

_INDENT = "  "
_DAYS = ("asked_on", "send_by", "sent_on", "decision_expected", "snoozed_until")


def show_lines(session: Session, standing: Standing) -> Iterator[str]:
    """The lines of `show`, part by part."""
    quote = standing.quote
    yield joined(session, shown(quote.ref), shown(quote.title), shown(standing.lead.name))
    yield joined(session, *_what(standing))
    yield next_step_text(standing)
    yield from _part(_("Days"), fitted(session, (Column(), Column()), _days(standing), 2))
    yield from _part(_("Advice"), map(advice_text, standing.advice))
    yield from _part(_("People"), map(_person, standing.lead.contacts))
    contacts = standing.dossier.contacts_of(quote)
    yield from _part(_("Contacts"), _contacts(session, contacts))
    yield from _part(_("Notes"), _notes(standing))
    quotes = session.repository.latest.quotes.values()
    for noted in (*noted_of_quote(quote, quotes), *noted_of_lead(standing.lead)):
        yield from _part(noted.theme, _noted(noted))


def _part(title: str, lines: Iterator[str]) -> Iterator[str]:
    """A titled part, left out where there is nothing in it."""
    found = [*lines]
    if found:
        yield ""
        yield title
        yield from (_INDENT + line for line in found)


def _noted(noted: Noted) -> Iterator[str]:
    """What was noted, the further lines of a text below its first."""
    for name, text in noted.pairs:
        first, *others = text.splitlines()
        yield labelled(name, first)
        yield from (_INDENT + line for line in others)


def _what(standing: Standing) -> Iterator[str]:
    """Amount, status, cadence and count."""
    quote = standing.quote
    yield amount_text(quote.amount, quote.currency)
    yield label("expired") if standing.is_expired else label(quote.status)
    yield shown(quote.cadence)
    yield label("urgent") if quote.urgent else ""
    if quote.is_pending:
        words = _("{count}/{limit} follow-ups, {total} in all")
        tally = standing.tally
        yield words.format(count=tally.count, limit=standing.limit, total=tally.total)


def _days(standing: Standing) -> list[tuple[str, str]]:
    """What happens when, as far as it is known."""
    quote, today = standing.quote, standing.today
    days = [(name, getattr(quote, name)) for name in _DAYS]
    days.append(("valid_until", standing.valid_until))
    rows = [(field_label(name), understood_day(day, today)) for name, day in days if day]
    if standing.steps:
        steps = ", ".join(short_day(day, today) for day in standing.steps)
        rows.append((_("Steps"), steps))
    if quote.outcome is not None:
        on = understood_day(quote.outcome.on, today) if quote.outcome.on else _("day unknown")
        rows.append((field_label(str(quote.status)), on))
    return rows


def _person(person: Person) -> str:
    text = shown(person_line(person))
    if person.left_on is None:
        return text
    return _("{person} (left on {day})").format(person=text, day=long_day(person.left_on))


def _contacts(session: Session, contacts: Sequence[FollowUp]) -> Iterator[str]:
    """The contacts under the numbers that `amend` takes, each with its note."""
    columns = (Column(right=True), *[Column() for _column in range(5)])
    rows = [_contact_cells(number, each) for number, each in enumerate(contacts, start=1)]
    for line, contact in zip(fitted(session, columns, rows, 2), contacts, strict=True):
        yield line
        if contact.note:
            yield from (f"{_INDENT * 3}{text}" for text in shown_lines(contact.note))


def _contact_cells(number: int, contact: FollowUp) -> tuple[str, ...]:
    day = long_day(contact.on) if contact.on else _("day unknown")
    clock = f" {contact.time:%H:%M}" if contact.time else ""
    minutes = _("{n} min").format(n=contact.minutes) if contact.minutes is not None else ""
    return (
        str(number),
        day + clock,
        label(contact.kind),
        label(contact.channel),
        label(contact.outcome) if contact.outcome else "",
        minutes,
    )


def _notes(standing: Standing) -> Iterator[str]:
    """The quote's notes, then why it was closed."""
    if standing.quote.notes:
        yield from shown_lines(standing.quote.notes)
    outcome = standing.quote.outcome
    if outcome and outcome.reason:
        yield f"{field_label('reason')}: {shown(reason_text(outcome.reason))}"
    if outcome and outcome.mode and outcome.mode != standing.quote.mode:  # else it is noted below
        yield f"{field_label('mode')}: {label(outcome.mode)}"
