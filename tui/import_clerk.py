"""Takes the order to import: which file, how it is read, what would happen, and the import."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.app import App

from store.errors import InvalidValue, NothingToDo, TrackerError
from store.exchange.conventions import Conventions, Forced
from store.exchange.import_quotes import ImportQuotes, Planned
from store.exchange.import_records import TAKEN, ImportRecords, RecordVerdict
from store.exchange.imported import Import
from store.exchange.importing import Watch, unwatched
from store.exchange.json_import import is_json
from store.exchange.mapping import read_mapping
from store.exchange.recognising import UnknownShape
from store.exchange.remembered import remember
from tui.clerk import Clerk
from tui.desk import Desk
from tui.forms.import_forms import (
    forced_by,
    mapping_by,
    mapping_fields,
    sample_notes,
    settings_fields,
)
from tui.forms.spec import Typed
from tui.language import _
from tui.safe_text import shown
from tui.screens.file_picker import FilePickerScreen
from tui.screens.import_preview import Choice, ImportPreviewScreen
from tui.screens.work import WorkScreen
from tui.views.view import Look
from tui.wording.errors import error_text, problem_text
from tui.wording.record_words import counts_text

_LARGE_FILE = 200_000
"""From how many bytes on reading a file shows how far it is."""

_MANY = 1_000
"""From how many rows on saving them shows how far it is."""

_SHOWN = 5
"""How many problems of an import are shown before the question."""

Seen = tuple[Import, list[Planned]]


class ImportClerk:
    """Asks until a file is imported or given up; the clerk asks, saves and tells."""

    def __init__(self, clerk: Clerk, app: App[Any], desk: Desk, look: Callable[[], Look]) -> None:
        self._clerk = clerk
        self._app = app
        self._desk = desk
        self._look = look
        self._forced = Forced()

    async def import_file(self) -> None:
        """Add the quotes of a file, after a look at what would be added."""
        self._app.clear_notifications()
        typed, error = "", ""
        while True:
            picker = FilePickerScreen(self._look(), typed=typed, error=error)
            path = await self._clerk.answer(picker)
            if path is None:
                return
            typed, error, self._forced = str(path), "", Forced()
            try:
                if await self._import(path):
                    return
            except TrackerError as trouble:
                error = error_text(trouble)

    async def _import(self, path: Path) -> bool:
        """Shows what would happen until it is done or given up; False for another file."""
        data = await self._desk.bytes_of(path)
        if is_json(data):
            return await self._import_records(path.name, data)
        while True:
            seen = await self._look_into(path)
            if seen is None:
                return False
            choice = await self._clerk.answer(ImportPreviewScreen(*seen, self._look()))
            match choice:
                case None:
                    return True
                case Choice.ANOTHER:
                    return False
                case Choice.SETTINGS:
                    await self._ask_settings(path, seen[0])
                case Choice.MAPPING:
                    await self._ask_mapping(path, seen[0], seen[0].mapping)
                case Choice.IMPORT:
                    if await self._save(*seen):
                        return True

    async def _import_records(self, name: str, data: bytes) -> bool:
        """Takes in the records of a JSON export, after a look at what would become of them."""
        reading = _("Reading {name}").format(name=shown(name))
        look = self._desk.look_into_records(name, data)
        read, planned = await self._clerk.at_work(look, reading)
        problems = [problem_text(each.problem) for each in planned if each.problem]
        if not any(each.verdict in TAKEN for each in planned):
            present = sum(each.verdict is not RecordVerdict.PROBLEM for each in planned)
            raise NothingToDo("no_record_to_import", present=present, problems=len(problems))
        question = _("Take these records in?")
        counts = counts_text(planned)
        if not await self._clerk.ask(question, _("take them in"), *counts, *_first_few(problems)):
            return False
        command = ImportRecords(name=read.name, found=read.found)
        return await self._clerk.save(command) is not None

    async def _look_into(self, path: Path) -> Seen | None:
        """What is in the file, after its columns were mapped; none where that is given up."""
        while True:
            try:
                return await self._read(path, self._forced)
            except UnknownShape as unknown:
                if not unknown.header:
                    raise
                if not await self._ask_mapping(path, unknown):
                    return None

    async def _read(self, path: Path, forced: Forced) -> Seen:
        async with self._work(_("Reading"), is_long=_size(path) > _LARGE_FILE) as watch:
            return await self._desk.look_into(path, forced, watch)

    async def _ask_settings(self, path: Path, read: Import) -> None:
        """How the file is read, until it can be read so."""

        async def done(typed: Typed) -> bool:
            return await self._try(path, forced_by(typed, self._forced))

        fields = settings_fields(self._forced, self._seen_unforced(read.conventions))
        await self._clerk.ask_until(_("How the file is read"), fields, done)

    def _seen_unforced(self, seen: Conventions | None) -> Conventions | None:
        """What was seen; nothing is said of it where a person said something else."""
        said = self._forced
        return None if said.encoding or said.delimiter or said.decimal or said.dates else seen

    async def _ask_mapping(
        self, path: Path, columns: Import | UnknownShape, mapping: str = ""
    ) -> bool:
        """Which column holds what, until the file can be read so; whether it was said."""

        async def done(typed: Typed) -> bool:
            text = mapping_by(typed)
            read_mapping(text)
            return await self._try(path, replace(self._forced, mapping=text, shape=""))

        fields = mapping_fields(columns.header, read_mapping(mapping) if mapping else None)
        notes = sample_notes(columns.header, columns.sample, self._look().signs)
        title = _("Which column holds what")
        return await self._clerk.ask_until(title, fields, done, lambda _typed: notes)

    async def _try(self, path: Path, forced: Forced) -> bool:
        """Takes it if the file can be read so; a file of no known shape asks for a mapping."""
        try:
            await self._read(path, forced)
        except UnknownShape as unknown:
            if forced.shape or forced.mapping:
                raise InvalidValue("format", forced.shape, "not_of_this_shape") from unknown
        self._forced = forced
        return True

    async def _save(self, read: Import, planned: Sequence[Planned]) -> bool:
        """Whether it was saved; why not is said."""
        try:
            async with self._work(_("Saving"), is_long=len(planned) > _MANY) as watch:
                command = ImportQuotes(name=read.name, quotes=read.quotes, watch=watch)
                saved = await self._clerk.save(command)
        except TrackerError as trouble:
            self._clerk.complain(trouble)
            return False
        memory = self._desk.session.memory
        if saved and read.mapping and not read.remembered and memory is not None:
            try:
                await asyncio.to_thread(remember, memory, read.header, read.mapping)
            except OSError as error:
                why = error.strerror or str(error)
                self._clerk.complain(TrackerError("mapping_not_kept", path=str(memory), why=why))
        return saved is not None

    @asynccontextmanager
    async def _work(self, words: str, *, is_long: bool) -> AsyncIterator[Watch]:
        """Shows how far the work is, if it is long, and lets a person stop it."""
        if not is_long:
            yield unwatched
            return
        screen = WorkScreen(words, self._look().signs.bar)
        await self._app.push_screen(screen)
        try:
            yield screen.watch_work
        finally:
            if screen.is_current:
                screen.dismiss()


def _first_few(problems: Sequence[str]) -> Sequence[str]:
    """The first of the problems, and how many more there are."""
    more = len(problems) - _SHOWN
    tail = [_("… and {n} more").format(n=more)] if more > 0 else []
    return [*problems[:_SHOWN], *tail]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
