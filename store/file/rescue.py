"""Getting a file back that is damaged or gone. Nothing here happens without a person's yes.

What is there is kept in the state folder first, always; then the file is written once.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from store.errors import FileTrouble, NothingToDo, trouble_of
from store.file.backups import Backup, Backups
from store.file.codec import KIND_OF
from store.file.hindrance import newer
from store.file.mending import following, joined, lacking, same
from store.file.reading import read_tables
from store.file.repository import Repository
from store.file.salvage import Salvage, salvage
from store.file.schema import migrated
from store.file.state import State
from store.file.storage import SafeStorage
from store.file.tables import Tables
from store.plain_file import trouble_of_reading

DAMAGED = ("damaged", "bad_record")
"""Codes of troubles of a file that is there, as `keeper.LOST` of one that is not."""


class Prospect(NamedTuple):
    """What can be had back: the rows of the file that still parse, and the backup to offer.

    `holds` counts by table what is in the backup, `lacks` what can be saved from the file and is
    not, or older, in the backup.
    """

    trouble: FileTrouble
    salvage: Salvage | None
    backup: Backup | None
    holds: Mapping[str, int]
    lacks: Mapping[str, int]


def prospect(repository: Repository, trouble: FileTrouble) -> Prospect:
    """What can be had back of a file in that trouble; changes nothing."""
    saved = _salvaged(repository) if trouble.code in DAMAGED else None
    good = newest_good(repository)
    if good is None:
        return Prospect(trouble, saved, None, {}, {})
    backup, tables = good[0], migrated(good[1])
    holds: dict[str, int] = {name: len(tables.get(name, {})) for name in KIND_OF}
    lacks = {} if saved is None else lacking(tables, saved.tables)
    return Prospect(trouble, saved, backup, holds, lacks)


def newest_good(repository: Repository) -> tuple[Backup, Tables] | None:
    """The backup to offer, which can be read; none also where the folder cannot be looked at."""
    backups = repository.keeper.backups
    with suppress(OSError):
        return None if backups is None else backups.newest_good()
    return None


def restore(repository: Repository, name: str, day: date) -> Backup:
    """Puts a backup in the place of the file, which is backed up or kept aside before.

    Raises `NotFound` for an unknown name, `NothingToDo` where the file holds the same.
    """
    backups = Backups(_state(repository))
    backup = backups.named(name)
    tables = backups.tables(backup)
    with repository.alone() as storage:
        before = _tables_or_none(repository)
        if before is not None and same(before, tables):
            raise NothingToDo("same_as_backup", name=name)
        _overwrite(repository, storage, following(before, tables), day)
    return backup


def mend(repository: Repository, day: date) -> Salvage:
    """Writes what can be saved, over the backup to offer for what cannot.

    Where the text itself is sound, only rows that cannot be read come from the backup.
    """
    with repository.alone() as storage:
        saved = _salvaged(repository)
        good = newest_good(repository)
        old = migrated(good[1]) if good else {}
        _overwrite(repository, storage, following(saved.tables, joined(old, saved)), day)
    return saved


def put_back(repository: Repository, tables: Tables, day: date) -> None:
    """Writes what was last read, where the file has gone since."""
    with repository.alone() as storage:
        _overwrite(repository, storage, tables, day)


def start_afresh(repository: Repository) -> None:
    """Forgets that there was a file; its backups stay."""
    _state(repository).forget()


def _state(repository: Repository) -> State:
    if repository.keeper.state is None:
        raise FileTrouble("no_state", path=str(repository.path))
    return repository.keeper.state


def _overwrite(repository: Repository, storage: SafeStorage, tables: Tables, day: date) -> None:
    text = _text(repository)
    try:
        if text:
            keep(repository, text, day)
    except OSError as error:
        raise trouble_of("not_kept_aside", repository.path, error) from error
    storage.overwrite(tables)
    repository.keeper.after()


def keep(repository: Repository, text: bytes, day: date) -> None:
    """Keeps what is in the file: as a backup, or aside where it is damaged, and tells where then.

    Raises `OSError`.
    """
    state = _state(repository)
    try:
        trouble = newer(repository.path, read_tables(text))
    except (ValueError, FileTrouble):
        trouble = None
    if trouble is not None:
        raise trouble
    try:
        Backups(state).make(text, "restore", day)
    except (ValueError, FileTrouble):
        place = state.folder / keep_aside(state, text, day)
        path = str(repository.path)
        repository.keeper.tell(FileTrouble("damaged_kept", path=path, place=str(place)))


def keep_aside(state: State, text: bytes, day: date, kind: str = "damaged") -> str:
    """Keeps a text under a free name with its day; the same text is kept once."""
    number = 1
    while (name := f"{kind}-{day.isoformat()}-{number}.json") in state.files():
        if state.read(name) == text:
            return name
        number += 1
    state.keep(name, text)
    return name


def _text(repository: Repository) -> bytes:
    try:
        return repository.disk.read(repository.path)[0]
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise trouble_of_reading(repository.path, error) from error


def _salvaged(repository: Repository) -> Salvage:
    return salvage(_text(repository))


def _tables_or_none(repository: Repository) -> Tables | None:
    try:
        return read_tables(_text(repository)) or None
    except (ValueError, FileTrouble):
        return None
