"""PRACTICES B: how far to chase."""

from datetime import date, timedelta
from typing import Any

import pytest

from store.records.follow_up import FollowUp
from store.records.quote import Outcome, Quote
from store.records.words import CallOutcome, Channel, Direction, Kind, RefusalMode, Status
from tests.builders import a_contact, a_quote, a_reply, standing_on
from tests.practices.advice import said_of_lead, said_of_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine

TODAY = date(2026, 3, 10)


def test_b1_calls_and_mails_count_together_and_the_limit_is_reached_then_exceeded(
    cli: CommandLine,
) -> None:
    for day, channel in (("04", "phone"), ("10", "email"), ("16", "phone"), ("20", "email")):
        cli.ok("log", REF, "--channel", channel, on=f"2026-03-{day}")
    third, fourth = cli.only_quote("2026-03-19"), cli.only_quote("2026-03-20")
    assert (third["count"], third["limit_state"]) == (3, "reached")
    assert (fourth["count"], fourth["limit_state"]) == (4, "exceeded")
    assert "limit_reached" in [each["code"] for each in third["advice"]]
    assert "limit_exceeded" in [each["code"] for each in fourth["advice"]]


def test_b2_after_the_one_reminder_of_once_comes_nothing() -> None:
    quote = a_quote(cadence="once")
    voicemail = a_contact(date(2026, 3, 4), channel=Channel.PHONE)
    assert standing_on(date(2026, 3, 3), quote).next_on == date(2026, 3, 4)
    assert standing_on(date(2026, 3, 4), quote, [voicemail]).next_on is None
    assert said_of_quote("limit_reached", date(2026, 3, 4), quote, voicemail)


def a_call(**fields: Any) -> FollowUp:
    return a_contact(date(2026, 3, 4), **({"channel": Channel.PHONE} | fields))


@pytest.mark.parametrize(
    ("contacts", "calls"),
    [
        ([a_call(), a_call()], 2),
        ([a_call(), a_call(channel=Channel.VIDEO), a_call()], 3),
        ([a_call(), a_reply(date(2026, 3, 5)), a_call(kind=Kind.ANSWER)], 2),
        ([a_call()], None),
        ([a_call(), a_call(channel=Channel.EMAIL)], None),
        ([a_call(), a_call(direction=Direction.IN)], None),
        ([a_call(), a_call(quote_id=11)], None),
    ],
)
def test_b3_haggling_signal_after_two_calls_about_what_is_pending(
    contacts: list[FollowUp], calls: int | None
) -> None:
    closed = a_quote(id=11, status=Status.WON)
    facts = said_of_quote("haggling_signal", TODAY, a_quote(), closed, *contacts)
    assert facts == (calls and {"calls": calls})


def test_b3_haggling_signal_is_said_when_the_second_call_is_logged(cli: CommandLine) -> None:
    first = cli("log", REF, "--channel", "phone", "--outcome", "voicemail", on="2026-03-04")
    second = cli("log", REF, "--channel", "phone", "--outcome", "voicemail", on="2026-03-09")
    mail = cli("log", REF, on="2026-03-16")
    assert ["room on the price" in each.err for each in (first, second, mail)] == [
        False,
        True,
        False,
    ]


def test_b4_what_the_silence_means_and_how_many_compete_are_kept_and_shown(
    cli: CommandLine,
) -> None:
    cli.ok("edit", REF, "silence=price,embarrassed", "competitors=10")
    record = cli("show", REF, "--json").json["quote_record"]
    assert (record["silence"], record["competitors"]) == (["price", "embarrassed"], 10)
    shown = cli.ok("show", REF)
    assert "Competitors: 10" in shown
    assert "What the silence means: the price, embarrassed to say no" in shown


SLOW = (70, 80, 95)
"""Days to the answers of the specification's example."""


def closed(number: int, status: Status, after_days: int | None, **fields: Any) -> Quote:
    """A quote of 2025 that the lead answered, or did not, after so many days."""
    sent_on = date(2025, 1, 6)
    on = None if after_days is None else sent_on + timedelta(days=after_days)
    outcome = Outcome(on=on, became=fields.pop("became", None))
    return a_quote(id=number, sent_on=sent_on, status=status, outcome=outcome, **fields)


def history(won: tuple[int, ...], *others: Quote) -> list[Quote]:
    yes = [closed(20 + place, Status.WON, days) for place, days in enumerate(won)]
    return [*yes, *others]


UNANSWERED = closed(30, Status.NO_RESPONSE, 200)


