"""A file in which git left its conflict markers, taken apart into the versions it was made of.

This works because a record stands on one line, and a line is never in two versions by halves.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_OURS, _BASE, _THEIRS, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_FOLLOWS = {_OURS: (None, _END), _BASE: (_OURS,), _THEIRS: (_OURS, _BASE), _END: (_THEIRS,)}
"""Each marker, and those after which it may stand; none is the beginning of the file."""


class Sides(NamedTuple):
    """The texts of both sides, and of their ancestor where git wrote it down (diff3, zdiff3)."""

    base: bytes | None
    ours: bytes
    theirs: bytes


def has_markers(text: bytes) -> bool:
    """Whether a line of the text begins a conflict. No line of JSON does."""
    return text.startswith(_OURS) or b"\n" + _OURS in text


def split(text: bytes) -> Sides:
    """The versions; raises `ValueError` where the markers do not match or a side is empty."""
    parts: dict[bytes, list[bytes]] = {_BASE: [], _OURS: [], _THEIRS: []}
    has_base = True
    last: bytes | None = None
    for line in text.splitlines():
        marker = _marker(line)
        if marker is not None:
            if last not in _FOLLOWS[marker]:
                raise ValueError("conflict markers that do not match")
            has_base = has_base and (marker, last) != (_THEIRS, _OURS)
            last = marker
            continue
        for side in parts if last in (None, _END) else (last,):
            parts[side or _OURS].append(line)
    if last != _END:
        raise ValueError("conflict markers that do not end")
    base, ours, theirs = (_joined(lines) for lines in parts.values())
    if not (ours and theirs):
        raise ValueError("conflict markers around nothing")
    return Sides(base if has_base else None, ours, theirs)


def _marker(line: bytes) -> bytes | None:
    return line[:7] if line[:7] in _FOLLOWS and line[7:8] in (b"", b" ") else None


def _joined(lines: Sequence[bytes]) -> bytes:
    """The lines with commas where they belong: which line is a table's last differs by side."""
    bare = [line.strip().removesuffix(b",") for line in lines]
    return b"\n".join(_with_commas([line for line in bare if line]))


def _with_commas(lines: Sequence[bytes]) -> Iterator[bytes]:
    for line, after in pairwise([*lines, b"}"]):
        is_last = line.endswith((b"{", b"[", b":")) or after.startswith((b"}", b"]"))
        yield line if is_last else line + b","
