"""What is wrong with a file, found by small checks; each finding is a code with facts.

A check is a function in `CHECKS`; one that belongs to another module is added there.
"""

import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from store.errors import Fact, Facts, FileTrouble
from store.file.beside import holds_nothing_new, versions_aside
from store.file.codec import KIND_OF
from store.file.conflict_copies import troubled_copies
from store.file.git_merge import unfinished_merge
from store.file.history import DUPLICATE, HISTORY, read_rows
from store.file.keeper import LOST
from store.file.port import Disk
from store.file.repository import Repository
from store.file.rescue import DAMAGED, prospect
from store.file.review import remark_of, unreviewed_in
from store.records.quote import Quote
from store.records.quote_practice import is_private
from store.records.snapshot import Snapshot
from store.records.text import fold
from store.rules.silence import silent_leads


class Finding(msgspec.Struct, frozen=True):
    """Something that was found. A `note` is nothing wrong; `fixable` is what `--fix` mends."""

    code: str
    facts: Facts
    fixable: bool = False
    note: bool = False


class Examined(msgspec.Struct, frozen=True):
    """What the checks look at; `trouble` is why the snapshot could not be read."""

    repository: Repository
    snapshot: Snapshot
    trouble: FileTrouble | None
    today: date

    @property
    def path(self) -> Path:
        """The data file."""
        return self.repository.path


def examined(repository: Repository, today: date) -> Examined:
    """The file as it is now."""
    try:
        return Examined(repository, repository.snapshot(), None, today)
    except FileTrouble as trouble:
        return Examined(repository, Snapshot(), trouble, today)


def examine(file: Examined) -> list[Finding]:
    """Everything that the checks find."""
    return [finding for check in CHECKS for finding in check(file)]


def unreadable(file: Examined) -> Iterator[Finding]:
    """The file, or a record in it, cannot be read, or the file is gone."""
    trouble = file.trouble
    if trouble is None:
        return
    found = prospect(file.repository, trouble)
    saved, backup = found.salvage, found.backup
    is_known = trouble.code in (*DAMAGED, *LOST)
    can_be_mended = is_known and bool(backup or (saved and any(saved.tables.values())))
    yield Finding(trouble.code, trouble.facts, fixable=can_be_mended)
    if saved is not None:
        tables = (*KIND_OF, "history")
        counts: dict[str, Fact] = {table: saved.count(table) for table in tables}
        code = "can_be_saved" if saved.whole else "rest_is_lost"
        yield Finding(code, counts | {"lost": len(saved.lost)}, note=True)
    if backup is not None and is_known:
        facts: dict[str, Fact] = {"name": backup.name, "day": backup.day, "made": backup.why}
        facts |= {f"holds_{name}": count for name, count in found.holds.items()}
        facts |= {name: found.lacks.get(name, 0) for name in found.holds}
        yield Finding("backup_lacks" if found.lacks else "backup_offered", facts, note=True)


def not_writable(file: Examined) -> Iterator[Finding]:
    """Nothing can be saved: read-only, or written by a newer relance."""
    trouble, known = file.repository.read_only(), file.trouble
    if trouble is not None and (known is None or known.code != trouble.code):
        yield Finding(trouble.code, trouble.facts)


def refs_given_twice(file: Examined) -> Iterator[Finding]:
    """Several quotes have one ref, so that no command finds them by it."""
    for quotes in same_refs(file.snapshot):
        titles = tuple(f"{file.snapshot.lead_of(each).name}: {each.title}" for each in quotes)
        yield Finding("ref_twice", {"ref": quotes[0].ref, "titles": titles}, fixable=True)


def same_refs(snapshot: Snapshot) -> list[list[Quote]]:
    """Quotes with the same ref, in the order of recording."""
    by_ref: dict[str, list[Quote]] = {}
    for quote in snapshot.quotes.values():
        by_ref.setdefault(fold(quote.ref), []).append(quote)
    return [sorted(each, key=lambda q: (q.seq, q.id)) for each in by_ref.values() if len(each) > 1]


def without_lead(file: Examined) -> Iterator[Finding]:
    """Quotes of a lead that is not there."""
    for quote in file.snapshot.quotes.values():
        if quote.lead_id not in file.snapshot.leads:
            yield Finding("quote_without_lead", {"ref": quote.ref, "title": quote.title})


def incident_without_lead(file: Examined) -> Iterator[Finding]:
    """Incidents about a lead that is not there."""
    for incident in file.snapshot.incidents.values():
        if incident.lead_id is not None and incident.lead_id not in file.snapshot.leads:
            facts: Facts = {"platform": incident.platform, "on": incident.on}
            yield Finding("incident_without_lead", facts)


