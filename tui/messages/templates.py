"""Where the text of a message comes from: the person's own folder, else the built-in ones."""

import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from store.errors import FileTrouble, TrackerError
from store.exchange.message import LONGEST_TEMPLATE, Template, read_template
from store.records.message_code import MessageCode
from store.records.words import WrittenLanguage
from tui.place import MESSAGES

_BUILT_IN = Path(__file__).parent
_LARGEST = 4 * LONGEST_TEMPLATE
"""Largest file that can hold a template, in bytes of UTF-8."""


class Place(msgspec.Struct, frozen=True):
    """Where the text of a message is; `own` where the person wrote it."""

    code: MessageCode
    language: WrittenLanguage
    path: Path
    own: bool

    @property
    def name(self) -> str:
        """The path, or the name that a file of one's own would have."""
        return str(self.path) if self.own else _name(self.language, self.code)


def place_of(code: MessageCode, language: WrittenLanguage, own_folder: Path) -> Place:
    """The person's own file, also where it turns out to be unreadable, else the built-in one."""
    own = own_folder / language / f"{code}.txt"
    if _may_be_there(own):
        return Place(code, language, own, True)
    return Place(code, language, _BUILT_IN / language / f"{code}.txt", False)


def places(own_folder: Path) -> Iterator[Place]:
    """Where each message comes from, in each language."""
    for code in MessageCode:
        for language in WrittenLanguage:
            yield place_of(code, language, own_folder)


def template_at(place: Place) -> Template:
    """The template; raises `TrackerError` for what is none, `FileTrouble` for the unreadable."""
    try:
        return read_template(_text_of(place.path), place.name)
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise FileTrouble("message_unreadable", path=str(place.path), why=why or "") from error


def _may_be_there(path: Path) -> bool:
    """Whether something is there, or might be behind what cannot be looked into."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _text_of(path: Path) -> str:
    """The text of a plain file that is not too large."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise TrackerError("message_is_no_file", path=str(path))
    if found.st_size > _LARGEST:
        raise TrackerError("message_too_long", path=str(path), longest=LONGEST_TEMPLATE)
    return path.read_text(encoding="utf-8")


def _name(language: str, code: str) -> str:
    return f"{MESSAGES}/{language}/{code}.txt"
