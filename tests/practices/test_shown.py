"""What was noted is seen in `show`, by theme."""

from tests.practices.conftest import REF
from tests.tui.cli.command_line import CommandLine


def test_show_prints_it_by_theme_without_what_the_person_thought(cli: CommandLine) -> None:
    cli.ok("edit", REF, "competitors=10", "private_reason=rude people")
    cli.ok("lead", "Atelier Lumen", "insists=2")
    shown = cli.ok("show", REF)
    assert "\nDeciders\n  Competitors: 10\n" in shown
    assert "\nChannels\n  Insisted on calling (times): 2\n" in shown
    assert "rude" not in shown


def test_a_resemblance_is_seen_on_both_quotes(cli: CommandLine) -> None:
    cli.ok("add", "Cabinet Rey", "Leaflet", "650")
    cli.ok("edit", "D26-002", f"similar_to={REF}")
    assert "Resembles (refs): D26-002" in cli.ok("show", REF)
    assert f"Resembles (refs): {REF}" in cli.ok("show", "D26-002")
    cli.ok("edit", REF, "ref=SITE-1")
    assert "Resembles (refs): D26-002" in cli.ok("show", "SITE-1")
    assert "Resembles (refs): SITE-1" in cli.ok("show", "D26-002")


def test_a_resemblance_to_what_is_not_there_is_remarked(cli: CommandLine) -> None:
    answer = cli("edit", REF, "similar_to=D26-099")
    assert (answer.code, "D26-099 is no quote in the file" in answer.err) == (0, True)
