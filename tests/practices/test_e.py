"""PRACTICES E, channels: each row's example, and the cases at its bounds."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from store.records.quote import Outcome
from store.records.settings import Settings
from store.records.words import CallOutcome, Channel, Kind, Status
from store.rules.calls import call_minutes, is_call, is_held, unpaid_call_minutes
from store.rules.groups import Group
from tests.builders import a_contact, a_lead, a_quote, a_reply, a_snapshot, standing_on
from tests.practices.advice import said_of_lead, said_of_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine

DAY = date(2026, 3, 4)
MISSED, VOICEMAIL, ANSWERED = CallOutcome


def codes(cli: CommandLine, on: str) -> list[str]:
    return [advice["code"] for advice in cli.only_quote(on)["advice"]]


def group(cli: CommandLine, on: str) -> str:
    return str(cli.only_quote(on)["group"])


@pytest.mark.parametrize(
    ("fields", "call", "held"),
    [
        ({"channel": Channel.PHONE, "outcome": ANSWERED}, True, True),
        ({"channel": Channel.VIDEO, "minutes": 20}, True, True),
        ({"channel": Channel.VIDEO, "kind": Kind.MEETING}, True, True),
        ({"channel": Channel.PHONE}, True, False),
        ({"channel": Channel.PHONE, "outcome": VOICEMAIL, "minutes": 2}, True, False),
        ({"channel": Channel.PHONE, "outcome": MISSED}, True, False),
        ({"channel": Channel.PLATFORM}, False, False),
        ({"channel": Channel.PLATFORM, "outcome": MISSED}, True, False),
        ({"channel": Channel.PLATFORM, "minutes": 15}, True, True),
        ({"channel": Channel.EMAIL, "minutes": 15}, False, False),
        ({"channel": Channel.MEETING, "kind": Kind.MEETING, "minutes": 60}, False, False),
    ],
)
def test_e1_what_a_call_is_and_whether_it_was_held(
    fields: dict[str, Any], call: bool, held: bool
) -> None:
    contact = a_contact(**fields)
    assert (is_call(contact), is_held(contact)) == (call, held)


def test_e1_the_minutes_of_calls_are_summed(cli: CommandLine) -> None:
    cli.ok(
        "log", REF, "--channel", "phone", "--minutes", "30", "--on", "2026-03-04", on="2026-03-05"
    )
    cli.ok(
        "log", REF, "--channel", "video", "--minutes", "60", "--on", "2026-03-05", on="2026-03-05"
    )
    cli.ok("log", REF, "--minutes", "15", "--on", "2026-03-05", on="2026-03-05")
    (lead,) = cli("leads", "--json", on="2026-03-05").json
    assert (lead["call_minutes"], lead["unpaid_call_minutes"]) == (90, 90)


def test_e1_calls_after_the_agreement_are_not_before_it() -> None:
    won = a_quote(status=Status.WON, outcome=Outcome(on=DAY))
    calls = [
        a_contact(day, channel=Channel.PHONE, minutes=minutes)
        for day, minutes in ((None, 1), (DAY, 2), (date(2026, 3, 5), 4))
    ]
    (dossier,) = a_snapshot(won, *calls).dossiers.values()
    assert (call_minutes(dossier.contacts), unpaid_call_minutes(dossier)) == (7, 3)


@pytest.mark.parametrize(("minutes", "said"), [(59, None), (60, {"minutes": 60})])
def test_e2_unpaid_calls_from_60_minutes_on(minutes: int, said: object) -> None:
    calls = [a_contact(DAY, channel=Channel.PHONE, minutes=each) for each in (minutes - 20, 20)]
    assert said_of_lead("unpaid_calls", DAY, a_quote(), *calls) == said


def test_e2_a_lead_that_signed_something_has_paid_for_its_calls() -> None:
    call = a_contact(DAY, channel=Channel.PHONE, minutes=60)
    won = a_quote(id=11, ref="B", status=Status.WON)
    lost = a_quote(id=11, ref="B", status=Status.LOST)
    assert said_of_lead("unpaid_calls", DAY, a_quote(), won, call) is None
    assert said_of_lead("unpaid_calls", DAY, a_quote(), lost, call) == {"minutes": 60}


def test_e3_summary_owed_until_it_is_ticked(cli: CommandLine) -> None:
    cli.ok("log", REF, "--channel", "phone", "--outcome", "answered", on="2026-03-04")
    assert (group(cli, "2026-03-04"), group(cli, "2026-03-05")) == ("owed", "owed")
    assert "summary_owed" in codes(cli, "2026-03-05")
    assert "summary" in cli.ok("today", on="2026-03-05")
    cli.ok("log", REF, on="2026-03-05")
    assert group(cli, "2026-03-05") == "owed"
    cli.ok("amend", REF, "1", "summary_sent=yes", on="2026-03-05")
    assert group(cli, "2026-03-05") == "later"
    assert "summary_owed" not in codes(cli, "2026-03-05")


@pytest.mark.parametrize("outcome", [MISSED, VOICEMAIL])
def test_e3_nobody_sums_up_a_call_that_nobody_answered(outcome: CallOutcome) -> None:
    call = a_contact(DAY, channel=Channel.PHONE, outcome=outcome)
    assert not standing_on(DAY, a_quote(), [call]).owed


def test_e3_each_call_has_its_summary_and_a_closed_quote_owes_none() -> None:
    first, second = (
        a_contact(day, channel=Channel.PHONE, outcome=ANSWERED) for day in (DAY, date(2026, 3, 5))
    )
    assert standing_on(date(2026, 3, 6), a_quote(), [first, second]).owed.summary is second
    assert said_of_quote("summary_owed", date(2026, 3, 6), a_quote(), first, second) == {"calls": 2}
    assert not standing_on(DAY, a_quote(status=Status.WON), [first]).owed


def test_e3_the_summary_of_a_reply_by_phone_answers_it() -> None:
    reply = {"channel": Channel.PHONE, "minutes": 5}
    owed = standing_on(DAY, a_quote(), [a_reply(DAY, **reply)]).owed
    assert owed.reply is owed.summary is not None
    assert not standing_on(DAY, a_quote(), [a_reply(DAY, summary_sent=True, **reply)]).owed
    assert not standing_on(DAY, a_quote(), [a_reply(DAY, answer_needed=False, **reply)]).owed


@pytest.mark.parametrize(
    ("now", "code"),
    [
        ("2026-03-04 10:00", "reply_owed"),
        ("2026-03-04 11:00", "reply_owed"),
        ("2026-03-04 11:01", "reply_late"),
        ("2026-03-04", "reply_owed"),
        ("2026-03-05", "reply_late"),
        ("2026-03-05 00:10", "reply_late"),
    ],
)
def test_e4_reply_late_after_the_target(cli: CommandLine, now: str, code: str) -> None:
    cli.ok("reply", REF, "--on", "2026-03-04 10:00", on="2026-03-04")
    (advice,) = cli.only_quote(now)["advice"]
    level = "info" if code == "reply_owed" else "warn"
    assert (advice["code"], advice["level"], group(cli, now)) == (code, level, "owed")
    cli.ok("log", REF, on=now)
    assert codes(cli, now) == []


def test_e4_just_before_midnight_is_not_late_just_after_it(cli: CommandLine) -> None:
    cli.ok("reply", REF, "--on", "2026-03-04 23:50", on="2026-03-04")
    assert "reply_owed" in codes(cli, "2026-03-05 00:50")
    assert "reply_late" in codes(cli, "2026-03-05 00:51")


def test_e4_a_reply_of_unknown_day_is_owed_and_never_late() -> None:
    reply = a_reply(None)
    assert said_of_quote("reply_owed", date(2026, 4, 1), a_quote(), reply) == {}
    assert said_of_quote("reply_late", date(2026, 4, 1), a_quote(), reply) is None


def test_e4_the_target_is_a_setting() -> None:
    reply, two_days = a_reply(DAY), Settings(reply_minutes=2 * 24 * 60)
    for day, late in ((6, None), (7, {"target": 2880})):
        said = said_of_quote("reply_late", date(2026, 3, day), a_quote(), reply, settings=two_days)
        assert said == late


@pytest.mark.parametrize(("amount", "said"), [("1000.00", True), ("1000.01", False), ("999", True)])
def test_e5_call_not_earned_up_to_the_amount(cli: CommandLine, amount: str, said: bool) -> None:
    cli.ok("edit", REF, f"amount={amount}")
    assert "call_not_earned" not in codes(cli, "2026-03-04")
    answer = cli("log", REF, "--channel", "phone", "--outcome", "voicemail", on="2026-03-04")
    assert ("settle it in writing" in answer.err) == said
    assert ("call_not_earned" in codes(cli, "2026-03-04")) == said


def test_e5_mail_is_no_call(cli: CommandLine) -> None:
    cli.ok("edit", REF, "amount=10")
    assert "in writing" not in cli("log", REF, on="2026-03-04").err
    assert "call_not_earned" not in codes(cli, "2026-03-04")


def test_e5_regular_leads_have_earned_calls() -> None:
    quote, call = a_quote(amount="300"), a_contact(DAY, channel=Channel.VIDEO)
    won = [a_quote(id=number, ref=f"W{number}", status=Status.WON) for number in (11, 12)]
    said = {"over": Decimal(1000), "currency": "EUR"}
    assert said_of_quote("call_not_earned", DAY, quote, call) == said
    assert said_of_quote("call_not_earned", DAY, quote, call, won[0]) == said
    assert said_of_quote("call_not_earned", DAY, quote, call, *won) is None
    assert said_of_quote("call_not_earned", DAY, quote, call, a_lead(regular=True)) is None


def test_e6_on_site_work_over_the_amount_gets_a_meeting_first(cli: CommandLine) -> None:
    answer = cli.ok("edit", REF, "on_site=yes", "amount=1500")
    assert "meet them" in answer
    assert "meet_first" in codes(cli, "2026-03-04")
    cli.ok("log", REF, "--kind", "meeting", "--channel", "meeting", on="2026-03-04")
    assert "meet_first" not in codes(cli, "2026-03-04")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"on_site": True, "amount": "1000.01"}, {}),
        ({"on_site": True, "amount": "1000"}, None),
        ({"amount": "1500"}, None),
    ],
)
def test_e6_meet_first_needs_both(fields: dict[str, Any], said: object) -> None:
    assert said_of_quote("meet_first", DAY, a_quote(**fields)) == said


def test_e6_a_meeting_of_tomorrow_was_not_held_yet() -> None:
    quote = a_quote(on_site=True, amount="1500")
    tomorrow = a_contact(date(2026, 3, 5), channel=Channel.MEETING)
    assert said_of_quote("meet_first", DAY, quote, tomorrow) == {}
    assert said_of_quote("meet_first", date(2026, 3, 5), quote, tomorrow) is None


def test_e7_what_is_simple_is_written_instead(cli: CommandLine) -> None:
    cli.ok("edit", REF, "simple=yes")
    cli.ok("lead", "Atelier Lumen", "regular=yes")
    assert "write_instead" not in codes(cli, "2026-03-04")
    answer = cli("log", REF, "--channel", "video", on="2026-03-04")
    assert "this is simple" in answer.err
    assert "write_instead" in codes(cli, "2026-03-04")


@pytest.mark.parametrize(
    ("simple", "fields", "said"),
    [
        (True, {"channel": Channel.PHONE}, {}),
        (True, {"channel": Channel.PHONE, "kind": Kind.REPLY}, {}),
        (True, {"channel": Channel.EMAIL}, None),
        (True, {"channel": Channel.MEETING}, None),
        (False, {"channel": Channel.PHONE}, None),
    ],
)
def test_e7_write_instead_of_calling_only(
    simple: bool, fields: dict[str, Any], said: object
) -> None:
    contact = a_contact(DAY, **fields)
    assert said_of_quote("write_instead", DAY, a_quote(simple=simple), contact) == said


@pytest.mark.parametrize(("insists", "said"), [(2, None), (3, {"times": 3}), (4, {"times": 4})])
def test_e8_insists_on_calls_at_the_third_time(insists: int, said: object) -> None:
    assert said_of_lead("insists_on_calls", DAY, a_quote(), a_lead(insists=insists)) == said


def test_e8_insisting_is_counted_on_the_lead_and_shown_on_its_quotes(cli: CommandLine) -> None:
    cli.ok("lead", "Atelier Lumen", "insists=3", "reason=prefers to talk")
    (lead,) = cli("leads", "--json").json
    assert [advice["code"] for advice in lead["advice"]] == ["insists_on_calls"]
    assert "insists_on_calls" in codes(cli, "2026-03-02")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("02:00", True),
        ("07:59", True),
        ("08:00", False),
        ("19:59", False),
        ("20:00", True),
    ],
)
def test_e9_out_of_hours(cli: CommandLine, at: str, said: bool) -> None:
    cli.ok("reply", REF, "--on", f"2026-03-04 {at}", on="2026-03-04")
    assert ("out_of_hours" in codes(cli, "2026-03-05")) == said


def test_e9_the_hour_of_what_was_logged_is_corrected_as_at_or_time(cli: CommandLine) -> None:
    cli.ok("reply", REF, on="2026-03-04")
    for field, said in (("at=02:00", True), ("time=08:00", False), ("at=20:00", True)):
        cli.ok("amend", REF, "1", field, on="2026-03-04")
        assert ("out_of_hours" in codes(cli, "2026-03-04")) == said
    assert cli("amend", REF, "1", "at=02:00", "time=03:00", on="2026-03-04").code == 2


def test_e9_my_own_night_work_and_unknown_times_say_nothing_of_the_lead() -> None:
    at_night = a_contact(DAY, time=time(2))
    assert said_of_quote("out_of_hours", DAY, a_quote(), at_night, a_reply(DAY)) is None


def test_e9_the_hours_are_a_setting() -> None:
    reply, early = a_reply(DAY, time=time(6, 30)), Settings(hours=(6, 14))
    assert said_of_quote("out_of_hours", DAY, a_quote(), reply, settings=early) is None
    said = {"contacts": 1, "from": 8, "to": 20}
    assert said_of_quote("out_of_hours", DAY, a_quote(), reply) == said


def test_e9_changes_asked_in_the_middle_of_a_job_are_a_scope_change(cli: CommandLine) -> None:
    cli.ok("log", REF, "--kind", "change_request", on="2026-03-03")
    assert "scope_change" not in codes(cli, "2026-03-03")
    cli.ok("close", REF, "won", on="2026-03-04")
    assert "scope_change" not in codes(cli, "2026-03-04")
    asked = ("--kind", "change_request", "--on", "2026-03-05 02:00")
    assert "Agree on their price" in cli("log", REF, *asked, on="2026-03-05").err
    assert codes(cli, "2026-03-05") == ["scope_change", "out_of_hours"]


def test_e10_an_agreed_call_is_owed_on_its_day(cli: CommandLine) -> None:
    answer = cli.ok("edit", REF, "call_at=2026-03-05 14:00")
    assert "call on Thu 5 Mar 2026 14:00" in answer
    cli.ok("log", REF, on="2026-03-03")
    assert [group(cli, f"2026-03-0{day}") for day in (4, 5, 6)] == ["later", "owed", "later"]
    assert "call at 14:00" in cli.ok("today", on="2026-03-05")
    assert "next: call at 14:00" in cli.ok("show", REF, on="2026-03-05")


def test_e10_trying_in_vain_still_owes_the_call(cli: CommandLine) -> None:
    cli.ok("edit", REF, "call_at=2026-03-05 14:00")
    cli.ok("log", REF, "--channel", "phone", "--outcome", "no_answer", on="2026-03-05")
    assert group(cli, "2026-03-05") == "owed"
    cli.ok("log", REF, "--channel", "phone", "--outcome", "answered", on="2026-03-05")
    cli.ok("amend", REF, "2", "summary_sent=yes", on="2026-03-05")
    assert group(cli, "2026-03-05") != "owed"


@pytest.mark.parametrize("met", [("--channel", "meeting"), ("--kind", "meeting")])
@pytest.mark.parametrize(("day", "owed"), [("2026-03-04", True), ("2026-03-05", False)])
def test_e10_who_met_on_the_agreed_day_owes_no_call(
    cli: CommandLine, met: tuple[str, str], day: str, owed: bool
) -> None:
    cli.ok("edit", REF, "call_at=2026-03-05 14:00")
    cli.ok("log", REF, *met, "--on", day, on=day)
    assert (group(cli, "2026-03-05") == "owed") == owed


def test_e10_a_draft_can_owe_a_call_and_a_closed_quote_cannot() -> None:
    at = datetime(2026, 3, 4, 14)
    draft = a_quote(status=Status.DRAFT, sent_on=None, call_at=at)
    assert standing_on(DAY, draft).group is Group.OWED
    assert not standing_on(DAY, a_quote(status=Status.LOST, call_at=at)).owed
