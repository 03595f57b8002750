"""On which line of a TOML text a key stands, so that a report can name it."""

import re

_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')\s*=")


def line_of(text: str, *path: str) -> int:
    """The number of the line, from 1, on which the key of that path is set; 1 if nowhere.

    `path` is the name of its table, if it has one, and its own name.
    """
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TABLE.fullmatch(line):
            table = tuple(_plain(part) for part in header[1].split("."))
            if table == path:
                return number
        elif (key := _KEY.match(line)) and (*table, _plain(key[1])) == path:
            return number
    return 1 if len(path) < 2 else line_of(text, *path[:-1])


def _plain(name: str) -> str:
    return name.strip().strip("\"'")
