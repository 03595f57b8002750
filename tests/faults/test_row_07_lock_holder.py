"""FAULTS 7: who keeps the lock is named after a while; one that was killed keeps nothing."""

import os
import signal
import time
from pathlib import Path

import pytest

from store.errors import FileTrouble
from store.file.lock import PATIENCE
from store.file.repository import Repository
from tests.faults.processes import working
from tests.faults.work import hold_lock
from tests.store.file.samples import TODAY, an_addition, commit


def test_a_holder_that_is_stopped_is_named_after_a_while(tmp_path: Path) -> None:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), an_addition(1))
    before = path.read_bytes()
    with working(hold_lock, path) as holder:
        holder.hear()
        process = holder.process.pid or 0
        os.kill(process, signal.SIGSTOP)
        start = time.monotonic()
        with pytest.raises(FileTrouble) as trouble:
            Repository(path, "here", patience=0.3).commit(an_addition(2), TODAY)
        assert 0.3 <= time.monotonic() - start < 3
        assert trouble.value.code == "locked"
        if Path("/proc/locks").exists():
            assert str(process) in str(trouble.value.facts["holder"])
        assert path.read_bytes() == before
        assert set(Repository(path, "here").snapshot().quotes) == {1}


def test_people_wait_five_seconds() -> None:
    assert PATIENCE == 5


@pytest.mark.parametrize("stopped", [False, True])
def test_a_holder_that_is_killed_keeps_nobody_waiting(tmp_path: Path, stopped: bool) -> None:
    path = tmp_path / "relance.json"
    with working(hold_lock, path) as holder:
        holder.hear()
        if stopped:
            os.kill(holder.process.pid or 0, signal.SIGSTOP)
        holder.kill()
        start = time.monotonic()
        commit(Repository(path, "here"), an_addition(1))
        assert time.monotonic() - start < 2
