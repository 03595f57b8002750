"""Platforms (PRACTICES F2, F3): bans, complaints, and how much depends on one of them."""

import gc
import weakref
from datetime import date, time
from typing import Any

import pytest

from store.records.edit import Edit
from store.records.lead import Lead
from store.records.practice_words import IncidentKind
from store.records.quote import Outcome, Quote
from store.records.words import Status
from store.rules.board import Board
from store.rules.platform_history import largest_share
from store.rules.views import View
from tests.builders import LEAD_ID, a_board, a_contact, a_lead, a_quote, a_snapshot, an_incident
from tests.practices.advice import codes, said_of_lead
from tests.tui.cli.command_line import CommandLine

ON = "2026-03-04"


FIRST, SECOND = date(2026, 3, 2), date(2026, 3, 10)
ENDS = date(2026, 3, 17)


@pytest.mark.parametrize(
    ("days", "today", "facts"),
    [
        ([FIRST], date(2026, 3, 1), None),
        ([FIRST], FIRST, {"platform": "5euros", "until": ENDS}),
        ([FIRST], ENDS, {"platform": "5euros", "until": ENDS}),
        ([FIRST], date(2026, 3, 18), None),
        ([FIRST, SECOND], date(2026, 3, 9), {"platform": "5euros", "until": ENDS}),
        ([FIRST, SECOND], date(2030, 1, 1), {"platform": "5euros", "until": None}),
        ([FIRST, date(2029, 5, 1)], date(2030, 1, 1), {"platform": "5euros", "until": None}),
    ],
)
def test_f2_banned_for_15_days_the_first_time_and_for_good_the_second(
    days: list[date], today: date, facts: dict[str, Any] | None
) -> None:
    incidents = [an_incident(day, platform="5EUROS" if day == FIRST else "5euros") for day in days]
    found = said_of_lead("banned", today, a_lead(platform="5euros"), a_quote(), *incidents)
    assert (found and {**found, "platform": found["platform"].casefold()}) == facts


def test_f2_a_ban_that_was_noted_twice_for_its_day_is_one() -> None:
    records = (a_lead(platform="5euros"), a_quote(), an_incident(FIRST), an_incident(FIRST))
    assert said_of_lead("banned", FIRST, *records) == {"platform": "5euros", "until": ENDS}


def test_f2_what_was_noted_is_noted_already(on_5euros: CommandLine) -> None:
    on_5euros.ok("ban", "5euros")
    again = on_5euros("ban", "5EUROS", "--note", "again")
    assert (again.code, again.out) == (1, "")
    complaint = ("ban", "5euros", "--kind", "complaint", "--lead", "Atelier Lumen", "--note")
    on_5euros.ok(*complaint, "late")
    assert on_5euros(*complaint, "late").code == 1
    on_5euros.ok(*complaint, "rude")
    (lead,) = on_5euros("leads", "--json").json
    facts = {each["code"]: each["text"] for each in lead["advice"]}
    assert "until Tue 17 Mar 2026" in facts["banned"]
    assert "5euros: 2" in facts["complained"]


def test_f2_banned_marks_the_leads_of_that_platform_only() -> None:
    for platform in ("malt", ""):
        lead = a_lead(platform=platform)
        assert said_of_lead("banned", FIRST, lead, a_quote(), an_incident(FIRST)) is None


def test_f2_a_complaint_bans_nobody_and_is_kept_with_its_lead() -> None:
    complaint = an_incident(FIRST, kind=IncidentKind.COMPLAINT, lead_id=LEAD_ID)
    records = (a_lead(platform="5euros"), a_quote(), complaint)
    assert said_of_lead("banned", FIRST, *records) is None
    facts = {"platform": "5euros", "on": FIRST, "count": 1}
    assert said_of_lead("complained", FIRST, *records) == facts


