"""Does it fit? PRACTICES G: enthusiasm, goals, skills, what comes first, flags, bargaining."""

from datetime import date
from typing import Any

import pytest

from store.changes.field_reading import Reading, read_values
from store.changes.fields import LEAD_FIELDS
from store.changes.leads import EditLead
from store.records.practice_words import Cause, Flag
from store.records.settings import Settings
from tests.builders import a_lead, a_quote, a_snapshot, after
from tests.practices.advice import said_of_lead, said_of_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine

TODAY = date(2026, 3, 4)
READING = Reading(TODAY, Settings())

LUKEWARM: list[tuple[dict[str, Any], bool]] = [
    ({"enthusiasm_mine": 3, "enthusiasm_theirs": 0}, True),
    ({"enthusiasm_mine": 2, "enthusiasm_theirs": 2}, False),
    ({"enthusiasm_mine": 1, "enthusiasm_theirs": 3}, True),
    ({"enthusiasm_mine": 1}, True),
    ({"enthusiasm_theirs": 2}, False),
    ({}, False),
]


@pytest.mark.parametrize(("noted", "said"), LUKEWARM)
def test_g1_lukewarm_wants_a_clear_yes_on_both_sides(noted: dict[str, Any], said: bool) -> None:
    assert (said_of_quote("lukewarm", TODAY, a_quote(**noted)) is not None) == said


def test_g1_lukewarm_is_told_to_scripts_in_words(cli: CommandLine) -> None:
    cli.ok("edit", REF, "enthusiasm_mine=3", "enthusiasm_theirs=0")
    (advice,) = cli.only_quote("2026-03-03")["advice"]
    assert (advice["code"], advice["level"]) == ("lukewarm", "warn")
    assert "my enthusiasm 3, theirs 0" in advice["text"]
    cli.ok("edit", REF, "enthusiasm_theirs=", "enthusiasm_mine=0")
    assert "theirs ?" in cli.only_quote("2026-03-03")["advice"][0]["text"]


@pytest.mark.parametrize(("revised", "said"), [(False, True), (True, False)])
def test_g2_wants_miracle_until_the_goals_are_lowered(revised: bool, said: bool) -> None:
    quote = a_quote(wants_miracle=True, goals_revised=revised)
    assert (said_of_quote("wants_miracle", TODAY, quote) is not None) == said


def test_g2_lowered_goals_of_one_who_wanted_no_miracle_say_nothing() -> None:
    assert said_of_quote("wants_miracle", TODAY, a_quote(goals_revised=True)) is None


@pytest.mark.parametrize(
    ("rapport", "in_zone", "said"),
    [(3, False, True), (2, False, True), (1, False, False), (3, True, False), (3, None, False)],
)
def test_g3_beyond_skills_where_a_good_feeling_pulls(
    rapport: int, in_zone: bool | None, said: bool
) -> None:
    quote = a_quote(rapport=rapport, in_zone=in_zone)
    assert (said_of_quote("beyond_skills", TODAY, quote) is not None) == said


def test_g4_other_work_first_names_what_must_come_first() -> None:
    quote = a_quote(prerequisite="SEO audit")
    facts = said_of_quote("other_work_first", TODAY, quote)
    assert facts == {"prerequisite": "SEO audit"}
    assert said_of_quote("other_work_first", TODAY, a_quote()) is None


@pytest.mark.parametrize(("count", "level"), [(1, None), (2, "info"), (3, "stop"), (6, "stop")])
def test_g5_red_flags_are_shown_at_two_and_red_at_three(
    cli: CommandLine, count: int, level: str | None
) -> None:
    cli.ok("lead", "Atelier Lumen", "flags=" + ",".join([*Flag][:count]))
    (lead,) = cli("leads", "--json").json
    assert [each["level"] for each in lead["advice"]] == ([level] if level else [])
    assert lead["advice"] == cli.only_quote("2026-03-02")["advice"]


def test_g5_words_of_ones_own_are_no_red_flags() -> None:
    lead = a_lead(flags=("hangs_up", "likes cats", "far away"))
    assert said_of_lead("red_flags", TODAY, lead, a_quote()) is None


@pytest.mark.parametrize(
    ("concessions", "cause", "codes"),
    [
        (2, None, set()),
        (3, None, {"keeps_bargaining"}),
        (3, Cause.CHEAPER, {"off_target"}),
        (3, Cause.HARDSHIP, set()),
    ],
)
def test_g8_keeps_bargaining_asks_for_the_cause_at_the_third(
    concessions: int, cause: Cause | None, codes: set[str]
) -> None:
    lead = a_lead(concessions=concessions, cause=cause)
    known = ("keeps_bargaining", "off_target")
    assert {c for c in known if said_of_lead(c, TODAY, lead, a_quote()) is not None} == codes


def test_g5_a_lead_with_words_of_its_own_can_still_be_flagged() -> None:
    lead = a_lead(flags=("slow payer",))
    typed = {"flags": "slow payer, Hangs up, 5, price-only"}
    edit = EditLead(lead_id=lead.id, values=read_values(LEAD_FIELDS, typed, READING))
    flagged = after(a_snapshot(lead), edit).leads[lead.id]
    assert flagged.flags == ("slow payer", Flag.HANGS_UP, Flag.RUSHES, Flag.PRICE_ONLY)
    assert said_of_lead("red_flags", TODAY, flagged, a_quote()) is not None


def test_g5_a_word_that_neither_the_rules_nor_the_lead_know_is_an_error(cli: CommandLine) -> None:
    refused = cli("lead", "Atelier Lumen", "flags=rushes, nonsense")
    assert (refused.code, "blames_everyone, knows_everything" in refused.err) == (2, True)
    assert "nonsense" in refused.err
