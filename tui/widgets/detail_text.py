"""The text of the detail panel: a quote with its lead and contacts, or a lead with its quotes."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from store.changes.people import person_line
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.words import Status
from store.rules.advice import Advice
from store.rules.answering import reactivity
from store.rules.board import Board
from store.rules.calls import call_minutes, unpaid_call_minutes
from store.rules.counting import LimitState
from store.rules.leads import LeadStanding
from store.rules.offers import time_lost
from store.rules.order import in_work_order
from store.rules.resting import is_back
from store.rules.standing import Standing
from tui.language import _, ngettext
from tui.safe_text import shown, shown_lines
from tui.views.log_view import contact_day
from tui.views.quote_views import lead_name
from tui.views.view import Look
from tui.widgets.timeline import timeline
from tui.wording.advice import advice_text
from tui.wording.amounts import amount_text, sums_text
from tui.wording.changes import next_step_text
from tui.wording.days import long_day, short_day, understood_day
from tui.wording.labels import label, reason_text
from tui.wording.noted import Noted, noted_of_lead, noted_of_quote
from tui.wording.taking_up import back_text


def quote_text(
    standing: Standing, board: Board, look: Look, width: int, *, contacts: bool = True
) -> Text:
    """Everything about a quote, in lines for a panel of `width` cells."""
    lines = [
        *_heading(standing, look),
        *_dates(standing, look),
        timeline(standing, look, width),
        _next(standing, look),
        *_advice(standing.advice, look),
        *_snooze(standing, look),
        *_notes(standing.quote.notes, look),
        *(_contacts(standing, look) if contacts else ()),
        *_noted_of_quote(standing, board, look),
        *_people(standing.lead, look),
        *_other_quotes(standing, board, look),
    ]
    return Text("\n").join(lines)


def lead_text(standing: LeadStanding, board: Board, look: Look, *, quotes: bool = True) -> Text:
    """Everything about a lead, in lines; its quotes too unless they are listed elsewhere."""
    lead = standing.lead
    facts = [lead.sector, lead.platform, lead.source, *lead.tags, *map(label, lead.flags)]
    lines = [
        Text(lead_name(lead), look.palette.strong),
        _count(standing.tally.count, standing.tally.limit, standing.limit_state, look),
        *_back(standing, look),
        *_advice(standing.advice, look),
        *_reactions(standing),
        *_calls(standing),
        *([Text(sums_text(standing.pending_sums))] if standing.pending else []),
        *([Text(" · ".join(shown(fact) for fact in facts if fact))] if any(facts) else []),
        *_costs(standing, look),
        *_notes(lead.notes, look),
        *_noted(noted_of_lead(lead), look),
        *_people(lead, look),
        *(_its_quotes(standing, board, look) if quotes else ()),
    ]
    return Text("\n").join(lines)


def _back(standing: LeadStanding, look: Look) -> Iterator[Text]:
    """What to do with a lead whose rest is over (PRACTICES H8)."""
    day = standing.lead.recontact_on
    if day is not None and is_back(standing.dossier, standing.today):
        yield Text(back_text(day, standing.today), look.palette.accent)


def _its_quotes(standing: LeadStanding, board: Board, look: Look) -> Iterator[Text]:
    yield Text()
    for quote in in_work_order(board.of_lead(standing.lead.id)):
        yield _quote_line(quote, look)


def _calls(standing: LeadStanding) -> Iterator[Text]:
    """How long calls took, in all and before any agreement (PRACTICES E1)."""
    minutes = call_minutes(standing.contacts)
    if minutes:
        words = _("{minutes} min of calls, {unpaid} min before any agreement")
        yield Text(words.format(minutes=minutes, unpaid=unpaid_call_minutes(standing.dossier)))


def _heading(standing: Standing, look: Look) -> Iterator[Text]:
    quote = standing.quote
    yield Text(lead_name(standing.lead), look.palette.strong)
    yield Text(f"{shown(quote.title)}  ").append(shown(quote.ref), look.palette.quiet)
    status = label("expired") if standing.is_expired else label(quote.status)
    facts = [amount_text(quote.amount, quote.currency), status]
    facts += [label("urgent")] if quote.urgent else []
    facts += [shown(standing.lead.platform)] if standing.lead.platform else []
    yield Text(" · ".join(facts))
    if quote.is_pending:
        yield _count(standing.tally.count, standing.limit, standing.limit_state, look)


def _count(count: int, limit: int, state: LimitState, look: Look) -> Text:
    """The lead's count against its limit, with a sign that is not a colour."""
    style = look.palette.limit(state)
    words = ngettext("{count}/{limit} follow-up", "{count}/{limit} follow-ups", count)
    line = Text(f"{look.signs.limit(state)} ".lstrip(), style)
    line.append(words.format(count=count, limit=limit), style)
    return line if state is LimitState.UNDER else line.append(f", {label(state)}", style)


