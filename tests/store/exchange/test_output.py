"""Writing an export: whole or not at all, a link stays, and no other file is touched."""

import os
import stat
from pathlib import Path

import pytest

from store.errors import FileTrouble, InvalidValue, Refused, TrackerError
from store.exchange.output import OwnPlaces, write_export


@pytest.fixture
def own(tmp_path: Path) -> OwnPlaces:
    """The tracker's file, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    path = folder / "relance.json"
    path.write_text("precious")
    return OwnPlaces(path)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_text_is_written_in_utf_8_with_its_line_ends(tmp_path: Path, own: OwnPlaces) -> None:
    write_export(tmp_path / "out.csv", "é\n\r\n", own=own)
    assert (tmp_path / "out.csv").read_bytes() == b"\xc3\xa9\n\r\n"
    assert names_in(tmp_path) == ["data", "out.csv"]


def test_a_new_file_is_only_for_us_whatever_the_umask(tmp_path: Path, own: OwnPlaces) -> None:
    before = os.umask(0)
    try:
        write_export(tmp_path / "out.csv", "text", own=own)
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "out.csv") == 0o600


def test_an_existing_file_is_kept_unless_forced(tmp_path: Path, own: OwnPlaces) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o644)
    with pytest.raises(Refused) as refused:
        write_export(path, "new", own=own)
    assert (refused.value.code, refused.value.insist) == ("file_exists", False)
    assert path.read_text() == "old"
    write_export(path, "new", own=own, force=True)
    assert (path.read_text(), mode_of(path)) == ("new", 0o644)


def test_a_link_stays_and_its_target_is_written(tmp_path: Path, own: OwnPlaces) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    write_export(link, "new", own=own, force=True)
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    ("name", "code"), [("data", "output_is_a_folder"), ("pipe", "output_is_not_a_file")]
)
def test_what_is_no_plain_file_is_refused(
    name: str, code: str, tmp_path: Path, own: OwnPlaces
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InvalidValue) as refused:
        write_export(tmp_path / name, "new", own=own, force=True)
    assert refused.value.code == code


@pytest.mark.parametrize("name", ["missing/out.csv", "x" * 300, "loop", "plain/out.csv"])
def test_a_place_that_cannot_be_written_is_named(name: str, tmp_path: Path, own: OwnPlaces) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "plain").touch()
    path = tmp_path / name
    with pytest.raises(FileTrouble) as trouble:
        write_export(path, "new", own=own, force=True)
    assert trouble.value.code == "not_written"
    assert trouble.value.facts["path"] == str(path)
    assert trouble.value.facts["why"]


def test_a_name_with_nul_is_refused(tmp_path: Path, own: OwnPlaces) -> None:
    with pytest.raises(TrackerError) as refused:
        write_export(tmp_path / "a\0b", "new", own=own)
    assert refused.value.code == "nul"


@pytest.mark.parametrize("failing", ["fsync", "fchmod"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    failing: str, tmp_path: Path, own: OwnPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(FileTrouble) as trouble:
        write_export(path, "new", own=own, force=True)
    assert trouble.value.facts["why"] == "No space left on device"
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["data", "out.csv"]


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path, own: OwnPlaces) -> None:
    path = tmp_path / ("x" * 255)
    write_export(path, "new", own=own)
    assert path.read_text() == "new"
