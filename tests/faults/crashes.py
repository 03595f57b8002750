"""A change made on a simulated disk, and the promises broken in any state after a power cut."""

from collections.abc import Iterator
from typing import NamedTuple

from store.errors import TrackerError
from store.file.repository import Repository
from tests.faults.every_command import PATH, Change, opened
from tests.store.file.samples import TODAY, an_addition, contents
from tests.store.file.simulated_disk import SimulatedDisk, State, states_after_a_crash

NEXT = an_addition(999, lead="The next write", ref="NEXT")

Contents = object


class Crashes(NamedTuple):
    """How many states after a crash there were, how many of them differ, and what was broken."""

    states: int
    different: int
    violations: list[str]


def crash(start: State, change: Change) -> Crashes:
    """Makes the change on that disk, and looks at every state that a power cut can leave."""
    disk = SimulatedDisk(start)
    before = _text(start)
    change(opened(disk))
    acknowledged, after = len(disk.steps), _text(disk.state())
    allowed = {False: {before: _next(start), after: _next(disk.state())}}
    allowed[True] = {after: allowed[False][after]}
    count, seen = 0, set()
    violations: list[str] = []
    for length, state in states_after_a_crash(disk):
        count += 1
        is_acknowledged = length == acknowledged
        key = state.files(), is_acknowledged
        if key not in seen:
            seen.add(key)
            violations += _violations(state, allowed[is_acknowledged])
    return Crashes(count, len(seen), violations)


def _violations(state: State, allowed: dict[bytes | None, Contents]) -> Iterator[str]:
    """The file is one of the allowed, and the next write adds to that and leaves nothing else."""
    text = _text(state)
    if text not in allowed:
        yield f"the file holds {text!r:.200}"
        return
    disk = SimulatedDisk(state.reachable())
    try:
        repository = opened(disk)
        repository.commit(NEXT, TODAY)
    except TrackerError as error:
        yield f"the next write fails: {error!r}"
        return
    if contents(repository.snapshot()) != allowed[text]:
        yield "the next write adds more than its own"
    if disk.files_beside(PATH):
        yield f"left beside the file: {disk.files_beside(PATH)!r:.200}"


def _text(state: State) -> bytes | None:
    return next((text for path, text in state.files() if path == PATH), None)


def _next(state: State) -> Contents:
    """The records after the next write."""
    repository: Repository = opened(SimulatedDisk(state))
    repository.commit(NEXT, TODAY)
    return contents(repository.snapshot())
