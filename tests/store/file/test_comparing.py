"""Comparing a file with a text, block by block: one byte more, less or other is noticed."""

from pathlib import Path

import pytest

from store.file.port import Disk
from store.file.text import BLOCK, blocks

TEXT = bytes(range(256)) * (2 * BLOCK // 256) + b"the end"


def test_a_file_holds_its_text(tmp_path: Path) -> None:
    path = tmp_path / "text"
    for text in (TEXT, TEXT[:BLOCK], b"x", b""):
        path.write_bytes(text)
        assert Disk().holds(path, blocks(text))


@pytest.mark.parametrize(
    "other",
    [
        TEXT + b"\n",
        TEXT[:-1],
        TEXT[:BLOCK],
        TEXT[:-1] + b"D",
        b"D" + TEXT[1:],
        TEXT[:BLOCK] + b"D" + TEXT[BLOCK + 1 :],
        b"",
    ],
)
def test_it_holds_no_other(tmp_path: Path, other: bytes) -> None:
    path = tmp_path / "text"
    path.write_bytes(other)
    assert not Disk().holds(path, blocks(TEXT))


def test_a_file_of_one_byte_does_not_hold_nothing(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"x")
    assert not Disk().holds(path, blocks(b""))


def test_what_is_no_file_is_an_error(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none"):
        with pytest.raises(OSError, match=str(tmp_path)):
            Disk().holds(place, blocks(TEXT))
