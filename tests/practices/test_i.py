"""PRACTICES I: hindsight."""

from datetime import date, timedelta

import pytest

from store.records.practice_words import Flag, Went
from store.records.words import CallOutcome, Channel, Status
from store.rules.hindsight.answer_times import Spread, spread
from store.rules.hindsight.follow_up_numbers import AfterFollowUp
from tests.builders import LEAD_ID, QUOTE_ID, SENT_ON, a_contact, a_lead, a_quote, a_reply
from tests.practices.looking_back import closed, looked_back, several
from tests.tui.cli.command_line import CommandLine

WON, LOST, SILENT, DECLINED = Status.WON, Status.LOST, Status.NO_RESPONSE, Status.DECLINED


def day(after: int) -> date:
    """So many days after sending."""
    return SENT_ON + timedelta(days=after)


def test_i1_two_flags_of_what_went_badly_are_in_the_report(cli: CommandLine) -> None:
    cli.ok("lead", "Atelier Lumen", "flags=rushes,price_only")
    cli.ok("close", "D26-001", "won")
    cli.ok("edit", "D26-001", "went=badly", "could_have_known=yes")
    warnings = cli("stats", "--json").json["warnings"]
    assert (warnings["well"], warnings["badly"], warnings["could_have_known"]) == (0, 1, 1)
    flags = [each for each in warnings["signs"] if each["kind"] == "flag"]
    assert flags == [
        {"code": "price_only", "kind": "flag", "well": 0, "badly": 1},
        {"code": "rushes", "kind": "flag", "well": 0, "badly": 1},
    ]
    assert warnings["quotes"][0]["flags"] == ["rushes", "price_only"]
    assert "D26-001 Atelier Lumen: went badly, 2 flags, 0 warnings" in cli.ok("stats")


def test_i1_advice_is_that_of_the_day_of_closing() -> None:
    chases = [a_contact(day(each)) for each in (2, 6, 9)]
    later = a_contact(day(30))
    quote = closed(WON, after=10, went=Went.WELL)
    (looked,) = looked_back(quote, *chases, later).lessons.quotes
    assert "limit_reached" in looked.advice
    assert "limit_exceeded" not in looked.advice


def test_i1_a_sign_that_was_right_more_often_than_wrong_comes_first() -> None:
    lead = a_lead(flags=(Flag.RUSHES, Flag.HANGS_UP))
    other = a_lead(id=2, name="Cabinet Rey", flags=(Flag.HANGS_UP,))
    found = looked_back(
        lead,
        other,
        closed(WON, went=Went.BADLY),
        closed(WON, number=1, went=Went.WELL, lead_id=2),
    ).lessons
    flags = [(each.code, each.well, each.badly) for each in found.warnings if each.is_flag]
    assert flags == [("rushes", 0, 1), ("hangs_up", 1, 1)]


def test_i1_what_went_badly_without_a_warning_is_counted() -> None:
    found = looked_back(closed(WON, went=Went.BADLY)).lessons
    assert (found.badly, found.unwarned, found.warnings) == (1, 1, ())


def test_i1_what_nobody_looked_back_on_is_not_in_the_report() -> None:
    assert looked_back(a_lead(flags=(Flag.RUSHES,)), closed(LOST)).lessons.quotes == ()


def test_i2_leboncoin_2_of_5_is_40_percent() -> None:
    found = looked_back(a_lead(source="Leboncoin"), *several(WON, WON, LOST, LOST, SILENT)).sources
    assert [(each.source, each.won, each.asked, each.percent) for each in found] == [
        ("Leboncoin", 2, 5, 40.0)
    ]


def test_i2_in_words_and_for_scripts(cli: CommandLine) -> None:
    cli.ok("lead", "Atelier Lumen", "source=Leboncoin")
    for number in range(2, 6):
        cli.ok("add", "Atelier Lumen", f"Another {number}", "100", "--sent", "2026-03-02")
    for ref in ("D26-001", "D26-002"):
        cli.ok("close", ref, "won")
    (source,) = cli("stats", "--json").json["sources"]
    assert (source["asked"], source["won"], source["percent"]) == (5, 2, 40.0)
    (line,) = [each for each in cli.ok("stats").splitlines() if "Leboncoin" in each]
    assert line.split()[2:] == ["2", "of", "5", "40", "%"]


