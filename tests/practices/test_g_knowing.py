"""What is known before quoting, and of which earlier case it reminds (PRACTICES G10, G11)."""

import pytest

from store.records.practice_words import Question
from tests.builders import a_quote
from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine
from tui.wording.noted import noted_of_quote

OTHER = "D26-002"


@pytest.fixture
def two(cli: CommandLine) -> CommandLine:
    """Quote Q, and one of another lead that resembles it."""
    cli.ok("add", "Cabinet Rey", "Leaflet", "650")
    cli.ok("edit", OTHER, f"similar_to={REF}")
    return cli


def resembles(cli: CommandLine, ref: str) -> str:
    """The refs that `show` tells for a quote."""
    lines = [line for line in cli.ok("show", ref).splitlines() if "Resembles" in line]
    return lines[0].partition(": ")[2] if lines else ""


def test_g10_six_of_ten_answered_questions_are_shown(cli: CommandLine) -> None:
    cli.ok("edit", REF, "discovery=" + ",".join([*Question][:6]))
    assert "Known of their situation: 6 of 10" in cli.ok("show", REF)
    assert len(cli("show", REF, "--json").json["quote_record"]["discovery"]) == 6


@pytest.mark.parametrize(("count", "shown"), [(0, ""), (1, "1 of 10"), (10, "10 of 10")])
def test_g10_from_none_to_all_of_the_ten(count: int, shown: str) -> None:
    quote = a_quote(discovery=tuple(Question)[:count])
    texts = [text for theme in noted_of_quote(quote, ()) for _label, text in theme.pairs]
    assert [text.partition(":")[0] for text in texts] == ([shown] if shown else [])
    assert len(Question) == 10


@pytest.mark.parametrize(
    ("typed", "code"), [("1,2,3,4,5,6", 0), ("6,6", 0), ("", 0), ("11", 2), ("0", 2), ("age", 2)]
)
def test_g10_questions_are_told_by_name_or_number(cli: CommandLine, typed: str, code: int) -> None:
    assert cli("edit", REF, f"discovery={typed}", "notes=x").code == code


def test_g11_a_resemblance_is_shown_on_both(two: CommandLine) -> None:
    assert (resembles(two, REF), resembles(two, OTHER)) == (OTHER, REF)


def test_g11_two_that_name_each_other_are_told_once_and_none_resembles_itself(
    two: CommandLine,
) -> None:
    two.ok("edit", REF, f"similar_to={OTHER.lower()}, {REF}")
    assert (resembles(two, REF), resembles(two, OTHER)) == (OTHER, REF)


def test_g11_a_new_ref_breaks_no_resemblance_and_undo_brings_the_old_one_back(
    two: CommandLine,
) -> None:
    two.ok("edit", REF, "ref=LUMEN")
    assert (resembles(two, "LUMEN"), resembles(two, OTHER)) == (OTHER, "LUMEN")
    two.ok("undo")
    assert (resembles(two, REF), resembles(two, OTHER)) == (OTHER, REF)


def test_g11_it_ends_on_both_when_it_is_taken_back(two: CommandLine) -> None:
    two.ok("edit", OTHER, "similar_to=")
    assert (resembles(two, REF), resembles(two, OTHER)) == ("", "")
