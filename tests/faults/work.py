"""What the processes of the tests of faults do; each says the number of what was acknowledged."""

import json
import os
import resource
import signal
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from store.errors import FileTrouble
from store.file.exchange_names import exchange_names, take_free_name
from store.file.lock import locked
from store.file.port import Disk
from store.file.repository import Repository
from tests.store.file.samples import TODAY, an_addition

PATIENCE = 60.0
FOREIGN = 1_000_000
"""Ids from here on are another program's."""


def add_for_ever(said: Connection, path: Path, first: int) -> None:
    """Adds quotes from that number on until somebody ends it."""
    repository = Repository(path, "killed", patience=PATIENCE)
    for number in count(first):
        repository.commit(an_addition(number, lead="Nay", lead_id=1), TODAY)
        said.send(number)


def add_some(said: Connection, path: Path, first: int, how_many: int) -> None:
    """Adds so many quotes from that number on."""
    repository = Repository(path, f"machine {first}", patience=PATIENCE)
    said.send(0)
    said.recv()
    for number in range(first, first + how_many):
        repository.commit(an_addition(number, lead="Nay"), TODAY)
        said.send(number)


class SuicidalDisk(Disk):
    """Kills its own process at the call of that number, before or after it was done."""

    def __init__(self, call: int, *, after: bool) -> None:
        self._left = call
        self._after = after

    def __getattribute__(self, name: str) -> object:
        attribute = object.__getattribute__(self, name)
        if name.startswith("_") or not callable(attribute):
            return attribute

        def call(*arguments: object, **options: object) -> object:
            self._left -= 1
            if self._left < 0 and not self._after:
                os.kill(os.getpid(), signal.SIGKILL)
            result = attribute(*arguments, **options)
            if self._left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return call


def die_at(said: Connection, path: Path, number: int, call: int, after: bool) -> None:
    """Adds a quote and is killed at that call to the disk; says 0 where there were fewer."""
    repository = Repository(path, "killed", SuicidalDisk(call, after=after), patience=PATIENCE)
    repository.commit(an_addition(number, lead="Nay", lead_id=1), TODAY)
    said.send(number)


def hold_lock(said: Connection, path: Path) -> None:
    """Takes the lock and keeps it."""
    with locked(path):
        said.send(1)
        said.recv()


def fill_disk(said: Connection, path: Path, number: int, size: int) -> None:
    """Adds a quote where no file may be larger than so many bytes; says how that went.

    The limit is the kernel's, so that a write fails half-way as on a full disk.
    """
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    said.send(_exit_code(path, number))


def add_as_nobody(said: Connection, path: Path, number: int) -> None:
    """Reads and adds a quote as a user without rights; says how many were read, -1 for no right."""
    os.setgid(65534)
    os.setuid(65534)
    try:
        said.send(len(Repository(path, "nobody").snapshot().quotes))
    except FileTrouble:
        said.send(-1)
    said.send(_exit_code(path, number))


def _exit_code(path: Path, number: int) -> int:
    """0 if the quote was saved, 30 if that was said not to be so, else the exit code."""
    try:
        Repository(path, "here").commit(an_addition(number), TODAY)
    except FileTrouble as trouble:
        unsaved = ("not_saved", "read_only_file", "read_only_folder")
        return 30 if trouble.code in unsaved else trouble.exit_code
    return 0


def replace_for_ever(said: Connection, path: Path, archive: Path, pause: float) -> None:
    """Replaces the file in a loop and without the lock, each time with a quote of its own more.

    Between two versions pass `pause` seconds on average, often next to none, now and then many.
    It is made of what is there at the moment. What is in none of the versions that this displaces
    was lost by somebody else: their quotes are in the archive in the end. Says its first number
    when it has begun, and its last.
    """
    seen: set[int] = set()
    number, chance = FOREIGN, Random(8)
    while not (number > FOREIGN and said.poll(pause * chance.expovariate(1))):
        tables = json.loads(path.read_bytes())
        quote = {"ref": f"F-{number}", "lead_id": 1, "title": "Foreign", "amount": "1"}
        ours = {key: row for key, row in tables["quotes"].items() if int(key) < FOREIGN}
        tables["quotes"] = ours | {str(number): quote}
        beside = archive / "beside"
        beside.write_text(json.dumps(tables))
        try:
            exchange_names(beside, path)
            seen.update(map(int, json.loads(beside.read_bytes())["quotes"]))
        except FileNotFoundError:
            take_free_name(beside, path)
        if number == FOREIGN:
            said.send(number)
        number += 1
    (archive / "seen.json").write_text(json.dumps([*seen]))
    said.send(number - 1)
