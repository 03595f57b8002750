"""Takes the order to export."""

from collections.abc import Sequence

from rich.text import Text

from store.errors import Refused
from tui.clerk import Clerk
from tui.desk import Desk
from tui.export_formats import writer_of
from tui.forms.exchange_forms import export_fields, export_filters, export_path
from tui.forms.export_remarks import export_remarks
from tui.forms.spec import Typed
from tui.language import _
from tui.safe_text import shown


class FileClerk:
    """Asks for a file until it is written; the clerk asks and tells."""

    def __init__(self, clerk: Clerk, desk: Desk) -> None:
        self._clerk = clerk
        self._desk = desk

    async def export(self) -> None:
        """Write the log, or a part of it, to a file, after a look at it."""
        fields = export_fields(self._clerk.reading, self._desk.board.snapshot)
        title, remarks = _("Export the follow-up log"), self._remarks
        await self._clerk.ask_until(title, fields, self._export, remarks, yes=_("preview"))

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
