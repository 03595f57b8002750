"""The rows of other themes that the statistics follow: A2, B4, D4, G9, H2, H4 and H6."""

from datetime import date, timedelta

import pytest

from store.records.practice_words import Silence, Went
from store.records.words import RefusalMode, Status
from store.rules.hindsight.declines import Declines
from store.rules.hindsight.win_rate import WinRate
from tests.builders import SENT_ON, a_lead, a_quote
from tests.practices.looking_back import TODAY, closed, looked_back, several
from tests.tui.cli.command_line import CommandLine

WON, LOST, SILENT, DECLINED = Status.WON, Status.LOST, Status.NO_RESPONSE, Status.DECLINED
SUPERSEDED = Status.SUPERSEDED


def test_a2_180_minutes_on_what_was_lost_are_time_lost(cli: CommandLine) -> None:
    cli.ok("edit", "D26-001", "prep_minutes=180", "displaced=invoices")
    assert cli("stats", "--json").json["time_lost"]["minutes"] == 0
    cli.ok("close", "D26-001", "lost")
    assert cli("stats", "--json").json["time_lost"] == {
        "minutes": 180,
        "won_minutes": 0,
        "leads": [{"lead": "Atelier Lumen", "minutes": 180, "displaced": ["invoices"]}],
    }


def test_a2_time_is_summed_per_lead_and_over_all_that_was_not_won() -> None:
    found = looked_back(
        a_lead(),
        a_lead(id=2, name="Cabinet Rey"),
        *several(LOST, SILENT, DECLINED, prep_minutes=10),
        *several(WON, SUPERSEDED, start=5, prep_minutes=100),
        closed(LOST, number=9, lead_id=2, prep_minutes=45),
    ).time_lost
    assert (found.won_minutes, found.lost_minutes) == (100, 75)
    assert [(each.lead, each.minutes) for each in found.leads] == [
        ("Cabinet Rey", 45),
        ("Atelier Lumen", 30),
    ]


def test_b4_what_a_silence_was_thought_to_mean_against_what_it_was() -> None:
    both = (Silence.PRICE, Silence.EMBARRASSED)
    found = looked_back(
        closed(LOST, silence=both, reason="Too expensive."),
        closed(WON, number=1, silence=(Silence.PRICE,)),
        a_quote(id=50, silence=(Silence.PRICE,)),
    ).silences
    assert [each.thought for each in found] == [Silence.EMBARRASSED, Silence.PRICE]
    price = found[1]
    assert (price.won, price.lost, price.no_response, price.pending) == (1, 1, 0, 1)
    assert price.reasons == (("Too expensive.", 1),)


def test_d4_on_target_2_of_3_off_target_1_of_4(cli: CommandLine) -> None:
    on_target, off_target = ("won", "won", "lost"), ("won", "lost", "no_response", "lost")
    cli.ok("lead", "Atelier Lumen", "target_fit=no")
    for number, status in enumerate((*on_target, *off_target), start=2):
        cli.ok("add", "Atelier Lumen", f"Quote {number}", "100", "--sent", "2026-03-02")
        if number < 5:
            cli.ok("edit", f"D26-{number:03}", "target_fit=yes")
        cli.ok("close", f"D26-{number:03}", status)
    found = cli("stats", "--json").json
    assert (found["on_target"]["won"], found["on_target"]["closed"]) == (2, 3)
    assert (found["off_target"]["won"], found["off_target"]["closed"]) == (1, 4)
    lines = cli.ok("stats").splitlines()
    assert any("clients I want" in line and line.endswith("2 of 3") for line in lines)
    assert any("other clients" in line and line.endswith("1 of 4") for line in lines)


def test_d4_what_was_noted_of_neither_is_on_neither_side() -> None:
    target = looked_back(*several(WON, LOST)).target
    assert (target.on, target.off) == (WinRate(), WinRate())


def test_g9_a_full_diary_and_unrealistic_wishes_are_counted_apart() -> None:
    reasons = ("diary_full", "Diary full", "unrealistic", "No wish to.", "")
    quotes = [closed(DECLINED, number=at, reason=each) for at, each in enumerate(reasons)]
    lost = closed(LOST, number=9, reason="unrealistic")
    assert looked_back(*quotes, lost).declines == Declines(diary_full=2, unrealistic=1, other=2)


