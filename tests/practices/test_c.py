"""PRACTICES C: urgency."""

from datetime import date
from typing import Any

import pytest

from store.records.practice_words import Purpose, Tool
from store.records.quote import Outcome, Quote
from store.records.words import Status
from tests.builders import a_board, a_draft, a_quote, a_reply
from tests.practices.advice import said_of_lead, said_of_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine

TODAY = date(2026, 3, 20)


def codes(row: Any) -> list[str]:
    return [advice["code"] for advice in row["advice"]]


def test_c1_a_claim_of_urgency_never_raises_the_rank() -> None:
    small = a_quote(id=11, ref="small", amount="300", urgent=True)
    board = a_board(date(2026, 3, 4), small, a_quote(amount="5000", ref="large"))
    assert [each.quote.ref for each in board.quotes()] == ["large", "small"]


def test_c1_of_two_amounts_alike_the_deadline_decides_and_not_the_urgency() -> None:
    urgent = a_quote(id=11, ref="urgent", urgent=True, valid_until=date(2026, 3, 24))
    board = a_board(date(2026, 3, 4), urgent, a_quote(ref="sooner"))
    assert [each.quote.ref for each in board.quotes()] == ["sooner", "urgent"]


URGENT = a_quote(urgent=True)


@pytest.mark.parametrize(
    ("day", "days"),
    [(date(2026, 3, 3), None), (date(2026, 3, 4), 2), (date(2026, 3, 9), 5)],
)
def test_c2_urgent_but_silent_counts_working_days(day: date, days: int | None) -> None:
    assert said_of_quote("urgent_but_silent", day, URGENT) == (days and {"days": days})


def test_c2_a_weekend_is_no_silence() -> None:
    friday = a_quote(urgent=True, sent_on=date(2026, 3, 6))
    assert said_of_quote("urgent_but_silent", date(2026, 3, 9), friday) is None
    assert said_of_quote("urgent_but_silent", date(2026, 3, 10), friday) == {"days": 2}


def test_c2_it_is_gone_after_a_reply_but_not_after_one_from_before_the_sending() -> None:
    day = date(2026, 3, 5)
    assert said_of_quote("urgent_but_silent", day, URGENT, a_reply(day)) is None
    assert said_of_quote("urgent_but_silent", day, URGENT, a_reply(None)) is None
    asked = a_reply(date(2026, 3, 1))
    assert said_of_quote("urgent_but_silent", day, URGENT, asked) == {"days": 3}


def test_c2_it_is_about_urgent_quotes_that_were_sent() -> None:
    day = date(2026, 3, 10)
    assert said_of_quote("urgent_but_silent", day, a_quote()) is None
    assert said_of_quote("urgent_but_silent", day, a_draft(urgent=True)) is None


