"""FAULTS 6: several processes that write one file at the same time."""

from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from store.file.repository import Repository
from tests.faults.processes import working
from tests.faults.work import add_some


class Concurrent(NamedTuple):
    """How many changes were acknowledged, how many are lost, and what must be unique and is not."""

    acknowledged: int
    lost: int
    twice: int


def write_at_once(path: Path, processes: int, changes: int) -> Concurrent:
    """So many processes make so many changes each."""
    with ExitStack() as stack:
        workers = [
            stack.enter_context(working(add_some, path, 10_000 * (number + 1), changes))
            for number in range(processes)
        ]
        for worker in workers:
            worker.hear()
        for worker in workers:
            worker.messages.send("go")
        acknowledged = {worker.hear() for worker in workers for _ in range(changes)}
        for worker in workers:
            worker.process.join()
    repository = Repository(path, "here")
    quotes = repository.snapshot().quotes
    refs, numbers = ({getattr(quote, name) for quote in quotes.values()} for name in ("ref", "seq"))
    ids = {change.id for change in repository.history()}
    twice = len(quotes) - min(len(refs), len(numbers)) + len(repository.history()) - len(ids)
    return Concurrent(len(acknowledged), len(acknowledged - set(quotes)), twice)
