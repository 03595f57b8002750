"""Which language is spoken where none is asked for, and what other programs are told."""

import os

import pytest

from tui.language import chosen_language, environment_of_others, use_language


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("fr", "fr"),
        ("fr_BE.UTF-8", "fr"),
        ("fr.UTF-8", "fr"),
        ("fr@euro", "fr"),
        ("frr_DE.UTF-8", "en"),
        ("en_GB", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_the_locale(locale: str, language: str) -> None:
    assert chosen_language(None, {"LANG": locale}) == language


@pytest.mark.parametrize("persons", ["de:en", "fr", None])
def test_other_programs_find_the_language_of_the_person(
    monkeypatch: pytest.MonkeyPatch, persons: str | None
) -> None:
    monkeypatch.setenv("LANGUAGE", "whatever the test before said")
    use_language("en")
    if persons is None:
        monkeypatch.delenv("LANGUAGE")
    else:
        monkeypatch.setenv("LANGUAGE", persons)
    before = dict(os.environ)
    assert environment_of_others() == before
    use_language("fr")
    use_language("en")
    assert environment_of_others() == before
