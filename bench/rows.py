"""What is measured, in the order of the table: what it is called, and what it is to be."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec


class Target(NamedTuple):
    """The most that a median may be, and a 95th percentile where it is bounded too."""

    median: float
    p95: float | None = None


class Row(msgspec.Struct, frozen=True):
    """A row of the table; `targets` are by the number of quotes."""

    key: str
    title: str
    targets: Mapping[int, Target] = {}


def _targets(small: float, middle: float, large: float | None = None) -> Mapping[int, Target]:
    found = {1_000: Target(small), 10_000: Target(middle)}
    return found if large is None else {**found, 100_000: Target(large)}


_MOVED = dict.fromkeys((1_000, 10_000, 100_000), Target(16, 33))
_LAST = _targets(100, 100, 100)
_FOUND = _targets(33, 33, 150)

ROWS = (
    Row("python", "floor: start of Python"),
    Row("empty_app", "floor: empty Textual app, first paint"),
    Row("first_paint", "first paint of the list"),
    Row("first_paint_ratio", "first paint / empty app", _targets(1.25, 1.35, 3)),
    Row("first_paint_uncached", "first paint without the cache"),
    Row("first_paint_all", "start to everything painted"),
    Row("down", "cursor down: key to the list moved", _MOVED),
    Row("down_last", "cursor down: key to the last byte", _LAST),
    Row("page", "page down: key to the list moved", _MOVED),
    Row("page_last", "page down: key to the last byte", _LAST),
    Row("end", "end: key to the list moved", _MOVED),
    Row("end_last", "end: key to the last byte", _LAST),
    Row("view", "change of view: key to the new list", _MOVED),
    Row("view_last", "change of view: key to the last byte", _LAST),
    Row("view_first", "change to a view not seen before"),
    Row("find_quotes", "find in Quotes: letter to the new list", _FOUND),
    Row("find_log", "find in Log: letter to the new list", _FOUND),
    Row("find_closed", "find in Closed: letter to the new list", _FOUND),
    Row("find_quotes_last", "find in Quotes: letter to the last byte"),
    Row("find_log_last", "find in Log: letter to the last byte"),
    Row("find_closed_last", "find in Closed: letter to the last byte"),
    Row("follow_up", "follow-up in the app: key to saved", _targets(60, 100, 600)),
    Row("follow_up_first", "the first of a day, with its backup"),
    Row("bare_write", "floor: write + fsync + rename"),
    Row("commit", "commit of a follow-up"),
    Row("commit_ratio", "commit / write + fsync + rename", _targets(3, 2.5, 2.5)),
    Row("tinydb_ratio", "commit / insert with stock TinyDB", _targets(0.6, 0.15, 0.15)),
    Row("today", "relance today"),
    Row("today_ratio", "relance today / task next", _targets(3, 1.0, 0.7)),
    Row("list_json", "relance list --json"),
    Row("log", "relance log REF"),
    Row("memory", "memory, settled"),
    Row("memory_empty", "floor: memory of the empty app"),
    Row("memory_ratio", "memory / empty app", _targets(1.3, 1.8)),
    Row("memory_pss", "memory, its share of what is shared"),
    Row("memory_pss_ratio", "its share / empty app"),
    Row("task_next", "peer: task next"),
    Row("todo_list", "peer: todo list"),
    Row("calcurse", "peer: calcurse, start to the list"),
    Row("calcurse_key", "peer: calcurse, key to the last byte"),
    Row("dooit", "peer: dooit, start to the list"),
    Row("dooit_key", "peer: dooit, key to the last byte"),
    Row("tinydb", "peer: insert with stock TinyDB"),
)