def requests(*months: str, **fields: Any) -> list[Quote]:
    """Urgent quotes sent on the 20th of those months, which came to nothing."""
    given: dict[str, Any] = {"urgent": True, "status": Status.NO_RESPONSE} | fields
    days = [date.fromisoformat(f"{month}-20") for month in months]
    return [a_quote(id=50 + place, sent_on=day, **given) for place, day in enumerate(days)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_c3_the_one_reminder_for_an_urgent_offer_is_filled_in(
    cli: CommandLine, language: str
) -> None:
    cli.ok("edit", REF, "urgent=yes")
    cli.ok("lead", "Atelier Lumen", "contact+=Ana Roux", f"language={language}")
    text = cli.ok("message", REF, "urgent_sent", on="2026-03-04")
    assert cli.ok("message", REF, on="2026-03-04") == text
    for named in ("Atelier Lumen", "Ana Roux", REF, "Website redesign", "2 mar"):
        assert named in text.replace("2 Mar", "2 mar")
    cli.ok("log", REF, on="2026-03-04")
    assert cli.ok("message", REF, on="2026-03-05") != text


def test_c3_an_offer_that_was_not_sent_has_no_such_message(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Repair", "300", "--draft", "--urgent")
    answer = cli("message", "D26-002", "urgent_sent")
    assert (answer.code, answer.out, "{sent_on}" in answer.err) == (2, "", True)


FIVE = requests("2024-01", "2024-06", "2025-01", "2025-09", "2026-03")


def test_c4_scoping_is_no_false_urgency() -> None:
    scoping = a_quote(urgent=True, purpose=Purpose.SCOPING)
    assert said_of_quote("urgent_but_silent", TODAY, scoping) is None
    work = a_quote(urgent=True, purpose=Purpose.WORK)
    assert said_of_quote("urgent_but_silent", TODAY, work)
    two = requests("2025-01", "2025-09")
    assert said_of_lead("serial_urgent", TODAY, scoping, *two) is None
    assert said_of_lead("serial_urgent", TODAY, work, *two)


def test_c4_what_served_to_define_the_project_counts_again_once_it_does_not(
    cli: CommandLine,
) -> None:
    urgent_three(cli)
    cli.ok("edit", REF, "purpose=scoping")
    assert codes(cli("leads", "--json").json[0]) == []
    cli.ok("edit", REF, "purpose=")
    assert codes(cli("leads", "--json").json[0]) == ["serial_urgent"]


def test_c5_serial_urgent_is_not_cleared_by_a_small_job_outside_of_them() -> None:
    small = a_quote(sent_on=date(2023, 5, 2), amount="150", status=Status.WON)
    assert said_of_lead("serial_urgent", TODAY, small, *FIVE) == {"count": 5, "months": 36}


@pytest.mark.parametrize(
    ("quotes", "count"),
    [
        (requests("2023-03", "2024-01", "2025-01"), 3),
        (requests("2023-02", "2024-01", "2025-01"), None),
        (requests("2024-01", "2025-01"), None),
        (requests("2024-01", "2025-01", "2026-01", urgent=False), None),
        (requests("2024-01", "2025-01", "2026-01", status=Status.SUPERSEDED), None),
        (requests("2024-01", "2025-01", "2026-01", status=Status.WON), None),
        ([*FIVE, a_quote(urgent=True, status=Status.WON)], None),
        ([*FIVE, a_quote(urgent=True, sent_on=date(2023, 3, 19), status=Status.WON)], 5),
        ([*FIVE, a_draft(urgent=True)], 6),
        ([*FIVE, a_draft(urgent=True, status=Status.DECLINED)], 5),
        ([*FIVE, a_draft(urgent=True, status=Status.DECLINED, outcome=Outcome(on=TODAY))], 6),
    ],
)
def test_c5_three_in_36_months_none_of_them_won(quotes: list[Quote], count: int | None) -> None:
    facts = said_of_lead("serial_urgent", TODAY, *quotes)
    assert facts == (count and {"count": count, "months": 36})


def urgent_three(cli: CommandLine) -> None:
    """Two urgent quotes more, all of them without an answer."""
    for ref in (REF, "D26-002", "D26-003"):
        if ref != REF:
            cli.ok("add", "Atelier Lumen", "Repair", "300")
        cli.ok("edit", ref, "urgent=yes")
        cli.ok("close", ref, "no_response")


def test_c5_it_is_said_when_a_quote_is_added_for_the_lead(cli: CommandLine) -> None:
    urgent_three(cli)
    known, other = cli("add", "atelier lumen", "More", "5"), cli("add", "Cabinet Rey", "More", "5")
    assert "3 urgent requests in 36 months, none of them won" in known.err
    assert "urgent" not in other.err
    assert known.out == "D26-004\n"


def test_c6_a_successor_inherits_the_history_of_the_organisation(cli: CommandLine) -> None:
    urgent_three(cli)
    cli.ok("lead", "Atelier Lumen", "contact+=Ana Roux")
    cli.ok("lead", "Atelier Lumen", "contact-=Ana Roux", "contact+=Paul Petit")
    (lead,) = cli("leads", "--json").json
    assert "serial_urgent" in codes(lead)


def test_c6_it_stays_where_the_last_person_left_and_nobody_followed(cli: CommandLine) -> None:
    urgent_three(cli)
    cli.ok("lead", "Atelier Lumen", "contact+=Ana Roux")
    cli.ok("lead", "Atelier Lumen", "contact-=Ana Roux", on="2026-03-05")
    (person,) = cli("show", REF, "--json").json["lead_record"]["contacts"]
    assert (person["name"], person["left_on"]) == ("Ana Roux", "2026-03-05")
    assert "serial_urgent" in codes(cli("leads", "--json", on="2026-03-05").json[0])


def test_c7_triage_first_until_it_is_known_what_else_would_serve(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Shop is down", "900", "--draft", "--urgent", "--ref", "E")
    cli.ok("edit", "E", "impact=loses sales")
    assert "triage_first" in codes(cli("show", "E", "--json").json)
    cli.ok("edit", "E", "alternatives=restore backup")
    assert "triage_first" not in codes(cli("show", "E", "--json").json)
    shown = cli.ok("show", "E")
    assert "What it costs them: loses sales" in shown
    assert "What else would serve: restore backup" in shown


def test_c7_only_urgent_drafts_are_sorted() -> None:
    assert said_of_quote("triage_first", TODAY, a_draft()) is None
    assert said_of_quote("triage_first", TODAY, a_quote(urgent=True)) is None


def test_c8_not_feasible_is_a_stop(cli: CommandLine) -> None:
    cli.ok("edit", REF, "feasible=yes")
    assert cli.only_quote("2026-03-02")["advice"] == []
    cli.ok("edit", REF, "feasible=no")
    (advice,) = cli.only_quote("2026-03-02")["advice"]
    assert (advice["code"], advice["level"]) == ("not_feasible", "stop")


@pytest.mark.parametrize(
    ("fields", "facts"),
    [
        ({"volume": 9, "tool": Tool.BULK}, {"volume": 9}),
        ({"volume": 10, "tool": Tool.BULK}, None),
        ({"volume": 9, "tool": Tool.MANUAL}, None),
        ({"volume": 9}, None),
        ({"tool": Tool.BULK}, None),
    ],
)
def test_c8_out_of_proportion_under_ten_items(
    fields: dict[str, Any], facts: dict[str, int] | None
) -> None:
    assert said_of_quote("out_of_proportion", TODAY, a_quote(**fields)) == facts
