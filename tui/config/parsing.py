"""The text of a configuration: what is right is taken, what is wrong is reported with its line."""

import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from store.records.cadence import BUILT_IN_CADENCES
from store.records.platform import KNOWN_PLATFORMS, Platform
from store.records.quote import HIGHEST_LIMIT, LONGEST_VALIDITY
from store.records.settings import Settings
from store.records.text import fold
from tui.commands import COMMANDS
from tui.config import values
from tui.config.cadence_reading import read_cadence
from tui.config.config import Config, Problem
from tui.config.key_reading import clashes, read_key
from tui.config.places import line_of
from tui.config.values import Given, Read, Wrong
from tui.language import LANGUAGES

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SIGNS = ("geometric", "ascii")
LONGEST_ANSWER = 7 * 24 * 60
"""Longest time to answer a reply, in minutes: a week."""

OF_SETTINGS: Mapping[str, Read] = {
    "limit": values.whole_number(0, HIGHEST_LIMIT),
    "validity_days": values.whole_number(0, LONGEST_VALIDITY),
    "cadence": values.text,
    "currency": values.currency,
    "country": values.text,
    "region": values.text,
    "working_days": values.some_of(WEEKDAYS),
    "reply_minutes": values.whole_number(1, LONGEST_ANSWER),
    "call_over": values.amount,
    "hours": values.hours,
}
OF_SCREEN: Mapping[str, Read] = {
    "language": values.one_of(LANGUAGES),
    "theme": values.text,
    "signs": values.one_of(SIGNS),
    "messages": values.folder,
}
TABLES = ("cadences", "platforms", "keys")


def parsed(path: Path, text: str) -> Config:
    """What the text of the file at that place says; what cannot be read is among its problems."""
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _no_toml(path, _line_named_in(str(error)), str(error))
    except ValueError as error:  # a number of more digits than Python reads
        why = str(error).partition(";")[0]  # what follows is for programmers
        return _no_toml(path, _line_of_long_number(text), why)
    return _Reader(path, text).read(given)


def _no_toml(path: Path, line: int, why: str) -> Config:
    problem = Problem(line, "", "", "config_not_toml", {"why": why})
    return Config(path=path, problems=(problem,))


def _line_named_in(error: str) -> int:
    """The line that tomllib names: `… (at line 3, column 1)`."""
    digits = error.partition("(at line ")[2].partition(",")[0]
    return int(digits) if digits.isdigit() else 1


def _line_of_long_number(text: str) -> int:
    """The line with a number of more digits than Python reads, from 1; 1 if there is none."""
    number = re.search(rf"[0-9][0-9_]{{{sys.get_int_max_str_digits()},}}", text)
    return text.count("\n", 0, number.start()) + 1 if number else 1


T = TypeVar("T")


