"""French agrees with the number, and has its own colon, semicolon and quotation marks."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.file.forgetting import Found
from store.file.history import HISTORY
from store.records.practice_words import Silence
from store.rules.hindsight.silences import SilenceResult
from tests.builders import a_board, a_quote, a_reply
from tests.tui.apps import TODAY, an_app
from tests.tui.cli.command_line import CommandLine
from tui.app import RelanceApp
from tui.language import use_language
from tui.widgets.summary_line import SummaryLine
from tui.wording.changes import next_step_text
from tui.wording.forgetting import found_text
from tui.wording.lessons import silences

SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def french() -> Iterator[None]:
    """French, spoken until the test ends."""
    use_language("fr")
    yield
    use_language("en")


@pytest.fixture
def cli(tmp_path: Path) -> Iterator[CommandLine]:
    """The command line, after which English is spoken again."""
    yield CommandLine(tmp_path)
    use_language("en")


def ended(**counts: int) -> SilenceResult:
    none = dict.fromkeys(("won", "lost", "no_response", "declined", "pending"), 0)
    return SilenceResult(thought=Silence.PRICE, reasons=(("Trop cher.", 1),), **(none | counts))


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"won": 1, "lost": 2, "no_response": 1}, "1 signé, 2 perdus, 1 sans suite"),
        ({"declined": 2, "pending": 2}, "2 déclinés, 2 encore ouverts"),
    ],
)
def test_how_quotes_ended_agrees_with_their_number(counts: dict[str, int], said: str) -> None:
    assert silences([ended(**counts)]).rows[0].value == said


@pytest.mark.usefixtures("french")
def test_a_reason_stands_between_french_quotation_marks() -> None:
    (remark,) = silences([ended(lost=1)]).remarks
    assert remark.endswith(f"c’était «{SPACE}Trop cher{SPACE}»")


@pytest.mark.usefixtures("french")
def test_a_semicolon_has_its_space() -> None:
    counts = {"leads": 2, HISTORY: 4}
    found = Found(name="Lumen", lead_ids=frozenset({1, 2}), counts=counts, copies=0)
    assert found_text(found) == f"2 prospects{SPACE}; 4 entrées de l’historique"


def test_what_goes_wrong_has_the_colon_of_the_language(cli: CommandLine) -> None:
    assert cli("show", "D26-999").err.startswith("relance: ")
    assert cli("--lang", "fr", "show", "D26-999").err.startswith(f"relance{SPACE}: ")


def test_headings_of_the_help_have_the_colon_of_the_language(cli: CommandLine) -> None:
    lines = cli("--lang", "fr", "list", "--help").out.splitlines()
    assert {f"Options{SPACE}:", f"Exemples{SPACE}:"} <= set(lines)
    assert f"Commandes{SPACE}:" in cli("--lang", "fr", "--help").out


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_list_to_choose_from_has_plain_blanks(cli: CommandLine, language: str) -> None:
    assert "bash, zsh, fish" in (said := cli("--lang", language, "completion").err)
    assert "\N{SYMBOL FOR HORIZONTAL TABULATION}" not in said


@pytest.mark.usefixtures("french")
async def test_the_top_line_agrees_with_its_numbers(tmp_path: Path) -> None:
    quotes = [a_quote(id=number, ref=f"D26-00{number}") for number in (1, 2)]
    replies = [a_reply(TODAY, quote_id=quote.id) for quote in quotes]
    session = an_app(tmp_path, *quotes, *replies).desk.session
    app = RelanceApp(replace(session, language="fr"))
    async with app.run_test(size=(80, 24)):
        line = app.screen.query_one(SummaryLine).render().plain
        assert "2 réponses dues" in line


@pytest.mark.usefixtures("french")
def test_two_next_steps_stand_on_both_sides_of_a_french_semicolon() -> None:
    quote = a_quote(call_at=datetime(2026, 3, 24, 10))
    text = next_step_text(a_board(TODAY, quote).of_quote(quote))
    assert f"{SPACE}; appel" in text, text
