"""Whether a text is as we would write it, so that nothing in it calls for a second look."""

import msgspec

from store.file.tables import Row, Tables, compose


def is_ours(text: bytes, tables: Tables) -> bool:
    """Whether the text is what we would write, in which nothing can stand twice."""
    if compose(tables) != text:
        return False
    rows = (row for table in tables.values() for row in table.values())
    return all(_again(row) == bytes(row) for row in rows)


def _again(row: Row) -> bytes:
    try:
        return msgspec.json.encode(msgspec.json.decode(row))
    except msgspec.MsgspecError:  # a number that is too large
        return b""
