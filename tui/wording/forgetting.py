"""The sentences of forgetting a lead: what would go, what went, what relance cannot reach."""

from collections.abc import Iterator

from store.file.forgetting import Forgotten, Found
from store.file.history import HISTORY
from tui.language import _, ngettext
from tui.safe_text import shown
from tui.wording.findings import records_text


def found_text(found: Found) -> str:
    """What would be erased, beside the copies: `1 lead, 2 quotes; 7 entries of the history`."""
    return _("; ").join(_parts(found))


def copies_text(found: Found) -> str:
    """In how many copies the lead is."""
    text = ngettext("{n} backup or other copy", "{n} backups and other copies", found.copies)
    return text.format(n=found.copies)


def warnings_before() -> str:
    """That there is no way back."""
    return _("This cannot be undone: relance undo and relance restore will not bring it back.")


def forgotten_text(done: Forgotten) -> str:
    """What was erased, as one line."""
    parts = [*_parts(done.found)]
    if done.rewritten:
        text = ngettext("{n} copy rewritten", "{n} copies rewritten", done.rewritten)
        parts.append(text.format(n=done.rewritten))
    if done.removed:
        text = ngettext("{n} damaged copy removed", "{n} damaged copies removed", done.removed)
        parts.append(text.format(n=done.removed))
    return _("{lead} forgotten: {what}").format(
        lead=shown(done.found.name), what=_("; ").join(parts)
    )


def remains(done: Forgotten) -> Iterator[str]:
    """Where the lead still is, and where it may be."""
    if done.left:
        text = ngettext(
            "{n} copy still holds it: {where}", "{n} copies still hold it: {where}", len(done.left)
        )
        yield text.format(n=len(done.left), where=shown(str(done.left[0].parent)))
    if done.named_in:
        names = ", ".join(map(shown, done.named_in))
        yield _("Still named in the words of others: {names}.").format(names=names)
    yield _(
        "Copies may remain where relance does not look: git history, versions kept by a sync "
        "program, copies on other machines, exports, drafts and your mail."
    )


def _parts(found: Found) -> Iterator[str]:
    yield records_text(found.counts)
    entries = found.counts.get(HISTORY, 0)
    if entries:
        text = ngettext("{n} entry of the history", "{n} entries of the history", entries)
        yield text.format(n=entries)
