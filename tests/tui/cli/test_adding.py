"""`relance add` and `relance send`."""

from typing import Any

import pytest

from tests.tui.cli.command_line import CommandLine


def test_add_prints_the_ref_alone_and_says_the_rest_on_stderr(cli: CommandLine) -> None:
    answer = cli("add", "Atelier Lumen", "Website redesign", "1200")
    assert (answer.code, answer.out) == (0, "D26-001\n")
    assert answer.err.splitlines() == [
        "new lead: Atelier Lumen",
        "sent on: Mon 2 Mar 2026, today",
        "deadline: Mon 23 Mar 2026, in 21 days",
        "next: Wed 4 Mar 2026, in 2 days",
    ]


def test_a_french_colon_stands_apart_from_its_word(cli: CommandLine) -> None:
    answer = cli("--lang", "fr", "add", "Atelier Lumen", "Site", "1200")
    assert "nouveau prospect\N{NO-BREAK SPACE}: Atelier Lumen" in answer.err.splitlines()


def test_a_known_lead_is_found_without_case_and_accents(cli: CommandLine) -> None:
    cli.ok("add", "Théâtre de l'Œil", "Poster", "700")
    answer = cli("add", "THEATRE DE L'OEIL", "Programme", "900")
    assert "lead: Théâtre de l'Œil\n" in answer.err
    assert len(cli("leads", "--json").json) == 1


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("1200", "1200.00", "EUR"),
        ("9 000,50", "9000.50", "EUR"),
        ("$1'000.01", "1000.01", "USD"),
        ("12 GBP", "12.00", "GBP"),
    ],
)
def test_amounts_are_read_as_people_write_them(
    cli: CommandLine, typed: str, amount: str, currency: str
) -> None:
    cli.ok("add", "Lead", "Title", typed)
    quote = cli.only_quote("2026-03-02")
    assert (quote["amount"], quote["currency"]) == (amount, currency)


@pytest.mark.parametrize("typed", ["1,234", "NaN", "Infinity", "1e999", "1E+30", "-1", "", "x"])
def test_what_is_no_amount_is_refused(cli: CommandLine, typed: str) -> None:
    answer = cli("add", "--", "Lead", "Title", typed)
    assert (answer.code, answer.out) == (2, "")
    assert f"“{typed}”" in answer.err
    assert not cli.file.exists()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-02-20", "2026-02-20"),
        ("20/02/2026", "2026-02-20"),
        ("yesterday", "2026-03-01"),
        ("hier", "2026-03-01"),
        ("20 fév", "2026-02-20"),
        ("-3d", "2026-02-27"),
    ],
)
def test_days_are_read_as_people_write_them(cli: CommandLine, typed: str, day: str) -> None:
    cli.ok("add", "Lead", "Title", "5", f"--sent={typed}")
    assert cli.only_quote("2026-03-02")["sent_on"] == day


@pytest.mark.parametrize(
    "typed",
    [
        "5",
        "soon",
        "31/02/2026",
        "0000-01-01",
        "0001-01-01",
        "1969-12-31",
        "2200-01-01",
        "9999-12-31",
    ],
)
def test_what_is_no_day_is_refused_and_quoted(cli: CommandLine, typed: str) -> None:
    answer = cli("add", "Lead", "Title", "5", "--sent", typed)
    assert (answer.code, answer.out) == (2, "")
    assert "--sent" in answer.err
    assert f"“{typed}”" in answer.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--validity", "30"], {"valid_until": "2026-04-01"}),
        (["--deadline", "2026-04-30"], {"valid_until": "2026-04-30"}),
        (["--draft"], {"status": "draft", "sent_on": None, "valid_until": None}),
        (["--ref", "2026-A"], {"ref": "2026-A"}),
        (["--limit", "5"], {"limit": 5}),
        (["--currency", "chf"], {"currency": "CHF"}),
    ],
)
def test_options_of_add(cli: CommandLine, options: list[str], expected: dict[str, Any]) -> None:
    cli.ok("add", "Lead", "Title", "5", *options)
    quote = cli.only_quote("2026-03-02")
    assert quote | expected == quote


@pytest.mark.parametrize(
    "options",
    [
        ["--draft", "--sent", "today"],
        ["--validity", "30", "--deadline", "+30d"],
        ["--deadline", "2026-03-01"],
        ["--limit", "-1"],
        ["--validity", "many"],
        ["--cadence", "nobody's"],
        ["--ref", "two words"],
        ["--currency", "euros"],
        ["--nonsense"],
    ],
)
def test_wrong_options_save_nothing(cli: CommandLine, options: list[str]) -> None:
    answer = cli("add", "Lead", "Title", "5", *options)
    assert (answer.code, answer.out) == (2, "")
    assert not cli.file.exists()


def test_two_currencies_are_one_too_many(cli: CommandLine) -> None:
    assert cli("add", "Lead", "Title", "5 $", "--currency", "EUR").code == 2
    assert cli("add", "Lead", "Title", "5 $", "--currency", "USD").code == 0


def test_a_ref_is_given_once(quoted: CommandLine) -> None:
    answer = quoted("add", "Lead", "Title", "5", "--ref", "d26-001")
    assert (answer.code, answer.out) == (2, "")


def test_a_sending_day_ahead_is_taken_with_a_warning(cli: CommandLine) -> None:
    answer = cli("add", "Lead", "Title", "5", "--sent", "tomorrow")
    assert answer.code == 0
    assert "counts from that day on" in answer.err


def test_sending_a_draft_starts_its_validity(cli: CommandLine) -> None:
    ref = cli.ok("add", "Lead", "Title", "5", "--draft").strip()
    assert "next: Wed 11 Mar 2026" in cli.ok("send", ref, on="2026-03-09")
    assert cli.only_quote("2026-03-09")["valid_until"] == "2026-03-30"
    assert cli("send", ref, on="2026-03-09").code == 5
