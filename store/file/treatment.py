"""What `relance doctor --fix` does about findings, one small function a code."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from msgspec.structs import replace

from store.changes.command import Circumstances
from store.changes.refs import next_ref
from store.errors import NothingToDo
from store.file.doctor import Examined, Finding, left_over_files, same_refs
from store.file.keeper import LOST
from store.file.rescue import DAMAGED, keep_aside, mend, newest_good, restore
from store.records.edit import Edit
from store.records.snapshot import Snapshot


class GiveNewRefs:
    """Quotes that share their ref with one recorded before get the next free one."""

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """Puts the quotes under their new refs."""
        after = snapshot
        for quotes in same_refs(snapshot):
            for quote in quotes[1:]:
                renamed = replace(quote, ref=next_ref(after, circumstances.today))
                after = after.after(Edit("edited", renamed.ref, puts=(renamed,)))
        puts = tuple(quote for key, quote in after.quotes.items() if snapshot.quotes[key] != quote)
        subject = ", ".join(quote.ref for quote in puts)
        return Edit("edited", subject, puts=puts, facts={"fields": ("ref",)})


def fix(finding: Finding, file: Examined, circumstances: Circumstances) -> None:
    """Mends what was found; raises `TrackerError` and `OSError`."""
    _TREATMENTS[finding.code](file, circumstances)


def _mend(file: Examined, circumstances: Circumstances) -> None:
    mend(file.repository, circumstances.today)


def _bring_back(file: Examined, circumstances: Circumstances) -> None:
    good = newest_good(file.repository)
    if good is not None:
        restore(file.repository, good[0].name, circumstances.today)


def _rename(file: Examined, circumstances: Circumstances) -> None:
    file.repository.commit(GiveNewRefs(), circumstances)


def _close_file(file: Examined, _circumstances: Circumstances) -> None:
    file.path.chmod(0o600)


def _close_folder(file: Examined, _circumstances: Circumstances) -> None:
    file.path.parent.chmod(0o700)


def _clear_away(file: Examined, circumstances: Circumstances) -> None:
    """Under the lock, so that no file goes that is being written; its text is kept aside."""
    state, disk = file.repository.keeper.state, file.repository.disk
    with file.repository.alone():
        for path in left_over_files(disk, file.path):
            text = disk.read(path)[0]
            if state is not None and text:
                keep_aside(state, text, circumstances.today, "left-over")
            disk.remove(path)


Treatment = Callable[[Examined, Circumstances], None]

_TREATMENTS: Mapping[str, Treatment] = {
    **dict.fromkeys(DAMAGED, _mend),
    **dict.fromkeys(LOST, _bring_back),
    "ref_twice": _rename,
    "file_open_to_others": _close_file,
    "folder_open_to_others": _close_folder,
    "left_over_file": _clear_away,
}


def treat(findings: list[Finding], file: Examined, circumstances: Circumstances) -> list[Finding]:
    """Fixes what can be fixed, once a code; returns what was."""
    done: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fixable and finding.code not in done:
            with suppress(NothingToDo):
                fix(finding, file, circumstances)
        if finding.fixable:
            done.setdefault(finding.code, []).append(finding)
    return [finding for same in done.values() for finding in same]
