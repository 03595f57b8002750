"""A file in a folder of its own, and the repository that keeps it."""

from pathlib import Path

import pytest

from store.file.repository import Repository


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the data file is, or will be."""
    return tmp_path / "relance.json"


@pytest.fixture
def repository(path: Path) -> Repository:
    """A repository of a file that does not exist yet."""
    return Repository(path, "here")