def without_quote(file: Examined) -> Iterator[Finding]:
    """Contacts about a quote that is not there, counted by quote."""
    contacts = file.snapshot.follow_ups.values()
    gone = Counter(
        contact.quote_id for contact in contacts if contact.quote_id not in file.snapshot.quotes
    )
    for quote_id, count in gone.items():
        yield Finding("contacts_without_quote", {"quote_id": quote_id, "contacts": count})


def open_to_others(file: Examined) -> Iterator[Finding]:
    """The file, or the folder that is ours alone, can be read by others."""
    path = file.path
    places = [("file_open_to_others", path)]
    if file.repository.own_folder:
        places.append(("folder_open_to_others", path.parent))
    for code, place in places:
        with suppress(OSError):  # what cannot be looked at is told of elsewhere
            if stat.S_IMODE(place.stat().st_mode) & 0o077:
                yield Finding(code, {"path": str(place)}, fixable=True)


def left_over(file: Examined) -> Iterator[Finding]:
    """Temporary files that a killed program left behind, and versions that nobody has read."""
    disk = file.repository.disk
    for path in left_over_files(disk, file.path):
        yield Finding("left_over_file", {"path": str(path)}, fixable=True)
    for path in _beside(disk, file.path, holding_nothing_new=False):
        yield Finding("unread_version", {"path": str(path)})


def left_over_files(disk: Disk, path: Path) -> list[Path]:
    """The files beside the data file that hold nothing new; links and folders are not ours."""
    return _beside(disk, path, holding_nothing_new=True)


def _beside(disk: Disk, path: Path, *, holding_nothing_new: bool) -> list[Path]:
    try:
        found = disk.beside(path)
    except OSError:
        return []
    return sorted(
        place
        for place, version in found.items()
        if holds_nothing_new(path, place, version) is holding_nothing_new
    )


def not_reviewed(file: Examined) -> Iterator[Finding]:
    """Values that a merge lost, and doubles, at which nobody has looked yet."""
    if file.trouble is not None:
        return
    for change in unreviewed_in(file.repository.last_read):
        remark = remark_of(change, file.snapshot)
        if is_private(remark.field) and remark.code != DUPLICATE:
            remark = msgspec.structs.replace(remark, kept="", lost="")
        yield Finding(change.code, msgspec.structs.asdict(remark))


def unreadable_history(file: Examined) -> Iterator[Finding]:
    """Rows of the history that cannot be read, so that nothing can be undone."""
    if file.trouble is None:
        for trouble in read_rows(file.repository.last_read.get(HISTORY, {})).troubles:
            yield Finding(trouble.code, trouble.facts, fixable=True)


def kept_aside(file: Examined) -> Iterator[Finding]:
    """Versions that somebody put in place during a write, and that could not be merged."""
    for place in versions_aside(file.path):
        yield Finding("version_kept_aside", {"place": str(place)})


def copies_left(file: Examined) -> Iterator[Finding]:
    """Conflict copies of sync programs that cannot be merged, and stay beside the file."""
    for trouble in troubled_copies(file.path, file.repository.disk):
        yield Finding(trouble.code, trouble.facts)


def git_merge(file: Examined) -> Iterator[Finding]:
    """A merge that git could not finish; the file may be one side alone."""
    folder = unfinished_merge(file.path)
    if folder is not None:
        yield Finding("git_merge_unfinished", {"folder": str(folder), "path": str(file.path)})


def newest_backup(file: Examined) -> Iterator[Finding]:
    """How old the newest backup is."""
    backups = file.repository.keeper.backups
    if backups is None:
        return
    try:
        newest = next(iter(backups.all()), None)
    except OSError as error:
        yield Finding("backups_unreadable", {"why": error.strerror or str(error)})
        return
    if newest is not None:
        facts: Facts = {"name": newest.name, "day": newest.day}
        yield Finding("newest_backup", facts, note=True)


def silent(file: Examined) -> Iterator[Finding]:
    """Leads that data protection practice asks to forget; nothing is wrong with the file."""
    for lead, day in silent_leads(file.snapshot.dossiers.values(), file.today):
        if lead.id in file.snapshot.leads:
            yield Finding("silent_lead", {"name": lead.name, "since": day}, note=True)


Check = Callable[[Examined], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    unreadable,
    not_writable,
    refs_given_twice,
    without_lead,
    incident_without_lead,
    without_quote,
    open_to_others,
    left_over,
    unreadable_history,
    not_reviewed,
    kept_aside,
    copies_left,
    git_merge,
    silent,
    newest_backup,
)
"""Every check, in the order in which their findings are shown."""
