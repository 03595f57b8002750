"""The mappings that a person gave, by header: the same header needs none again.

They are a small JSON file in the state folder. One that cannot be read counts as empty, and is
written anew with the next mapping: nothing in it is hard to say again.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from store.exchange.cells import plain
from store.exchange.output import replace_whole
from store.plain_file import open_plain

NAME = "imports.json"
"""The file's name."""

MOST = 100
"""How many headers are remembered; the oldest goes first."""

_LARGEST = 1_000_000


def remembered(folder: Path | None) -> dict[str, str]:
    """The texts of the mappings by header, oldest first; none where no folder is kept."""
    if folder is None:
        return {}
    try:
        with open_plain(folder / NAME) as file:
            return msgspec.json.decode(file.read(_LARGEST), type=dict[str, str])
    except (OSError, ValueError):
        return {}


def remember(folder: Path, header: Sequence[str], mapping: str) -> None:
    """Remembers the mapping for that header; raises `OSError`."""
    kept = remembered(folder)
    kept.pop(key_of(header), None)
    kept[key_of(header)] = mapping
    latest = dict(list(kept.items())[-MOST:])
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    replace_whole(folder / NAME, msgspec.json.format(msgspec.json.encode(latest)) + b"\n")


def mapping_for(header: Sequence[str], known: Mapping[str, str]) -> str:
    """The text of the mapping that was given for a header like that; empty for none."""
    return known.get(key_of(header), "") if known else ""


def key_of(header: Sequence[str]) -> str:
    """What a header is remembered by: its columns in their order, without case and accents."""
    return " | ".join(plain(cell) for cell in header)
