"""PRACTICES A: the quote's calendar."""

from datetime import date
from typing import Any

import pytest

from store.records.quote import Outcome
from store.records.words import Status
from store.rules.advice import Level
from store.rules.offers import time_lost
from tests.builders import a_draft, a_quote, standing_on
from tests.practices.advice import said_of_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine


def codes(row: Any) -> list[str]:
    return [advice["code"] for advice in row["advice"]]


def test_a1_a_draft_is_to_send_on_its_send_by_day_and_late_after_it() -> None:
    draft = a_draft(asked_on=date(2026, 3, 2), send_by=date(2026, 3, 4))
    assert standing_on(date(2026, 3, 3), draft).group == "later"
    assert standing_on(date(2026, 3, 4), draft).group == "to_send"
    assert said_of_quote("draft_late", date(2026, 3, 4), draft) is None
    assert said_of_quote("draft_late", date(2026, 3, 5), draft) == {"days": 1}


def test_a2_time_spent_on_a_lost_offer_is_the_leads_time_lost(cli: CommandLine) -> None:
    cli.ok("edit", REF, "prep_minutes=180", 'displaced="the newsletter"')
    (lead,) = cli("leads", "--json").json
    assert lead["time_lost"] == 0
    cli.ok("close", REF, "lost")
    (lead,) = cli("leads", "--json").json
    assert lead["time_lost"] == 180


def test_a2_time_is_lost_once_and_only_on_what_came_to_nothing() -> None:
    spent = [a_quote(prep_minutes=2**place, status=status) for place, status in enumerate(Status)]
    lost = (Status.LOST, Status.DECLINED, Status.NO_RESPONSE)
    assert time_lost(spent) == sum(2 ** [*Status].index(status) for status in lost)
    assert time_lost([a_quote(status=Status.LOST)]) == 0


def test_a3_the_last_valid_day_is_the_21st_and_still_counts() -> None:
    assert not standing_on(date(2026, 3, 23), a_quote()).is_expired
    assert standing_on(date(2026, 3, 24), a_quote()).is_expired
    week = a_quote(validity_days=7)
    assert not standing_on(date(2026, 3, 9), week).is_expired
    assert standing_on(date(2026, 3, 10), week).is_expired


def test_a4_steps_are_two_days_after_sending_and_three_before_the_deadline() -> None:
    steps = standing_on(date(2026, 3, 2), a_quote()).steps
    assert steps == (date(2026, 3, 4), date(2026, 3, 20))


@pytest.mark.parametrize(
    ("day", "group"),
    [("2026-03-20", "later"), ("2026-04-01", "later"), ("2026-04-02", "follow_up")],
)
def test_a5_nothing_is_due_before_the_day_on_which_they_decide(
    cli: CommandLine, day: str, group: str
) -> None:
    cli.ok("edit", REF, "validity_days=60", "decision_expected=2026-04-02")
    quote = cli.only_quote(day)
    assert (quote["group"], quote["next_follow_up_on"]) == (group, "2026-04-02")


def test_a6_a_late_yes_is_refused_and_insisted_makes_a_new_draft(cli: CommandLine) -> None:
    assert cli("close", REF, "won", on="2026-03-25").code == 5
    cli.ok("close", REF, "won", "--yes", on="2026-03-25")
    quotes = cli("list", "--view", "all", "--json", on="2026-03-25").json
    status = {quote["ref"]: quote["status"] for quote in quotes}
    assert status == {REF: "superseded", "D26-002": "draft"}


def test_a6_a_yes_on_the_last_valid_day_is_no_late_yes(cli: CommandLine) -> None:
    cli.ok("close", REF, "won", on="2026-03-23")


def test_a7_delivery_passed_when_the_yes_would_come_after_the_work_was_due(
    cli: CommandLine,
) -> None:
    cli.ok("edit", REF, "validity_days=200", "delivery_due=2026-06-30")
    assert "delivery_passed" not in codes(cli.only_quote("2026-06-30"))
    assert "delivery_passed" in codes(cli.only_quote("2026-08-15"))
    cli.ok("close", REF, "won", on="2026-08-15")
    (advice,) = cli.only_quote("2026-08-15")["advice"]
    assert (advice["code"], advice["level"]) == ("delivery_passed", Level.STOP)


@pytest.mark.parametrize(
    ("status", "yes", "facts"),
    [
        (Status.WON, date(2026, 6, 30), None),
        (Status.WON, date(2026, 7, 1), {"due": date(2026, 6, 30), "days": 1}),
        (Status.WON, None, None),
        (Status.LOST, date(2026, 7, 1), None),
    ],
)
def test_a7_the_day_of_the_yes_decides_once_there_was_one(
    status: Status, yes: date | None, facts: dict[str, Any] | None
) -> None:
    quote = a_quote(delivery_due=date(2026, 6, 30), status=status, outcome=Outcome(on=yes))
    assert said_of_quote("delivery_passed", date(2026, 8, 15), quote) == facts


def test_a1_only_a_draft_that_has_a_send_by_day_can_be_late(cli: CommandLine) -> None:
    cli.ok("add", "Cabinet Rey", "Leaflet", "650", "--draft", "--ref", "L")
    cli.ok("edit", "L", "asked_on=2026-03-02")
    assert "draft_late" not in codes(cli("show", "L", "--json", on="2026-06-01").json)
    cli.ok("edit", "L", "send_by=2026-03-04")
    assert "draft_late" not in codes(cli("show", "L", "--json", on="2026-03-04").json)
    assert "draft_late" in codes(cli("show", "L", "--json", on="2026-03-05").json)
    cli.ok("send", "L", on="2026-03-05")
    assert "draft_late" not in codes(cli("show", "L", "--json", on="2026-03-05").json)


@pytest.mark.parametrize(
    ("day", "left", "view"), [("2026-03-23", 0, "expiring"), ("2026-03-24", -1, "expired")]
)
def test_a3_a_script_sees_the_last_valid_day_and_the_one_after(
    cli: CommandLine, day: str, left: int, view: str
) -> None:
    (quote,) = cli("list", "--view", view, "--json", on=day).json
    assert (quote["valid_until"], quote["days_left"]) == ("2026-03-23", left)


@pytest.mark.parametrize(
    ("sent_on", "steps"),
    [
        (date(2026, 5, 7), (date(2026, 5, 11), date(2026, 5, 22))),
        (date(2026, 3, 6), (date(2026, 3, 9), date(2026, 3, 24))),
    ],
)
def test_a4_steps_around_weekends_and_whit_monday_move_to_working_days(
    sent_on: date, steps: tuple[date, ...]
) -> None:
    assert standing_on(sent_on, a_quote(sent_on=sent_on)).steps == steps
