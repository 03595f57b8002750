"""A disk in memory that records what is done to it, can fail, and shows every state after a crash.

What POSIX promises and no more: the content of a file is safe once the file is synced, a name once
its folder is. Until then each 4 KiB block and each name may be old or new, in any combination.
"""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import permutations
from pathlib import Path

import msgspec

from store.file.port import Disk, Version

BLOCK = 4096


class Step(msgspec.Struct, frozen=True):
    """One operation: what is done to which names or to which file, by its inode."""

    what: str
    paths: tuple[Path, ...] = ()
    inode: int = 0
    data: bytes = b""

    @property
    def folders(self) -> set[Path]:
        """The folders whose entries it changes."""
        return {path.parent for path in self.paths}


Names = dict[Path, int]
"""The inode behind each name; 0 for a folder."""

Contents = dict[int, bytes]


class State(msgspec.Struct, frozen=True):
    """What is on the disk: names, and contents by inode."""

    names: Mapping[Path, int]
    contents: Mapping[int, bytes]

    def reachable(self) -> "State":
        """Without the names in folders that do not exist."""
        names = {
            path: inode
            for path, inode in self.names.items()
            if all(folder in self.names for folder in path.parents[:-1])
        }
        return State(names, self.contents)

    def files(self) -> frozenset[tuple[Path, bytes]]:
        """The files that can be reached, and what is in them."""
        names = self.reachable().names
        return frozenset((path, self.contents[inode]) for path, inode in names.items() if inode)


class SimulatedDisk(Disk):
    """The root folder exists, and what is in `state`; `steps` is what was done since."""

    def __init__(self, state: State | None = None, *, can_exchange: bool = True) -> None:
        self.start = state or State({}, {})
        self.names: Names = dict(self.start.names)
        self.contents: Contents = dict(self.start.contents)
        self.steps: list[Step] = []
        self.can_exchange = can_exchange
        self.fail_at: int | None = None
        """The number of the call that fails, from 0."""
        self.fails_for_good = False
        self.calls: list[str] = []
        self._next = max(self.contents, default=0) + 1

    def state(self) -> State:
        """What is in memory now."""
        return State(dict(self.names), dict(self.contents))

    def files_beside(self, path: Path) -> dict[str, bytes]:
        """The files in the same folder, by name."""
        return {name.name: text for name, text in self.state().files() if name != path}

    def replace_from_outside(self, path: Path, text: bytes) -> None:
        """Somebody who knows of no lock puts another file in place, safely."""
        inode, self._next = self._next, self._next + 1
        self.names[path], self.contents[inode] = inode, text

    # what the port does

    def version(self, path: Path) -> Version | None:
        self._touch("version")
        return self._version(self.names[path]) if path in self.names else None

    def version_of(self, descriptor: int) -> Version:
        self._touch("version_of")
        return self._version(descriptor)

    def read(self, path: Path) -> tuple[bytes, Version]:
        self._touch("read")
        inode = self._inode(path)
        return self.contents[inode], self._version(inode)

    def holds(self, path: Path, blocks: Iterable[bytes]) -> bool:
        self._touch("read")
        return self.contents[self._inode(path)] == b"".join(blocks)

    def may_write(self, path: Path) -> bool:
        return True

    def create_beside(self, path: Path) -> tuple[Path, int]:
        self._touch("create_beside")
        self._folder(path)
        inode = self._next
        self._next += 1
        temporary = path.with_name(f".{path.name}.{inode:012x}.tmp")
        self._do(Step("create", (temporary,), inode))
        return temporary, inode

    def write(self, descriptor: int, data: bytes) -> None:
        failing = self._is_failing("write")
        written = data[: len(data) // 2] if failing else data
        self._do(Step("write", inode=descriptor, data=written))
        if failing:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def sync(self, descriptor: int) -> None:
        self._touch("sync")
        self._do(Step("sync", inode=descriptor))

    def close(self, descriptor: int) -> None:
        self._touch("close")

    def rename(self, old: Path, new: Path) -> None:
        self._touch("rename")
        self._inode(old)
        self._do(Step("rename", (old, new)))

    def exchange(self, one: Path, other: Path) -> None:
        self._touch("exchange")
        if not self.can_exchange:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        self._inode(one), self._inode(other)
        self._do(Step("exchange", (one, other)))

    def name_first(self, old: Path, new: Path) -> None:
        self._touch("name_first")
        self._inode(old)
        if new in self.names:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        self._do(Step("rename", (old, new)))

    def sync_folder(self, folder: Path) -> None:
        self._touch("sync_folder")
        self._do(Step("sync_folder", (folder / "any",)))

    def remove(self, path: Path) -> None:
        self._touch("remove")
        if path in self.names:
            self._do(Step("remove", (path,)))

    def beside(self, path: Path) -> dict[Path, Version]:
        self._touch("beside")
        start = f".{path.name}."
        names = [name for name in self.names if name.name.startswith(start)]
        return {name: self._version(self.names[name]) for name in names}

    def lock(self, side: Path, patience: float) -> AbstractContextManager[object]:
        self._touch("lock")
        self._folder(side)
        return nullcontext()

    def is_link(self, path: Path) -> bool:
        return False

    def is_folder(self, path: Path) -> bool:
        return path == Path(path.anchor) or self.names.get(path) == 0

    def make_one_folder(self, folder: Path) -> None:
        self._touch("make_one_folder")
        self._do(Step("create", (folder,), 0))

    def make_private(self, folder: Path) -> None:
        self._touch("make_private")

    # how it does it

    def _touch(self, call: str) -> None:
        if self._is_failing(call):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def _is_failing(self, call: str) -> bool:
        number = len(self.calls)
        self.calls.append(call)
        if self.fail_at is None:
            return False
        return number == self.fail_at or (self.fails_for_good and number > self.fail_at)

    def _do(self, step: Step) -> None:
        self.steps.append(step)
        apply_to_names(self.names, step)
        if step.what == "create" and step.inode:
            self.contents[step.inode] = b""
        if step.what == "write":
            self.contents[step.inode] += step.data

    def _version(self, inode: int) -> Version:
        return Version(1, inode, inode, inode, len(self.contents.get(inode, b"")))

    def _inode(self, path: Path) -> int:
        self._folder(path)
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return self.names[path]

    def _folder(self, path: Path) -> None:
        if not self.is_folder(path.parent):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))