def test_h2_9000_eur_deterrent_lost_leaves_the_win_rate_unchanged() -> None:
    others = several(WON, LOST)
    deterrent = closed(LOST, number=5, amount="9000", mode=RefusalMode.DETERRENT)
    assert looked_back(*others, deterrent).win_rate == looked_back(*others).win_rate


def test_h2_a_deterrent_that_was_accepted_is_won_all_the_same() -> None:
    accepted = closed(WON, mode=RefusalMode.DETERRENT)
    assert looked_back(accepted).win_rate == WinRate(won=1)


def test_h2_through_the_command_line(cli: CommandLine) -> None:
    cli.ok("close", "D26-001", "won")
    before = cli("stats", "--json").json["win_rate"]
    cli.ok("add", "Cabinet Rey", "No, thanks", "9000", "--sent", "2026-03-02")
    cli.ok("edit", "D26-002", "mode=deterrent")
    cli.ok("close", "D26-002", "lost")
    assert cli("stats", "--json").json["win_rate"] == before


def test_h4_who_got_what_i_passed_on() -> None:
    found = looked_back(
        closed(DECLINED, number=0, after=9, referred_to="Nora Petit"),
        closed(DECLINED, number=1, after=3, referred_to="nora petit"),
        closed(DECLINED, number=2, referred_to="Ali Ben"),
        closed(DECLINED, number=3),
    ).referrals
    got = [(each.colleague, [one.ref for one in each.passed_on]) for each in found]
    assert got == [("Nora Petit", ["D26-002", "D26-001"]), ("Ali Ben", ["D26-003"])]


def test_h6_my_refusals_are_not_losses() -> None:
    rate = looked_back(*several(WON, LOST, SILENT, DECLINED, DECLINED, SUPERSEDED)).win_rate
    assert rate == WinRate(won=1, lost=1, no_response=1)
    assert rate.percent == 33.3


@pytest.mark.parametrize(("count", "enough"), [(0, False), (4, False), (5, True)])
def test_h6_a_rate_of_few_quotes_says_too_little(count: int, enough: bool) -> None:
    rate = looked_back(*several(*[WON] * count)).win_rate
    assert (rate.is_enough, rate.closed) == (enough, count)


def test_h6_little_data_is_called_little(cli: CommandLine) -> None:
    assert "no closed quote yet" in cli.ok("stats")
    cli.ok("close", "D26-001", "won")
    assert "1 of 5 closed quotes: too few to say" in cli.ok("stats")


def test_nothing_of_the_private_reason_is_told(cli: CommandLine) -> None:
    cli.ok("edit", "D26-001", "private_reason=He is unbearable", "referred_to=Nora Petit")
    cli.ok("close", "D26-001", "declined")
    assert "unbearable" not in cli.ok("stats", "--json") + cli.ok("stats")


def test_what_lies_ahead_is_not_looked_back_on() -> None:
    quote = closed(WON, after=10)
    assert looked_back(quote, today=date(2026, 3, 11)).win_rate == WinRate()
    assert looked_back(quote, today=date(2026, 3, 12)).win_rate == WinRate(won=1)


@pytest.mark.parametrize("first", ["asked_on", "sent_on"])
def test_a_quote_of_which_nothing_was_known_yet_is_not_looked_back_on(first: str) -> None:
    tomorrow = TODAY + timedelta(days=1)
    fields = {"sent_on": None, "status": Status.DRAFT, first: tomorrow}
    if first == "sent_on":
        fields["status"] = Status.SENT
    later = a_quote(**fields, silence=(Silence.PRICE,))
    for today, asked in ((TODAY, []), (tomorrow, [1])):
        found = looked_back(a_lead(source="web"), later, today=today)
        assert [each.asked for each in found.sources] == asked
        assert len(found.silences) == len(asked)


def test_how_it_went_is_not_known_before_it_was_closed() -> None:
    went_badly = closed(WON, after=10, went=Went.BADLY, could_have_known=True)
    for days, badly in ((9, 0), (10, 1)):
        found = looked_back(a_lead(), went_badly, today=SENT_ON + timedelta(days=days))
        assert (found.lessons.badly, found.lessons.could_have_known) == (badly, badly)


def test_the_last_twelve_months_end_with_this_one() -> None:
    months = looked_back(closed(WON, after=40)).months
    assert len(months) == 12
    assert months[-1].first == TODAY.replace(day=1)
    busy = {each.first: (each.sent, each.won) for each in months if each.sent or each.won}
    assert busy == {date(2026, 3, 1): (1, 0), date(2026, 4, 1): (0, 1)}