def test_f2_the_command_says_how_long_the_ban_lasts(on_5euros: CommandLine) -> None:
    line = on_5euros.ok("ban", "5EUROS", "--on", "2026-03-02", on="2026-03-04")
    assert line == "5euros: ban for contact noted, Mon 2 Mar 2026 · banned until Tue 17 Mar 2026\n"
    assert codes(on_5euros, ON) == ["banned"]
    assert "banned for good" in on_5euros.ok("ban", "5euros", on="2026-04-04")
    on_5euros.ok("undo")
    on_5euros.ok("undo")
    assert codes(on_5euros, ON) == []


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["5euro"], 2),
        (["5euros", "--kind", "theft"], 2),
        (["5euros", "--lead", "Nobody"], 4),
        (["5euros", "--kind", "other", "--note", "slow support"], 0),
    ],
)
def test_f2_the_command_refuses_what_nobody_knows(
    cli: CommandLine, args: list[str], code: int
) -> None:
    answer = cli("ban", *args)
    assert (answer.code, "no ban lasts" in answer.out) == (code, code == 0)


def test_f2_a_complaint_is_told_in_words(cli: CommandLine) -> None:
    cli.ok("ban", "malt", "--kind", "complaint", "--lead", "atelier lumen", "--note", "late")
    (advice,) = cli.only_quote(ON)["advice"]
    assert (advice["code"], advice["level"]) == ("complained", "info")
    assert advice["text"] == "Complaints through malt: 1, the last on Mon 2 Mar 2026."


OTHER_ID = 2
OTHER = a_lead(id=OTHER_ID, name="Cabinet Rey")


def won(number: int, amount: str, lead_id: int, on: date | None = FIRST, **more: Any) -> Quote:
    outcome = Outcome(on=on)
    fields: dict[str, Any] = {"id": number, "status": Status.WON, "outcome": outcome}
    return a_quote(**(fields | {"amount": amount, "lead_id": lead_id} | more))


def share_of(*quotes: Quote, other: Lead = OTHER) -> dict[str, Any] | None:
    leads = (a_lead(platform="Malt"), other)
    return said_of_lead("platform_share", date(2026, 3, 20), *leads, *quotes)


@pytest.mark.parametrize(
    ("through", "beside", "percent"),
    [("51", "49", 51), ("50", "50", None), ("50.01", "49.99", 51), ("100", "0", 100)],
)
def test_f3_platform_share_warns_over_one_half(
    through: str, beside: str, percent: int | None
) -> None:
    found = share_of(won(10, through, LEAD_ID), won(11, beside, OTHER_ID))
    assert found == (percent and {"platform": "Malt", "percent": percent, "currency": None})


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ({"on": date(2025, 3, 20)}, False),
        ({"on": date(2025, 3, 21)}, True),
        ({"on": date(2026, 3, 21)}, False),
        ({"on": None}, False),
        ({"status": Status.LOST}, False),
        ({"currency": "USD"}, False),
    ],
)
def test_f3_platform_share_is_of_what_was_won_in_12_months(
    more: dict[str, Any], counts: bool
) -> None:
    """60 of 100 came through Malt, unless other 100 count too."""
    beside = won(12, "90", OTHER_ID, **more)
    assert (share_of(won(10, "60", LEAD_ID), won(11, "40", OTHER_ID), beside) is None) == counts


@pytest.mark.parametrize(
    ("through", "direct", "said"),
    [
        ([("900", "EUR")], [("100000", "JPY")], "EUR"),
        ([("900", "EUR")], [("3", "JPY"), ("4", "JPY")], None),
        ([("900", "EUR"), ("10", "EUR")], [("100000", "JPY"), ("500", "EUR")], "EUR"),
    ],
)
def test_f3_of_several_currencies_that_counts_in_which_most_quotes_were_won(
    through: list[tuple[str, str]], direct: list[tuple[str, str]], said: str | None
) -> None:
    amounts = [(LEAD_ID, *each) for each in through] + [(OTHER_ID, *each) for each in direct]
    quotes = [
        won(10 + at, amount, lead_id, currency=currency)
        for at, (lead_id, amount, currency) in enumerate(amounts)
    ]
    found = share_of(*quotes)
    assert (found and found["currency"]) == said