def test_i2_a_source_is_one_whatever_its_case_and_what_was_asked_counts_all() -> None:
    found = looked_back(
        a_lead(source="Leboncoin"),
        a_lead(id=2, name="Cabinet Rey", source="LEBONCOIN"),
        *several(WON, DECLINED),
        a_quote(id=30, lead_id=2),
        closed(Status.SUPERSEDED, number=31),
    ).sources
    assert [(each.source, each.won, each.asked) for each in found] == [("Leboncoin", 1, 3)]
    assert found[0].rate.percent == 100.0


def test_i3_after_which_follow_up_quotes_were_answered_and_won() -> None:
    found = looked_back(
        closed(WON, number=0, after=8),
        a_contact(day(2)),
        a_reply(day(3)),
        a_contact(day(7)),
        closed(SILENT, number=1, after=30),
        a_contact(day(2), quote_id=QUOTE_ID + 1),
    ).follow_ups
    assert found == (
        AfterFollowUp(0, sent=2, answered=0, won=0),
        AfterFollowUp(1, sent=2, answered=1, won=0),
        AfterFollowUp(2, sent=1, answered=1, won=1),
    )


def test_i3_a_yes_to_the_offer_itself_came_after_no_follow_up() -> None:
    assert looked_back(closed(WON)).follow_ups == (AfterFollowUp(0, 1, 1, 1),)


def test_i3_a_call_that_was_answered_is_an_answer() -> None:
    call = a_contact(day(2), channel=Channel.PHONE, outcome=CallOutcome.ANSWERED)
    missed = a_contact(day(5), channel=Channel.PHONE, outcome=CallOutcome.VOICEMAIL)
    found = looked_back(a_quote(), call, missed).follow_ups
    assert [each.answered for each in found] == [0, 1, 0]


def test_i3_what_lies_after_the_closing_or_after_today_is_not_counted() -> None:
    after_closing = a_contact(day(12))
    assert len(looked_back(closed(LOST, after=10), after_closing).follow_ups) == 1
    ahead = a_contact(day(12))
    assert len(looked_back(a_quote(), ahead, today=day(11)).follow_ups) == 1


def test_i4_median_and_quartiles_in_days_for_won_and_for_lost() -> None:
    won = [closed(WON, number=at, after=days) for at, days in enumerate((2, 4, 6, 8, 20))]
    lost = [closed(LOST, number=10 + at, after=days) for at, days in enumerate((10, 20))]
    times = looked_back(*won, *lost).answer_times
    assert times.won == Spread(5, first_quartile=4, median=6, third_quartile=8)
    assert times.lost == Spread(2, first_quartile=12.5, median=15, third_quartile=17.5)


def test_i4_the_first_reply_is_the_answer_and_silence_is_none() -> None:
    answered = looked_back(closed(WON, after=20), a_reply(day(5)), a_reply(day(9)))
    assert answered.answer_times.won == Spread(1, 5, 5, 5)
    silent = looked_back(closed(SILENT)).answer_times
    assert (silent.won, silent.lost) == (None, None)


@pytest.mark.parametrize(
    ("days", "quartiles"),
    [
        ((7,), (7, 7, 7)),
        ((1, 2, 3, 4), (1.75, 2.5, 3.25)),
        ((9, 1, 5), (3, 5, 7)),
    ],
)
def test_i4_quartiles_lie_between_two_days_where_they_fall_there(
    days: tuple[int, ...], quartiles: tuple[float, ...]
) -> None:
    found = spread(days)
    assert found is not None
    assert (found.first_quartile, found.median, found.third_quartile) == quartiles


def test_records_of_a_lead_that_the_file_lacks_are_looked_back_on_too() -> None:
    found = looked_back(a_lead(id=LEAD_ID + 1), closed(WON))
    assert found.win_rate.won == 1
