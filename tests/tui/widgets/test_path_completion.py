"""Completing a path: folders first, whatever case and accents, and never an error."""

from pathlib import Path

import pytest

from tui.widgets.path_completion import PathCompletion


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with two folders and some files, which is the current folder too."""
    for folder in ("Documents/Échéances", "devis"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("data.csv", ".hidden", "Documents/log.csv", "bad\x1bname"):
        (tmp_path / file).touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("d", "documents/"),
        ("de", "devis/"),
        ("da", "data.csv"),
        ("DA", "DAta.csv"),
        ("~/Documents/l", "~/Documents/log.csv"),
        ("~/Documents/ec", "~/Documents/echéances/"),
        ("Documents/", "Documents/Échéances/"),
        (".h", ".hidden"),
        ("bad", None),
        ("h", None),
        ("nowhere/x", None),
        ("~nobody-of-this-name/x", None),
        ("data.csv/x", None),
        ("\0", None),
    ],
)
async def test_the_first_name_that_begins_so(typed: str, suggested: str | None) -> None:
    assert await PathCompletion().get_suggestion(typed) == suggested