def apply_to_names(names: Names, step: Step) -> None:
    """Does what the step does to names; nothing where the names are not there."""
    match step.what, step.paths:
        case "create", (path,):
            names[path] = step.inode
        case "remove", (path,):
            names.pop(path, None)
        case "rename", (old, new) if old in names:
            names[new] = names.pop(old)
        case "exchange", (one, other) if one in names and other in names:
            names[one], names[other] = names[other], names[one]


def states_after_a_crash(disk: SimulatedDisk) -> Iterator[tuple[int, State]]:
    """Every state after a crash, with the number of steps that had been begun."""
    for length in range(len(disk.steps) + 1):
        steps = disk.steps[:length]
        for names in _possible_names(disk.start, steps):
            for contents in _possible_contents(disk.start, steps):
                yield length, State(names, contents)


def _possible_names(start: State, steps: Sequence[Step]) -> Iterator[Names]:
    """Names synced with their folder are as they were done; any of the others, in any order."""
    names, waiting = dict(start.names), list[Step]()
    for step in steps:
        if step.what == "sync_folder":
            for safe in [each for each in waiting if each.folders & step.folders]:
                apply_to_names(names, safe)
                waiting.remove(safe)
        elif step.paths:
            waiting.append(step)
    for count in range(len(waiting) + 1):
        for done in permutations(waiting, count):
            possible = dict(names)
            for step in done:
                apply_to_names(possible, step)
            yield possible


def _possible_contents(start: State, steps: Sequence[Step]) -> Iterator[Contents]:
    """Files that were synced are whole; of each other file some blocks, or zeros, or nothing."""
    safe: Contents = dict(start.contents)
    unsafe: Contents = {}
    for step in steps:
        if step.what == "create" and step.inode:
            safe[step.inode] = b""
        if step.what == "write":
            unsafe[step.inode] = unsafe.get(step.inode, safe[step.inode]) + step.data
        if step.what == "sync" and step.inode in unsafe:
            safe[step.inode] = unsafe.pop(step.inode)
    yield safe | unsafe
    for inode, text in unsafe.items():
        for torn in _torn(safe[inode], text):
            yield safe | unsafe | {inode: torn}


def _torn(old: bytes, new: bytes) -> Iterator[bytes]:
    """The file as it was; cut at a block; with one block, or all, that never reached the disk."""
    yield old
    yield bytes(len(new))
    edges = sorted({*range(BLOCK, len(new), BLOCK), len(new) // 2})
    for edge in edges[:2] + edges[-2:]:
        yield new[:edge]
        yield (
            new[: edge - BLOCK] + bytes(min(BLOCK, edge)) + new[edge:] if edge >= BLOCK else new[:1]
        )


def failing(state: State, number: int, *, for_good: bool) -> SimulatedDisk:
    """A disk on which that call fails, once or from then on."""
    disk = SimulatedDisk(state)
    disk.fail_at, disk.fails_for_good = number, for_good
    return disk
