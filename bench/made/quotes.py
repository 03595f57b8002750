"""Made-up quotes: 15 % pending, 3 % drafts, the others closed in the course of ten years."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from msgspec.structs import replace

from bench.made.chance import Chance
from bench.made.words import (
    DECLINE_REASONS,
    DETAILS,
    FIRST_NAMES,
    LOST_REASONS,
    NAMES,
    QUOTE_NOTES,
    WORKS,
)
from store.records.lead import Lead
from store.records.practice_words import (
    Brief,
    Purpose,
    Question,
    Requester,
    Silence,
    Tool,
    Went,
)
from store.records.quote import Outcome, Quote
from store.records.quote_origin import Imported
from store.records.words import RefusalMode, Status

PENDING = 0.15
DRAFTS = 0.03
TEN_YEARS = 3650
"""In days."""

_CLOSED = (
    *(Status.WON,) * 8,
    *(Status.LOST,) * 6,
    *(Status.NO_RESPONSE,) * 4,
    Status.DECLINED,
    Status.SUPERSEDED,
)
_CADENCES = ("", "", "", "standard", "once", "patient")
_VALIDITIES = (15, 21, 21, 30, 30, 45, 60)
_CURRENCIES = (*("EUR",) * 16, "CHF", "GBP", "USD", "CAD")


def status_of_one(chance: Chance) -> Status:
    """Where a quote stands."""
    if chance.happens(PENDING):
        return Status.SENT
    return Status.DRAFT if chance.happens(DRAFTS / (1 - PENDING)) else chance.one_of(_CLOSED)


def age_of_one(status: Status, chance: Chance) -> int:
    """How many days ago it was asked for or sent."""
    if status is Status.SENT:
        return chance.number(0, 45) if chance.happens(0.95) else chance.number(46, 150)
    return chance.number(0, 20) if status is Status.DRAFT else chance.number(10, TEN_YEARS)


def made_quote(status: Status, day: date, ref: str, lead: Lead, chance: Chance) -> Quote:
    """A quote of that day as it was written; whether it snoozes, and how it ended, comes after."""
    sent_on = None if status is Status.DRAFT else day
    validity = chance.one_of(_VALIDITIES)
    given_day = chance.happens(0.2)
    return Quote(
        id=chance.new_id(),
        ref=ref,
        lead_id=lead.id,
        title=f"{chance.one_of(WORKS)}{chance.one_of(DETAILS)}",
        amount=Decimal(chance.number(10_000, 2_000_000)) / 100,
        currency=chance.one_of(_CURRENCIES),
        asked_on=day - timedelta(days=chance.number(0, 9)),
        send_by=day + timedelta(days=chance.number(0, 6)) if chance.happens(0.2) else None,
        sent_on=sent_on,
        validity_days=None if given_day or sent_on is None else validity,
        valid_until=sent_on and sent_on + timedelta(days=validity),
        status=status,
        cadence=chance.one_of(_CADENCES),
        limit=chance.number(1, 5) if chance.happens(0.03) else None,
        urgent=chance.happens(0.1),
        notes=" ".join(chance.some_of(QUOTE_NOTES, 4)),
    )


def snoozed(quote: Quote, chance: Chance, today: date) -> Quote:
    """The open quote, maybe with a day before which it is not to be shown or decided."""
    if not quote.is_pending:
        return quote
    until = today + timedelta(days=chance.number(-5, 20))
    if chance.happens(0.06):
        return replace(quote, snoozed_until=until)
    return replace(quote, decision_expected=until) if chance.happens(0.05) else quote


def closed(quote: Quote, chance: Chance, today: date) -> Quote:
    """The quote with how it ended, if it ended."""
    if quote.status.is_open or quote.sent_on is None:
        return quote
    on = chance.day_after(quote.sent_on, 60, today)
    if quote.status is Status.DECLINED:
        reason, mode = chance.one_of(DECLINE_REASONS), chance.one_of(tuple(RefusalMode))
        return replace(quote, outcome=Outcome(on=on, reason=reason, mode=mode), mode=mode)
    reason = chance.one_of(LOST_REASONS) if quote.status is Status.LOST else ""
    return replace(quote, outcome=Outcome(on=on, reason=reason))


def noted(quote: Quote, lead: Lead, chance: Chance, today: date) -> Quote:
    """The quote with what was noted beyond the form: of three in ten something, of few all."""
    if chance.happens(0.15):
        quote = replace(quote, imported=_imported(quote, lead))
    if chance.happens(0.3):
        quote = _about_the_work(quote, chance)
    if chance.happens(0.1):
        quote = _about_the_request(quote, chance, today)
    return _looking_back(quote, chance) if not quote.status.is_open else quote


def _imported(quote: Quote, lead: Lead) -> Imported:
    return Imported(
        lead=lead.name,
        ref=quote.ref,
        title=quote.title,
        amount=quote.amount,
        currency=quote.currency,
        status=quote.status,
        asked_on=quote.asked_on,
        sent_on=quote.sent_on,
        valid_until=quote.valid_until,
        follow_ups=1,
    )


def _about_the_work(quote: Quote, chance: Chance) -> Quote:
    return replace(
        quote,
        prep_minutes=15 * chance.number(1, 20),
        target_fit=chance.one_of((True, True, False, None)),
        competitors=chance.one_of((None, 1, 2, 3, 6)),
        options=chance.one_of((None, 1, 3)),
        brief=chance.one_of((None, *Brief)),
        requester=chance.one_of((None, *Requester)),
        purpose=chance.one_of((None, *Purpose)),
        discovery=chance.some_of(tuple(Question), 6),
        enthusiasm_mine=chance.one_of((None, 1, 2, 3)),
        enthusiasm_theirs=chance.one_of((None, 0, 1, 2, 3)),
        rapport=chance.one_of((None, 0, 1, 2, 3)),
        simple=chance.happens(0.2),
        on_site=chance.happens(0.2),
        in_zone=chance.one_of((None, True, False)),
        service=chance.one_of(("", "coaching")),
    )


def _about_the_request(quote: Quote, chance: Chance, today: date) -> Quote:
    name = f"{chance.one_of(FIRST_NAMES)} {chance.one_of(NAMES)}"
    day = quote.sent_on or today
    return replace(
        quote,
        displaced=chance.one_of(("", "La maquette du rapport")),
        delivery_due=chance.one_of((None, day + timedelta(days=chance.number(5, 60)))),
        call_at=chance.one_of((None, datetime.combine(day, chance.moment()) + timedelta(days=3))),
        impact=chance.one_of(("", "Le salon ouvre sans plaquette")),
        alternatives=chance.one_of(((), ("Une page simple", "Reprendre l'affiche"))),
        feasible=chance.one_of((None, True, False)),
        volume=chance.one_of((None, 12, 400)),
        tool=chance.one_of((None, *Tool)),
        end_client=chance.one_of(("", name)),
        sourcing_only=chance.happens(0.1),
        lowest_price=chance.happens(0.1),
        incumbent=chance.happens(0.2),
        wants_miracle=chance.happens(0.1),
        goals_revised=chance.happens(0.1),
        prerequisite=chance.one_of(("", "Les textes relus")),
        redirect_to=chance.one_of(("", name)),
        similar_to=chance.one_of(((), ("D24-003",))),
    )


def _looking_back(quote: Quote, chance: Chance) -> Quote:
    if quote.status is Status.WON and chance.happens(0.4):
        went = chance.one_of(tuple(Went))
        return replace(quote, went=went, could_have_known=chance.one_of((None, True, False)))
    if quote.status is Status.NO_RESPONSE and chance.happens(0.5):
        return replace(quote, silence=chance.some_of(tuple(Silence), 2))
    if quote.status is Status.LOST and chance.happens(0.2):
        told, thought = chance.one_of(LOST_REASONS), "Le cousin du patron"
        return replace(quote, stated_reason=told, private_reason=thought)
    if quote.status is Status.DECLINED:
        return replace(quote, referred_to=chance.one_of(("", "Nora Petit")))
    return quote
