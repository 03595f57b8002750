"""Conflict copies that sync programs left beside the file, merged into it at the start."""

import os
from pathlib import Path

from store.errors import TrackerError
from tui.language import ngettext
from tui.session import Session

_HINTS = ("conflict", "conflit")


def merge_conflict_copies(session: Session) -> tuple[list[str], list[TrackerError]]:
    """What was merged, as sentences, and what could not be; nothing in the demo.

    The copies are put away in the state folder. Raises nothing: the file itself is not touched
    where that fails.
    """
    repository = session.repository
    if repository.keeper.state is None or not _may_have_copies(repository.path):
        return [], []
    from store.file.conflict_copies import merge_copies
    from tui.place import state_folder

    try:
        archive, day = state_folder() / "conflicts", session.clock.today()
        done = merge_copies(repository, archive, day, repository.disk)
    except TrackerError as trouble:
        return [], [trouble]
    number = len(done.merged)
    words = ngettext(
        "{n} conflict copy was merged into the file and put away.",
        "{n} conflict copies were merged into the file and put away.",
        number,
    )
    return ([words.format(n=number)] if number else []), [*done.troubles]


def _may_have_copies(path: Path) -> bool:
    """A quick look at the names in the folder."""
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name.lower() for entry in entries]
    except OSError:
        return False
    stem = path.stem.lower()
    return any(name.startswith(stem) and any(hint in name for hint in _HINTS) for name in names)