class _Reader:
    """Collects what is right and what is wrong of one file."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._problems: list[Problem] = []

    def read(self, given: Mapping[str, Given]) -> Config:
        """The configuration; its problems in the order of their lines."""
        known = (*OF_SETTINGS, *OF_SCREEN, *TABLES)
        for name in given.keys() - {*known}:
            self._wrong((name,), given[name], Wrong("config_unknown", known=known))
        found = dict(self._values(given, {**OF_SETTINGS, **OF_SCREEN}))
        settings = self._settings(given, {k: v for k, v in found.items() if k in OF_SETTINGS})
        language, theme, messages = (found.get(name) for name in ("language", "theme", "messages"))
        return Config(
            path=self._path,
            settings=settings,
            language=language if isinstance(language, str) else None,
            theme=theme if isinstance(theme, str) else None,
            ascii_signs=found.get("signs") == "ascii",
            keys=self._keys(given.get("keys", {})),
            messages=messages if isinstance(messages, Path) else None,
            problems=tuple(sorted(self._problems, key=lambda problem: problem.line)),
        )

    def _values(
        self, given: Mapping[str, Given], readers: Mapping[str, Read]
    ) -> Iterator[tuple[str, object]]:
        for name, read in readers.items():
            if name in given:
                value = self._tried((name,), given[name], read)
                if value is not None:
                    yield name, value

    def _settings(self, given: Mapping[str, Given], found: dict[str, object]) -> Settings:
        working = found.pop("working_days", None)
        if isinstance(working, tuple):
            found["weekend"] = tuple(n for n, day in enumerate(WEEKDAYS) if day not in working)
        own = tuple(self._named(given, "cadences", read_cadence))
        found["cadences"] = _by_name(BUILT_IN_CADENCES, own, lambda cadence: cadence.name)
        platforms = tuple(self._named(given, "platforms", _read_platform))
        found["platforms"] = _by_name(KNOWN_PLATFORMS, platforms, lambda each: fold(each.name))
        settings = replace(Settings(), **found)
        return self._checked_place(self._checked_cadence(settings))

    def _checked_cadence(self, settings: Settings) -> Settings:
        names = tuple(cadence.name for cadence in settings.cadences)
        if settings.cadence in names:
            return settings
        self._wrong(("cadence",), settings.cadence, Wrong("config_one_of", known=names))
        return replace(settings, cadence=Settings().cadence)

    def _checked_place(self, settings: Settings) -> Settings:
        """The settings, at home where nobody knows the holidays of the country or region."""
        usual = Settings()
        if (settings.country, settings.region) == (usual.country, usual.region):
            return settings
        import holidays  # slow, and needed for any other country anyhow

        known = holidays.list_supported_countries(include_aliases=False)
        if settings.country not in known:
            self._wrong(("country",), settings.country, Wrong("config_country"))
            return replace(settings, country=usual.country, region=usual.region)
        if settings.region and settings.region not in known[settings.country]:
            regions = Wrong("config_one_of", known=tuple(known[settings.country]))
            self._wrong(("region",), settings.region, regions)
            return replace(settings, region="")
        return settings

    def _named(
        self, given: Mapping[str, Given], table: str, read: Callable[[str, Given], T]
    ) -> Iterator[T]:
        """What a table of tables names, each read by itself."""
        tables = given.get(table, {})
        if not isinstance(tables, dict):
            self._wrong((table,), tables, Wrong("config_table"))
            return
        for name, value in tables.items():
            found = self._tried((table, name), value, partial(read, name))
            if found is not None:
                yield found

    def _keys(self, given: Given) -> Mapping[str, tuple[str, ...]]:
        if not isinstance(given, dict):
            self._wrong(("keys",), given, Wrong("config_table"))
            return {}
        known = {command.name for command in COMMANDS}
        found: dict[str, tuple[str, ...]] = {}
        for name, value in given.items():
            if name not in known:
                unknown = Wrong("config_unknown", known=tuple(sorted(known)))
                self._wrong(("keys", name), value, unknown)
            elif (keys := self._tried(("keys", name), value, partial(read_key, name))) is not None:
                found[name] = keys
        while clash := next(clashes(found), None):  # a command left aside has its usual key again
            name, wrong = clash
            self._wrong(("keys", name), given[name], wrong)
            del found[name]
        return found

    def _tried(self, path: tuple[str, ...], given: Given, read: Callable[[Given], T]) -> T | None:
        """The value; none where it is wrong, which is noted."""
        try:
            return read(given)
        except Wrong as wrong:
            self._wrong(path, given, wrong)
            return None

    def _wrong(self, path: tuple[str, ...], given: Given, wrong: Wrong) -> None:
        line = line_of(self._text, *path)
        self._problems.append(Problem(line, ".".join(path), _shown(given), wrong.code, wrong.facts))


def _shown(given: Given) -> str:
    """The value as it is written in the file, more or less."""
    match given:
        case bool():
            return str(given).lower()
        case str():
            return given
        case list():
            return ", ".join(_shown(each) for each in given)
        case _:
            try:
                return str(given)
            except ValueError:  # a hexadecimal number of more digits than Python writes
                return "…"


def _read_platform(name: str, given: Given) -> Platform:
    if not isinstance(given, dict):
        raise Wrong("config_table")
    if given.keys() - {"voice_services"}:
        raise Wrong("config_one_of", known=("voice_services",))
    services = given.get("voice_services")
    return Platform(name=name, voice_services=None if services is None else values.texts(services))


def _by_name(
    built_in: tuple[T, ...], own: tuple[T, ...], name_of: Callable[[T], str]
) -> tuple[T, ...]:
    """The built-in ones, each replaced by one's own of the same name, then the others."""
    mine = {name_of(each): each for each in own}
    kept = tuple(mine.pop(name_of(each), each) for each in built_in)
    return (*kept, *mine.values())
