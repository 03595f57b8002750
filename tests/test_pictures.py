"""The pictures in `screenshots/` show the program as it is: `make screenshots` draws them anew."""

from pathlib import Path

import pytest

from tests.pictures import FOLDER, PICTURES, drawn


@pytest.mark.parametrize("name", PICTURES)
async def test_the_picture_is_not_stale(name: str, tmp_path: Path) -> None:
    svg = await drawn(PICTURES[name], tmp_path)

    assert FOLDER.joinpath(f"{name}.svg").read_text(encoding="utf-8") == svg


def test_there_is_no_picture_that_nobody_draws() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(PICTURES)
