"""What is right in a configuration is taken; what is wrong is reported with its line."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from store.records.cadence import Anchor, StepRule
from store.records.settings import Settings
from tui.config.config import Config
from tui.config.parsing import OF_SCREEN, OF_SETTINGS, TABLES
from tui.config.reading import read_config
from tui.config.template import template
from tui.language import LANGUAGES
from tui.wording.config import config_problem_text


def read(folder: Path, text: str) -> Config:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    assert read_config(path) == Config(path=path)
    assert not path.exists()


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("limit = 5", "limit", 5),
        ("validity_days = 30", "validity_days", 30),
        ('cadence = "patient"', "cadence", "patient"),
        ('currency = "chf"', "currency", "CHF"),
        ('country = "BE"', "country", "BE"),
        ('working_days = ["mon", "tue", "thu", "sat"]', "weekend", (2, 4, 6)),
        ("reply_minutes = 15", "reply_minutes", 15),
        ("call_over = 499.5", "call_over", Decimal("499.5")),
        ("hours = [9, 17]", "hours", (9, 17)),
    ],
)
def test_a_setting_of_the_rules(tmp_path: Path, line: str, field: str, value: Any) -> None:
    config = read(tmp_path, line)
    assert getattr(config.settings, field) == value
    assert config.problems == ()


def test_the_screen_and_the_words(tmp_path: Path) -> None:
    config = read(tmp_path, 'language = "fr"\ntheme = "nord"\nsigns = "ascii"\nmessages = "/m"\n')
    assert (config.language, config.theme, config.ascii_signs) == ("fr", "nord", True)
    assert config.messages == Path("/m")


@pytest.mark.parametrize(
    ("step", "rule"),
    [
        ("2 days after sending", StepRule(Anchor.AFTER_SENDING, days=2)),
        ("1 week before the deadline", StepRule(Anchor.BEFORE_DEADLINE, days=7)),
        ("1 month after the deadline", StepRule(Anchor.AFTER_DEADLINE, months=1)),
        ("2 semaines avant l’échéance", StepRule(Anchor.BEFORE_DEADLINE, days=14)),
        ("3 mois après l'échéance", StepRule(Anchor.AFTER_DEADLINE, months=3)),
    ],
)
def test_a_cadence_of_ones_own(tmp_path: Path, step: str, rule: StepRule) -> None:
    config = read(tmp_path, f'[cadences.mine]\nsteps = ["{step}"]\nlimit = 2\n')
    mine = config.settings.cadence_named("mine")
    assert (mine.steps, mine.limit) == ((rule,), 2)
    assert config.settings.cadence_named("patient").limit == 5


def test_a_platform_of_ones_own_and_one_that_is_known(tmp_path: Path) -> None:
    config = read(tmp_path, '[platforms.upwork]\n[platforms.Malt]\nvoice_services = ["audit"]\n')
    settings = config.settings
    names = [each.name for each in settings.platforms]
    assert names == ["5euros", "Malt", "fiverr", "upwork"]
    malt = settings.platform_named("malt")
    assert malt is not None
    assert malt.voice_services == ("audit",)


def test_keys_may_be_swapped(tmp_path: Path) -> None:
    config = read(
        tmp_path, '[keys]\nfollow_up = "r"\nreply = ["f", "ctrl+r"]\nfind = "?"\nhelp = "f1"'
    )
    assert config.problems == ()
    assert config.keys == {
        "follow_up": ("r",),
        "reply": ("f", "ctrl+r"),
        "find": ("question_mark",),
        "help": ("f1",),
    }


WRONG = [
    ("limit = 100", "limit", "0 to 99"),
    ("limit = true", "limit", "0 to 99"),
    ('limit = "3"', "limit", "whole number"),
    ("validity_days = -1", "validity_days", "0 to 3650"),
    ('cadence = "never"', "cadence", "standard, once, patient"),
    ('currency = "euro"', "currency", "EUR"),
    ('country = "ZZ"', "country", "FR"),
    ('region = "Bretagne"', "region", "57, 6AE"),
    ('working_days = ["lundi"]', "working_days", "mon, tue"),
    ("working_days = []", "working_days", "mon, tue"),
    ("hours = [20, 8]", "hours", "[8, 20]"),
    ("call_over = nan", "call_over", "at least 0"),
    ("reply_minutes = 0", "reply_minutes", "1 to"),
    ('language = "de"', "language", "en, fr"),
    ('signs = "emoji"', "signs", "geometric, ascii"),
    ("messages = 3", "messages", "text"),
    ('messages = "~nosuchuser/x"', "messages", "path of a folder"),
    ('messages = "a\\u0000b"', "messages", "path of a folder"),
    ("limit = 0x1" + "0" * 5000, "limit", "0 to 99"),
    ("call_over = 0x1" + "0" * 5000, "call_over", "at least 0"),
    ("limti = 3", "limti", "validity_days"),
    ("cadences = 3", "cadences", "table"),
    ('[keys]\nfolow_up = "x"', "keys.folow_up", "follow_up"),
    ('[keys]\nfollow_up = "hyper+x"', "keys.follow_up", "ctrl+x"),
    ('[keys]\nfollow_up = "r"', "keys.follow_up", "reply"),
    ('[keys]\nfollow_up = "j"', "keys.follow_up", "“j” is reserved"),
    ('[keys]\nfollow_up = ["v", "shift+g"]', "keys.follow_up", "“G” is reserved"),
    ('[keys]\nfollow_up = "ctrl+C"', "keys.follow_up", "“ctrl+c” is reserved"),
    ('[keys]\nfollow_up = "shift+1"', "keys.follow_up", "is no key"),
    ('[keys]\nfollow_up = "k1"', "keys.follow_up", "f5"),
    ("[cadences.mine]\nlimit = 2", "cadences.mine", "steps"),
    ('[cadences.mine]\nsteps = ["soon"]', "cadences.mine", "2 days after sending"),
    ('[platforms.malt]\nvoice = ["x"]', "platforms.malt", "voice_services"),
]


@pytest.mark.parametrize(
    ("text", "key", "possible"), WRONG, ids=[text[:60] for text, _, _ in WRONG]
)
def test_a_wrong_value_is_said_with_its_line_and_the_default_holds(
    tmp_path: Path, text: str, key: str, possible: str
) -> None:
    config = read(tmp_path, f"# mine\n\n{text}\n")
    (problem,) = config.problems
    assert problem.key == key
    assert problem.line == 3 + ("\n" in text and "cadences" not in key and "platforms" not in key)
    said = config_problem_text(problem, config.path)
    assert possible in said
    assert f"{config.path}, line {problem.line}:" in said
    assert config.settings == Settings()
    assert config.keys == {}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"limit = 3\nlimit = = 4\n", 2),
        (b"\xff\xfe", 1),
        (b"[" * 5000, 1),
        (b"\nlimit = " + b"9" * 5000, 2),
        (b"#" * 1_000_001, 1),
    ],
    ids=["no TOML", "no UTF-8", "nested", "long number", "large"],
)
def test_what_is_no_configuration_at_all_is_said(tmp_path: Path, content: bytes, line: int) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    config = read_config(path)
    assert [problem.line for problem in config.problems] == [line]
    assert config.settings == Settings()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    os.mkfifo(path)
    (problem,) = read_config(path).problems
    assert "no plain file" in config_problem_text(problem, path)


def test_the_mark_of_utf_8_and_the_line_ends_of_notepad_are_read_over(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbflimit = 5\r\nlimti = 4\r\n")
    config = read_config(path)
    assert config.settings.limit == 5
    assert [problem.line for problem in config.problems] == [2]


def uncommented(text: str) -> str:
    """The template with every setting in force: the lines that look like one."""
    lines = (line.removeprefix("# ") for line in text.splitlines() if "=" in line or "# [" in line)
    return "\n".join(line for line in lines if line[:1].islower() or line.startswith("["))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_names_every_setting_with_its_default(tmp_path: Path, language: str) -> None:
    text = template(language)
    assert read(tmp_path, text) == Config(path=tmp_path / "config.toml")
    for name in (*OF_SETTINGS, *OF_SCREEN):
        assert f"\n# {name} = " in text
    for table in TABLES:
        assert f"\n# [{table}" in text
    given = read(tmp_path, uncommented(text).replace("{", "["))
    assert given.problems == ()
    usual = Settings()
    for field in ("limit", "validity_days", "cadence", "currency", "country", "region"):
        assert getattr(given.settings, field) == getattr(usual, field)
    for field in ("weekend", "reply_minutes", "call_over", "hours"):
        assert getattr(given.settings, field) == getattr(usual, field)


def test_ones_own_country_moves_the_steps(tmp_path: Path) -> None:
    from store.rules.rulebook import Rulebook

    rulebook = Rulebook.of(read(tmp_path, 'country = "BE"').settings)
    assert not rulebook.working_days.is_working(date(2026, 7, 21))
    assert rulebook.working_days.is_working(date(2026, 7, 14))