@pytest.mark.parametrize(
    ("before", "days"),
    [
        (history(SLOW, UNANSWERED), 80),
        (history(SLOW), 80),
        (history((29, 30, 95), UNANSWERED), None),
        (history((29, 31, 95), UNANSWERED), 31),
        (history((30, 31), UNANSWERED), 30),
        (history((70, 80)), None),
        (history((70, 80), UNANSWERED, closed(31, Status.LOST, 90)), 80),
        (
            history((70, 80), UNANSWERED, closed(31, Status.LOST, 90), closed(32, Status.LOST, 9)),
            None,
        ),
    ],
)
def test_b5_slow_but_signs_instead_of_a_proposal_to_close(
    before: list[Quote], days: int | None
) -> None:
    expired = date(2026, 3, 24)
    assert said_of_quote("slow_but_signs", expired, a_quote(), *before) == (days and {"days": days})
    proposed = said_of_quote("close_as_no_response", expired, a_quote(), *before)
    assert proposed == (None if days else {"days": 1})


def test_b5_nothing_is_said_before_the_quote_has_expired() -> None:
    assert said_of_quote("slow_but_signs", date(2026, 3, 23), a_quote(), *history(SLOW)) is None


def test_b5_h6_what_i_refused_or_priced_to_be_refused_is_not_held_against_the_lead() -> None:
    refused = [closed(60 + place, Status.DECLINED, 5) for place in range(4)]
    deterrent = RefusalMode.DETERRENT
    deterred = [closed(70 + place, Status.LOST, 90, mode=deterrent) for place in range(4)]
    expired = date(2026, 3, 24)
    for more in (refused, deterred):
        assert said_of_quote("slow_but_signs", expired, a_quote(), *history(SLOW), *more)


def test_b5_a_first_reply_is_the_answer_and_what_replaced_a_late_yes_was_none() -> None:
    early = [a_reply(date(2025, 1, 9), quote_id=20 + place) for place in range(3)]
    expired = date(2026, 3, 24)
    assert said_of_quote("slow_but_signs", expired, a_quote(), *history(SLOW), *early) is None
    late = [
        closed(40 + place, Status.SUPERSEDED, days, became=20 + place)
        for place, days in enumerate(SLOW)
    ]
    replaced = [*history((0, 0, 0)), *late]
    assert said_of_quote("slow_but_signs", expired, a_quote(), *replaced) == {"days": 80}


def chased(*pattern: str) -> list[FollowUp]:
    """Follow-ups (f) and replies (r), one a day."""
    kinds = {"f": Kind.FOLLOW_UP, "r": Kind.REPLY}
    days = (date(2026, 3, 2) + timedelta(days=number) for number in range(len(pattern)))
    return [a_contact(day, kind=kinds[sign]) for day, sign in zip(days, pattern, strict=True)]


@pytest.mark.parametrize(
    ("pattern", "facts"),
    [
        ("fff", {"replied": 0, "follow_ups": 3}),
        ("ff", None),
        ("ffffr", None),
        ("fffffr", {"replied": 1, "follow_ups": 5}),
        ("rfff", {"replied": 0, "follow_ups": 3}),
        ("ffffrr", None),
        ("ffffrrf", {"replied": 1, "follow_ups": 5}),
    ],
)
def test_b6_low_reactivity_under_a_quarter(pattern: str, facts: dict[str, int] | None) -> None:
    assert said_of_lead("low_reactivity", date(2026, 3, 20), a_quote(), *chased(*pattern)) == facts


def test_b1_the_count_is_the_leads_over_all_its_quotes_until_it_replies(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Leaflet", "650", "--sent", "2026-03-02")
    for day, ref in (("04", REF), ("09", "D26-002"), ("13", REF)):
        cli.ok("log", ref, on=f"2026-03-{day}")
    quotes = cli("list", "--json", on="2026-03-13").json
    assert [(each["count"], each["limit_state"]) for each in quotes] == [(3, "reached")] * 2
    cli.ok("reply", "D26-002", on="2026-03-14")
    quotes = cli("list", "--json", on="2026-03-14").json
    assert [(each["count"], each["limit_state"]) for each in quotes] == [(0, "under")] * 2


@pytest.mark.parametrize("outcome", [*CallOutcome])
def test_b2_once_is_once_whether_they_answered_or_not(outcome: CallOutcome) -> None:
    quote = a_quote(cadence="once")
    call = a_contact(date(2026, 3, 4), channel=Channel.PHONE, outcome=outcome)
    assert standing_on(date(2026, 3, 23), quote, [call]).next_on is None
    replied = [call, a_reply(date(2026, 3, 5))]
    assert standing_on(date(2026, 3, 23), quote, replied).next_on is None
