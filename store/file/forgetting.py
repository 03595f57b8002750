"""Forgetting a lead for good: in the file, in its history, and in the copies kept of them.

The file is written once, by its protocol; nothing of this can be undone. Given once more after
an error in between, it goes on with the copies: a lead is looked for in those too.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from store.errors import FileTrouble, NotFound
from store.file.copies import Copy, copies, rewrite
from store.file.erasing import count, without
from store.file.mentions import mentions, naming
from store.file.repository import Repository
from store.file.schema import migrated
from store.file.tables import Tables
from store.file.traces import Traces, ids_named, traces_of

SHORTEST = 3
"""A name of fewer letters says nothing where it stands in a text that is no record."""


class Found(msgspec.Struct, frozen=True):
    """What would be forgotten: the lead's name and ids, records and entries by table, copies."""

    name: str
    lead_ids: frozenset[int]
    counts: Mapping[str, int]
    copies: int


class Forgotten(msgspec.Struct, frozen=True):
    """What was forgotten, and what was not.

    `rewritten` copies are without the lead now; those that cannot be read and named it were
    `removed`. `left` are copies that still hold it. `named_in` are records of others that name
    it in their own words. `words` are what the lead and its people were called.
    """

    found: Found
    rewritten: int
    removed: int
    left: tuple[Path, ...]
    named_in: tuple[str, ...]
    words: frozenset[str]


def find(repository: Repository, name: str) -> Found:
    """What is known of the lead of that name, in the file or in a copy of it; changes nothing.

    Raises `NotFound`, `FileTrouble`, and `TrackerError` where two leads have the name.
    """
    snapshot = repository.snapshot()
    tables, kept = migrated(repository.last_read), _copies(repository)
    here = ids_named(tables, name)
    elsewhere = {number for each in _readable(kept) for number in ids_named(each, name)}
    ids = here | {number for number in elsewhere if number not in snapshot.leads}
    if not ids:
        raise NotFound("no_such_lead", name=name)
    called = snapshot.lead_named(name).name if ids & {*snapshot.leads} else name
    traces, words = traces_of(tables, ids), _everywhere(tables, kept, ids).words
    holding = sum(_holds(each, _in_copy(each, traces, ids), words) for each in kept)
    return Found(called, ids, count(tables, traces), holding)


def forget(repository: Repository, found: Found, on: date, *, with_copies: bool) -> Forgotten:
    """Erases the lead; from the copies only where `with_copies`.

    Raises `FileTrouble`: `copies_not_erased` where the file is without the lead and a copy is not.
    """
    ids = found.lead_ids
    everywhere = _everywhere(migrated(repository.last_read), _copies(repository), ids)
    known: list[Traces] = []
    after: list[Tables] = []

    def erased(tables: Tables) -> Tables:
        known[:] = [traces_of(tables, ids)]
        after[:] = [without(tables, known[0], on, repository.machine)]
        return after[0]

    with suppress(FileTrouble):  # a kill after the rewriting would leave it
        _erase_indexes(repository)
    repository.rewrite(erased, on)
    try:
        _erase_indexes(repository)  # another program may have written one meanwhile
        kept = _without_copies(repository, _Work(known[0], everywhere, ids, on), with_copies)
    except FileTrouble as trouble:
        path, why = trouble.facts.get("path"), trouble.facts.get("why", trouble.code)
        raise FileTrouble("copies_not_erased", path=path, why=why) from trouble
    return Forgotten(
        found=found,
        rewritten=kept.rewritten,
        removed=kept.removed,
        left=tuple(kept.left),
        named_in=tuple(naming(after[0], everywhere)),
        words=telling(everywhere.words),
    )


class _Work(NamedTuple):
    """What is to be erased: the file's traces, those of all copies, and by which leads' ids."""

    traces: Traces
    everywhere: Traces
    ids: frozenset[int]
    on: date


class _Copies(NamedTuple):
    """What became of the copies that held the lead."""

    rewritten: int
    removed: int
    left: list[Path]


def _without_copies(repository: Repository, work: _Work, with_copies: bool) -> _Copies:
    """Erases the lead from the copies under the lock; raises `FileTrouble`."""
    rewritten = removed = 0
    left = []
    with repository.alone():
        for copy in _copies(repository):
            its = _in_copy(copy, work.traces, work.ids)
            if not _holds(copy, its, work.everywhere.words):
                continue
            if copy.closed or not with_copies:
                left.append(copy.place)
            elif _erase(repository, copy, its, work.on):
                rewritten += 1
            else:
                removed += 1
    return _Copies(rewritten, removed, left)


def _erase_indexes(repository: Repository) -> None:
    """Removes what the cache folder holds of the file's content; raises `FileTrouble`."""
    if repository.index is not None:
        try:
            repository.index.erase_all()
        except OSError as error:
            raise _trouble("not_saved", repository.index.place, error) from error


def telling(words: frozenset[str]) -> frozenset[str]:
    """The words by which a text without records is known to be about somebody."""
    return frozenset(word for word in words if len(word) >= SHORTEST)


def _erase(repository: Repository, copy: Copy, traces: Traces, on: date) -> bool:
    """Rewrites the copy without the lead, or removes what cannot be read; whether it is there."""
    try:
        if copy.tables is None:
            repository.disk.remove(copy.place)
            return False
        rewrite(repository.disk, copy, without(copy.tables, traces, on, repository.machine))
    except OSError as error:
        raise _trouble("not_saved", copy.place, error) from error
    return True


def _holds(copy: Copy, traces: Traces, words: frozenset[str]) -> bool:
    """Whether the lead is in the copy; in one that cannot be read, whether anything names it."""
    if copy.tables is not None:
        return without(copy.tables, traces, date.min, "") is not copy.tables
    numbers = map(str, traces.leads | traces.ids.get("quotes", frozenset()))
    return mentions(copy.text.decode("utf-8", "replace"), telling(words) | {*numbers})


def _in_copy(copy: Copy, traces: Traces, ids: frozenset[int]) -> Traces:
    """What is the lead's in the copy: what the copy says, and what the file says."""
    return traces if copy.tables is None else traces_of(copy.tables, ids).united(traces)


def _everywhere(tables: Tables, kept: Iterable[Copy], ids: frozenset[int]) -> Traces:
    """All that the lead was ever called."""
    traces = traces_of(tables, ids)
    for each in _readable(kept):
        traces = traces.united(traces_of(each, ids))
    return traces


def _readable(kept: Iterable[Copy]) -> list[Tables]:
    return [copy.tables for copy in kept if copy.tables is not None]


def _copies(repository: Repository) -> list[Copy]:
    try:
        return [*copies(repository)]
    except OSError as error:
        raise _trouble("unreadable", repository.path, error) from error


def _trouble(code: str, place: Path, error: OSError) -> FileTrouble:
    path, why = str(error.filename or place), error.strerror or str(error)
    return FileTrouble(code, path=path, why=why)