def test_f3_leads_of_one_platform_are_summed_however_it_is_written() -> None:
    other = a_lead(id=OTHER_ID, name="Cabinet Rey", platform="MALT")
    third = a_lead(id=3, name="Ville de Nay")
    quotes = (won(10, "30", LEAD_ID), won(11, "30", OTHER_ID), won(12, "40", 3))
    found = largest_share(a_snapshot(a_lead(platform="malt"), other, third, *quotes), FIRST)
    assert found is not None
    assert (found.platform, found.percent) == ("malt", 60)


def test_f3_platform_share_is_seen_when_another_quote_is_won(on_5euros: CommandLine) -> None:
    on_5euros.ok("add", "Atelier Lumen", "Leaflet", "650")
    on_5euros.ok("close", "D26-002", "won")
    (lead,) = on_5euros("leads", "--json").json
    assert [each["text"] for each in lead["advice"]] == [
        "100 % of what you won in 12 months came through 5euros."
    ]


def test_f3_platform_share_is_seen_on_a_board_that_goes_on() -> None:
    """What is won elsewhere concerns a lead in which nothing changed."""
    board = a_board_of_platforms()
    assert said_on(board) == ["platform_share"]
    assert said_on(board.with_snapshot(board.snapshot.after(a_change(13, "50")))) == []
    edit = Edit("test", "", puts=(an_incident(FIRST, platform="malt"),))
    assert said_on(board.with_snapshot(board.snapshot.after(edit))) == ["banned", "platform_share"]


def a_change(number: int, amount: str) -> Edit:
    """Something is won with the lead that came through no platform."""
    return Edit("test", "", puts=(won(number, amount, OTHER_ID),))


def a_contact_with(lead_id: int) -> Edit:
    """Somebody is written to about an open quote: that changes no share."""
    return Edit("test", "", puts=(a_contact(FIRST, lead_id=lead_id, quote_id=15),))


def a_board_of_platforms() -> Board:
    """A lead of a platform and two others; more than half was won through the platform."""
    of_platform = (a_lead(platform="malt"), won(10, "60", LEAD_ID), a_quote(id=11))
    others = (OTHER, won(12, "40", OTHER_ID), a_lead(id=3), a_quote(id=15, lead_id=3))
    return a_board(FIRST, *of_platform, *others)


def test_f3_platform_share_is_right_where_it_is_first_asked_for_after_a_change() -> None:
    board = a_board_of_platforms()
    board.work()
    after = board.with_snapshot(board.snapshot.after(a_change(13, "50")))
    assert (said_on(after), said_on(board)) == ([], ["platform_share"])


def test_f3_platform_share_reads_nothing_unless_a_lead_of_a_platform_is_advised() -> None:
    board = a_board_of_platforms()
    assert (board.work(), len(board.quotes(View.PENDING))) == ([], 2)
    assert board.of_quote(a_quote(id=15, lead_id=3)).advice == ()
    board = board.with_snapshot(board.snapshot.after(a_contact_with(3))).at(time(9))
    assert set(board.snapshot.dossiers.made) == {LEAD_ID, 3}
    assert said_on(board) == ["platform_share"]
    assert set(board.snapshot.dossiers.made) == {LEAD_ID, OTHER_ID, 3}


def test_f3_platform_share_does_not_redo_what_a_contact_cannot_change() -> None:
    board = a_board_of_platforms()
    before = board.of_quote(a_quote(id=11))
    after = board.with_snapshot(board.snapshot.after(a_contact_with(3)))
    assert after.of_quote(a_quote(id=11)) is before
    after = after.with_snapshot(after.snapshot.after(a_change(13, "50")))
    assert after.of_quote(a_quote(id=11)) is not before


def test_f3_platform_share_keeps_no_earlier_snapshot_alive() -> None:
    board = a_board_of_platforms()
    board.work()
    earlier = weakref.ref(board.snapshot)
    for edit in (a_contact_with(OTHER_ID), a_change(13, "50"), a_contact_with(OTHER_ID)):
        board = board.at(time(9)).with_snapshot(board.snapshot.after(edit))
        board.work()
    gc.collect()
    assert earlier() is None


def said_on(board: Board) -> list[str]:
    """The codes of what is said of the open quote on the board."""
    return [each.code for each in board.of_quote(board.snapshot.quotes[11]).advice]
