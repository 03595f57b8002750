"""Whether git is in the middle of a merge where the data file lies, seen without running git."""

from contextlib import suppress
from pathlib import Path


def unfinished_merge(path: Path) -> Path | None:
    """The folder of the clone that holds the file, if a merge was begun there and not committed.

    A clone that is a submodule or another work tree, whose `.git` is a file, is not looked into.
    """
    with suppress(OSError):
        for folder in path.parents:
            if (folder / ".git").exists():
                return folder if (folder / ".git" / "MERGE_HEAD").is_file() else None
    return None
