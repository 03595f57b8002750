"""What the app says of a file that is damaged, gone or read-only: what happened, what is safe."""

from collections.abc import Mapping

from store.errors import FileTrouble
from store.file.codec import KIND_OF
from store.file.rescue import DAMAGED, Prospect
from store.records.snapshot import Snapshot
from tui.language import N_, _
from tui.safe_text import shown
from tui.wording.errors import why_text
from tui.wording.findings import REST_IS_LOST, offered_text, records_text

HAPPENED: Mapping[str, str] = {
    "damaged": N_("{path} is damaged: {why}."),
    "bad_record": N_("A record in {path} cannot be read: {why}."),
    "missing": N_("{path} is gone."),
    "emptied": N_("{path} is empty, and was not."),
    "missing_without_backup": N_("{path} is gone."),
    "emptied_without_backup": N_("{path} is empty, and was not."),
}

BANNERS: Mapping[str, str] = {
    "newer_schema": N_(
        "A newer relance wrote this file: what this one understands is shown and is safe, nothing "
        "can be saved. Press q and update relance."
    ),
    "read_only_file": N_(
        "This file can only be read: it is safe, but nothing can be saved. Press q and make it "
        "writable (chmod u+w)."
    ),
    "read_only_folder": N_(
        "Nothing can be written in the file's folder: the file is safe, but nothing can be saved. "
        "Press q and make {folder} writable."
    ),
}


def happened_text(trouble: FileTrouble, path: str) -> str:
    """What happened to the file."""
    why = why_text(str(trouble.facts.get("why", "")))
    return _(HAPPENED[trouble.code]).format(path=shown(path), why=why)


def safe_text(found: Prospect) -> str:
    """What is safe."""
    if found.trouble.code in DAMAGED:
        return _("It was left as it is, and is kept aside before anything takes its place.")
    if found.backup is not None:
        return _("Its backups are safe, and nothing is written before you choose.")
    return _("There is no backup; nothing is written before you choose.")


def prospect_texts(found: Prospect) -> tuple[str, ...]:
    """What can be saved, what is in the backup that is offered, and what it lacks of that."""
    texts = []
    if found.salvage is not None:
        counts: dict[str, int] = {table: found.salvage.count(table) for table in KIND_OF}
        texts.append(_("Still readable: {records}.").format(records=records_text(counts)))
        if not found.salvage.whole:
            texts.append(_(REST_IS_LOST))
    if found.backup is None:
        return (*texts, _("There is no good backup.")) if texts else ()
    texts.append(offered_text(found.backup, found.holds))
    if found.lacks:
        lacks = records_text(found.lacks)
        texts.append(_("It lacks, or has older: {records}.").format(records=lacks))
    texts.append(_("q, relance backups and relance restore NAME put another one back."))
    return tuple(texts)


def rescued_text(snapshot: Snapshot) -> str:
    """How much is there after a rescue."""
    counts = {
        "leads": len(snapshot.leads),
        "quotes": len(snapshot.quotes),
        "follow_ups": len(snapshot.follow_ups),
    }
    text = _("The file can be read again: it holds {records}.")
    return text.format(records=records_text(counts))


def banner_text(trouble: FileTrouble | None) -> str:
    """Why nothing can be saved; empty where everything can."""
    if trouble is None:
        return ""
    folder = shown(str(trouble.facts.get("folder", "")))
    return _(BANNERS[trouble.code]).format(folder=folder)