def _dates(standing: Standing, look: Look) -> Iterator[Text]:
    quote, today = standing.quote, standing.today
    days = (
        (_("asked"), quote.asked_on),
        (_("send by"), quote.send_by if quote.status is Status.DRAFT else None),
        (_("sent"), quote.sent_on),
        (label("decision_expected"), quote.decision_expected if quote.is_pending else None),
    )
    known = [f"{word} {short_day(day, today)}" for word, day in days if day]
    if known:
        yield Text(" · ".join(known), look.palette.quiet)
    if standing.valid_until and quote.status.is_open:
        text = _("valid until {day}").format(day=understood_day(standing.valid_until, today))
        yield Text(text, look.palette.quiet)
    if quote.outcome and quote.outcome.on:
        reason = f": {shown(reason_text(quote.outcome.reason))}" if quote.outcome.reason else ""
        yield Text(_("closed {day}").format(day=long_day(quote.outcome.on)) + reason)


def _next(standing: Standing, look: Look) -> Text:
    due = standing.next_on is not None and standing.next_on <= standing.today
    text = next_step_text(standing) if standing.quote.status.is_open else ""
    if standing.owed:
        return Text(text, look.palette.accent)
    return Text(text, look.palette.good if due else look.palette.plain)


def _advice(found: Iterable[Advice], look: Look) -> Iterator[Text]:
    for advice in found:
        alarm = advice.code == "limit_exceeded"
        style = look.palette.alarm if alarm else look.palette.advice(advice.level)
        yield Text(advice_text(advice), style)


def _snooze(standing: Standing, look: Look) -> Iterator[Text]:
    until = standing.quote.snoozed_until
    if until is not None and until > standing.today:
        text = _("snoozed until {day}").format(day=understood_day(until, standing.today))
        yield Text(text, look.palette.accent)


def _notes(notes: str, look: Look) -> Iterator[Text]:
    if notes:
        yield Text()
        yield from (Text(line, look.palette.quiet) for line in shown_lines(notes))


def _noted_of_quote(standing: Standing, board: Board, look: Look) -> Iterator[Text]:
    """What was noted about the quote and its lead, the private reason too (PRACTICES H5).

    Which other quotes name it is not looked for here: it takes as long as there are quotes.
    """
    quotes = board.linked() if board.knows("linked") else ()
    yield from _noted(noted_of_quote(standing.quote, quotes, private=True), look)
    yield from _noted(noted_of_lead(standing.lead), look)


def _noted(found: Iterable[Noted], look: Look) -> Iterator[Text]:
    """What was noted, theme by theme."""
    for place, noted in enumerate(found):
        if place == 0:
            yield Text()
        yield Text(noted.theme, look.palette.strong)
        for name, text in noted.pairs:
            yield Text(f"{name}: ", look.palette.quiet).append(text, look.palette.plain)


def _reactions(standing: LeadStanding) -> Iterator[Text]:
    """How many follow-ups there were, and how many got a reply (PRACTICES B6)."""
    replied, total = reactivity(standing.contacts)
    yield Text(_("{total} follow-ups in all").format(total=standing.tally.total))
    if total:
        yield Text(_("{replied} of them got a reply").format(replied=replied))


def _costs(standing: LeadStanding, look: Look) -> Iterator[Text]:
    """What offers cost that came to nothing (PRACTICES A2)."""
    lost = time_lost(standing.quotes)
    if lost:
        text = _("{minutes} min spent on offers that came to nothing").format(minutes=lost)
        yield Text(text, look.palette.quiet)


def _contacts(standing: Standing, look: Look) -> Iterator[Text]:
    yield Text()
    if not standing.contacts:
        yield Text(_("No contact logged yet."), look.palette.quiet)
    for contact in reversed(standing.contacts):
        yield contact_line(contact, standing, look)


def contact_line(contact: FollowUp, standing: Standing, look: Look) -> Text:
    """One contact: day, kind, channel, outcome, length, note."""
    line = contact_day(contact, standing.today, look)
    line.pad_right(max(0, 8 - line.cell_len))
    came_in = contact.direction == "in"
    line.append(label(contact.kind), look.palette.accent if came_in else look.palette.plain)
    details = [label(contact.channel)]
    details += [label(contact.outcome)] if contact.outcome else []
    details += [_("{minutes} min").format(minutes=contact.minutes)] if contact.minutes else []
    details += [label("summary_sent")] if contact.summary_sent else []
    details += [shown(contact.note)] if contact.note else []
    return line.append(f" · {' · '.join(details)}", look.palette.quiet)


def _people(lead: Lead, look: Look) -> Iterator[Text]:
    for person in lead.contacts:
        left = f" ({_('left')})" if person.left_on else ""
        yield Text(shown(person_line(person)) + left, look.palette.quiet)


def _other_quotes(standing: Standing, board: Board, look: Look) -> Iterator[Text]:
    others = [
        each for each in board.of_lead(standing.lead.id) if each.quote.id != standing.quote.id
    ]
    if others:
        yield Text()
        yield Text(_("Other quotes"), look.palette.strong)
        yield from (_quote_line(each, look) for each in in_work_order(others))


def _quote_line(standing: Standing, look: Look) -> Text:
    quote = standing.quote
    line = Text(f"{shown(quote.ref)}  ", look.palette.quiet)
    line.append(f"{shown(quote.title)} · {amount_text(quote.amount, quote.currency)}")
    status = label("expired") if standing.is_expired else label(quote.status)
    return line.append(f" · {status}", look.palette.quiet)
