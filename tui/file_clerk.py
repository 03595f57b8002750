"""Takes the orders about files: export and import."""

from collections.abc import Sequence

from rich.text import Text

from store.errors import NothingToDo, Refused
from store.exchange.import_quotes import ImportQuotes, Verdict
from store.exchange.import_records import TAKEN, ImportRecords, RecordVerdict
from store.exchange.json_import import is_json
from tui.clerk import Clerk
from tui.desk import Desk
from tui.export_formats import writer_of
from tui.forms.exchange_forms import (
    export_fields,
    export_filters,
    export_path,
    import_fields,
    typed_path,
)
from tui.forms.export_remarks import export_remarks
from tui.forms.spec import Typed
from tui.language import _, ngettext
from tui.safe_text import shown
from tui.wording.errors import problem_text
from tui.wording.record_words import counts_text

_SHOWN = 5
"""How many problems of an import are shown before the question."""


class FileClerk:
    """Asks for a file until it is written or read; the clerk asks and tells."""

    def __init__(self, clerk: Clerk, desk: Desk) -> None:
        self._clerk = clerk
        self._desk = desk

    async def export(self) -> None:
        """Write the log, or a part of it, to a file, after a look at it."""
        fields = export_fields(self._clerk.reading, self._desk.board.snapshot)
        title, remarks = _("Export the follow-up log"), self._remarks
        await self._clerk.ask_until(title, fields, self._export, remarks, yes=_("preview"))

    async def import_file(self) -> None:
        """Add the quotes of a file, after a look at what would be added."""
        await self._clerk.ask_until(_("Import quotes"), import_fields(), self._import)

    async def _export(self, typed: Typed) -> bool:
        path = export_path(typed, self._clerk.reading)
        filters = export_filters(typed, self._clerk.reading)
        name = shown(path.name)
        text = await self._clerk.at_work(
            self._desk.exported(writer_of(typed["format"]), filters),
            _("Preparing {name}").format(name=name),
        )
        if not await self._clerk.preview(str(path.absolute()), text):
            return False
        writing = _("Writing {name}").format(name=name)
        try:
            await self._clerk.at_work(self._desk.put_export(path, text, force=False), writing)
        except Refused:
            question = _("{path} exists already: replace it?")
            if not await self._clerk.ask(question.format(path=shown(str(path))), _("replace it")):
                return False
            await self._clerk.at_work(self._desk.put_export(path, text, force=True), writing)
        self._clerk.tell(_("{path} written").format(path=shown(str(path.absolute()))))
        return True

    def _remarks(self, typed: Typed) -> Sequence[Text]:
        """Where the export would go."""
        return export_remarks(typed, self._clerk.reading, self._clerk.palette)

    async def _import(self, typed: Typed) -> bool:
        path = typed_path("file", typed["file"])
        reading = _("Reading {name}").format(name=shown(path.name))
        data = await self._clerk.at_work(self._desk.bytes_of(path), reading)
        if is_json(data):
            return await self._import_records(path.name, data)
        look = self._desk.look_into(path.name, data)
        read, planned = await self._clerk.at_work(look, reading)
        added = [each for each in planned if each.verdict is Verdict.ADD]
        problems = [problem_text(each.problem) for each in planned if each.problem]
        if not added:
            present = sum(each.verdict is Verdict.PRESENT for each in planned)
            raise NothingToDo("nothing_to_import", present=present, problems=len(problems))
        number = len(added)
        question = ngettext("Add {n} quote?", "Add {n} quotes?", number).format(n=number)
        if not await self._clerk.ask(question, _("add them"), *_first_few(problems)):
            return False
        command = ImportQuotes(name=read.name, quotes=read.quotes)
        return await self._clerk.save(command) is not None

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


def _first_few(problems: Sequence[str]) -> Sequence[str]:
    """The first of the problems, and how many more there are."""
    more = len(problems) - _SHOWN
    tail = [_("… and {n} more").format(n=more)] if more > 0 else []
    return [*problems[:_SHOWN], *tail]
