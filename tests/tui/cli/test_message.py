"""`relance message`."""

import stat
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"


@pytest.fixture
def known(quoted: CommandLine) -> CommandLine:
    """Quote Q, to a lead with somebody to write to."""
    quoted.ok("lead", "Atelier Lumen", "contact+=Ana Roux <ana@x.example>")
    return quoted


def own(cli: CommandLine, text: str, name: str = "en/first.txt") -> Path:
    file = cli.home / ".config" / "relance" / "messages" / name
    file.parent.mkdir(parents=True)
    file.write_text(text)
    return file


def test_it_prints_the_message_of_the_step(known: CommandLine) -> None:
    answer = known("message", Q, on="2026-03-04")
    lines = answer.out.splitlines()
    assert lines[:4] == [
        "To: Ana Roux <ana@x.example>",
        "Subject: Quote D26-001: Website redesign",
        "",
        "Hello Ana Roux,",
    ]
    assert "message: first, First follow-up (messages/en/first.txt)" in answer.err
    assert "is valid until 23 March 2026" in known.ok("message", Q, on="2026-03-20")


def test_nothing_is_logged(known: CommandLine) -> None:
    before = known.file.read_bytes()
    known.ok("message", Q)
    known.ok("message", Q, "no_time", "--output", str(known.home / "a.eml"))
    assert known.file.read_bytes() == before


def test_the_language_is_asked_for_else_the_leads_else_the_persons(known: CommandLine) -> None:
    assert known("--lang", "fr", "message", Q).out.splitlines()[1].startswith("Subject: Devis")
    known.ok("lead", "Atelier Lumen", "language=fr")
    assert "Bonjour Ana Roux," in known.ok("message", Q)
    assert "Hello Ana Roux," in known.ok("message", Q, "--language", "en")


def test_json_has_the_parts(known: CommandLine) -> None:
    read = known("message", Q, "no_time", "--json").json
    assert read.pop("body").startswith("Hello Ana Roux,\n\n")
    assert read == {
        "code": "no_time",
        "language": "en",
        "source": "messages/en/no_time.txt",
        "to": "ana@x.example",
        "subject": "Your request: Website redesign",
    }


def test_a_draft_is_written_for_us_alone_and_never_over_a_file(known: CommandLine) -> None:
    file = known.home / "draft.eml"
    assert known.ok("message", Q, "--output", str(file)) == f"{file} written\n"
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (mail["X-Unsent"], mail["To"]) == ("1", "Ana Roux <ana@x.example>")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    answer = known("message", Q, "last", "--output", str(file))
    assert (answer.code, answer.out, file.read_bytes()) == (5, "", before)
    assert "--force" not in answer.err
    assert known("message", Q, "--output", str(known.file)).code == 2


def test_the_list_says_where_each_message_comes_from(known: CommandLine) -> None:
    file = own(known, "Subject: x\n")
    lines = [line.split() for line in known("message", "--list", COLUMNS="200").out.splitlines()]
    assert len(lines) == 20
    assert lines[0] == ["first", "en", "First", "follow-up", str(file)]
    assert lines[1][-2:] == ["built", "in"]
    read = known("message", "--list", "--json").json
    assert read[0] == {"code": "first", "language": "en", "own": True, "source": str(file)}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "--list"),
        (("D26-009",), 4, "D26-009"),
        ((Q, "nonsense"), 2, "urgent_sent"),
        ((Q, "--language", "de"), 2, "'en', 'fr'"),
        ((Q, "referral"), 2, "messages/en/referral.txt: nothing is noted for {referred_to}"),
    ],
)
def test_errors_say_what_is_possible(
    known: CommandLine, arguments: tuple[str, ...], code: int, said: str
) -> None:
    answer = known("message", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


def test_a_wrong_text_of_ones_own_is_named(known: CommandLine) -> None:
    file = own(known, "Subject: {refs}\n")
    answer = known("message", Q)
    assert (answer.code, answer.out) == (2, "")
    assert f"{file}: there is no placeholder {{refs}}. There are: {{lead}}, " in answer.err


def test_where_no_message_fits_the_codes_are_named(known: CommandLine) -> None:
    known.ok("reply", Q)
    answer = known("message", Q)
    assert (answer.code, answer.out) == (2, "")
    assert "relance message D26-001 CODE" in answer.err
    assert "in_writing" in answer.err


def test_the_private_reason_is_in_no_message(known: CommandLine) -> None:
    known.ok("edit", Q, "private_reason=rude", "stated_reason=no time", "referred_to=Zoë")
    for each in known("message", "--list", "--json").json:
        out = known.ok("message", Q, each["code"], "--language", each["language"])
        assert "rude" not in out
    own(known, "Subject: {private_reason}\n")
    assert known("message", Q, "first").code == 2
