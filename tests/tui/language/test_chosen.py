"""Which language is spoken where none is asked for."""

import pytest

from tui.language import chosen_language


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
