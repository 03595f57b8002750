"""Short and kind refusals in two languages, every placeholder filled or an error (PRACTICES H9)."""

import pytest

from tests.practices.conftest import REF
from tests.tui.cli.command_line import Answer, CommandLine

REFUSALS = ("no_time", "referral", "not_my_field", "terms_changed", "closing")
GREETINGS = {"en": "Hello Ana Roux,", "fr": "Bonjour Ana Roux,"}


@pytest.fixture
def known(cli: CommandLine) -> CommandLine:
    """Quote Q, with somebody to write to and a colleague who gets it."""
    cli.ok("lead", "Atelier Lumen", "contact+=Ana Roux <ana@lumen.example>")
    cli.ok("edit", REF, "referred_to=Studio Vega", "private_reason=rude people")
    return cli


def written(cli: CommandLine, code: str, language: str) -> Answer:
    return cli("message", REF, code, "--language", language, on="2026-03-24")


@pytest.mark.parametrize("language", GREETINGS)
@pytest.mark.parametrize("code", REFUSALS)
def test_h9_every_refusal_is_there_short_and_filled_in(
    known: CommandLine, code: str, language: str
) -> None:
    answer = written(known, code, language)
    assert answer.code == 0
    assert GREETINGS[language] in answer.out.splitlines()
    assert not set("{}") & set(answer.out)
    assert "Website redesign" in answer.out
    assert "rude" not in answer.out
    assert len(answer.out.split()) < 120


@pytest.mark.parametrize("language", GREETINGS)
def test_h9_what_nobody_noted_is_an_error_and_no_message(known: CommandLine, language: str) -> None:
    assert "Studio Vega" in written(known, "referral", language).out
    known.ok("edit", REF, "referred_to=")
    refused = written(known, "referral", language)
    assert (refused.code, refused.out, "{referred_to}" in refused.err) == (2, "", True)


def test_h9_the_lead_s_own_language_is_taken(known: CommandLine) -> None:
    known.ok("lead", "Atelier Lumen", "language=fr")
    assert GREETINGS["fr"] in known.ok("message", REF, "no_time")
    known.ok("lead", "Atelier Lumen", "language=en")
    assert GREETINGS["en"] in known.ok("message", REF, "no_time")
