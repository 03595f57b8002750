"""FAULTS 2: whatever state a power cut leaves, the file is whole and has all that was acknowledged.

The simulator itself is tested by leaving out what makes a write safe.
"""

from pathlib import Path

import pytest

from tests.faults.crashes import crash
from tests.faults.every_command import CHANGES, COMMANDS, PATH, existing, opened
from tests.store.file.samples import TODAY, an_addition
from tests.store.file.simulated_disk import SimulatedDisk, State, states_after_a_crash


@pytest.mark.parametrize("name", CHANGES)
def test_a_power_cut_breaks_no_promise(name: str) -> None:
    crashes = crash(existing(name), CHANGES[name])
    assert crashes.violations == []
    assert crashes.different > 3


@pytest.mark.parametrize("name", ["add", "add a draft", "import"])
def test_a_power_cut_while_the_first_file_is_made_breaks_no_promise(name: str) -> None:
    crashes = crash(State({}, {}), CHANGES[name])
    assert crashes.violations == []
    assert crashes.different > 3


def test_every_command_changes_the_file() -> None:
    for name in COMMANDS:
        disk = SimulatedDisk(existing(name))
        before = disk.state().files()
        CHANGES[name](opened(disk))
        assert disk.state().files() != before


@pytest.mark.parametrize("left_out", ["sync", "sync_folder"])
@pytest.mark.parametrize("start", ["fresh", "existing"])
def test_leaving_out_a_sync_breaks_the_promise(
    monkeypatch: pytest.MonkeyPatch, left_out: str, start: str
) -> None:
    state = existing("add") if start == "existing" else State({}, {})
    monkeypatch.setattr(SimulatedDisk, left_out, lambda *_: None)
    assert crash(state, CHANGES["add"]).violations


def test_a_version_put_in_place_by_somebody_else_survives_a_power_cut() -> None:
    """It was displaced by ours and merged, or is beside the file until the next write."""
    start = existing("add")
    other = SimulatedDisk(start)
    opened(other).commit(an_addition(77, lead="Foreign"), TODAY)
    foreign = other.contents[other.names[PATH]]

    class Hostile(SimulatedDisk):
        def exchange(self, one: Path, other: Path) -> None:
            if not any(step.what == "exchange" for step in self.steps):
                self.replace_from_outside(PATH, foreign)
                self.start = State(
                    {**self.start.names, PATH: self.names[PATH]},
                    {**self.start.contents, self.names[PATH]: foreign},
                )
            super().exchange(one, other)

    disk = Hostile(start)
    opened(disk).commit(an_addition(20), TODAY)
    assert set(opened(disk).snapshot().quotes) == {1, 2, 3, 20, 77}
    tried = set()
    for length, state in states_after_a_crash(disk):
        if state.files() in tried:
            continue
        tried.add(state.files())
        repository = opened(SimulatedDisk(state))
        repository.commit(an_addition(999), TODAY)
        quotes = set(repository.snapshot().quotes)
        assert {1, 2, 3, 77, 999} <= quotes
        assert length < len(disk.steps) or 20 in quotes
    assert len(tried) > 5
