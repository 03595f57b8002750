"""FAULTS 1: whenever a process is killed, the file parses and has all that was acknowledged."""

from pathlib import Path

from store.file.repository import Repository
from tests.faults.kills import kill_at_every_call, kill_at_random_moments
from tests.store.file.samples import an_addition, commit


def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    kills = kill_at_random_moments(tmp_path / "relance.json", kills=15, seed=1)
    assert kills.acknowledged >= 15
    assert (kills.lost, kills.left_beside) == (0, [])


def test_a_kill_at_each_call_to_the_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), an_addition(2, lead="Nay", lead_id=1))
    kills = kill_at_every_call(path)
    assert kills.kills > 30
    assert (kills.lost, kills.left_beside) == (0, [])
    assert 2 in Repository(path, "here").snapshot().quotes
