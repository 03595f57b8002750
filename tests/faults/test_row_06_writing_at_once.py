"""FAULTS 6: three processes that write at once lose nothing, and no id or ref is given twice."""

from pathlib import Path

from tests.faults.writers import write_at_once


def test_three_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    assert write_at_once(tmp_path / "relance.json", processes=3, changes=25) == (75, 0, 0)
