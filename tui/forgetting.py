"""Forgetting a lead also where only the program itself keeps something: in the log of mistakes."""

import re
from pathlib import Path

from store.errors import FileTrouble
from store.file.atomic import replace_file
from store.file.forgetting import Forgotten, Found, forget
from store.file.mentions import mentions
from store.file.port import Disk
from tui.place import error_log
from tui.session import Session

_BEFORE_ENTRY = re.compile("^(?=--- )", re.MULTILINE)


def forget_everywhere(session: Session, found: Found, *, with_copies: bool) -> Forgotten:
    """Forgets the lead; raises `FileTrouble`. The log goes with the copies."""
    repository, today = session.repository, session.clock.today()
    done = forget(repository, found, today, with_copies=with_copies)
    if with_copies and repository.keeper.state is not None:
        forget_in_log(error_log(), done.words)
    return done


def forget_in_log(log: Path, words: frozenset[str]) -> None:
    """Takes the entries out of the log in which one of the words stands; raises `FileTrouble`."""
    disk = Disk()
    try:
        text = disk.read(log)[0].decode("utf-8", "replace")
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileTrouble("unreadable", path=str(log), why=error.strerror or str(error)) from error
    kept = "".join(entry for entry in _BEFORE_ENTRY.split(text) if not mentions(entry, words))
    if kept != text:
        replace_file(disk, log, kept.encode())
