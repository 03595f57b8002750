"""Takes the order to export."""

from store.errors import Refused
from tui.clerk import Clerk
from tui.desk import Desk
from tui.export_formats import FORMATS
from tui.forms.exchange_forms import export_fields, export_filters, export_path
from tui.forms.spec import Typed
from tui.language import _
from tui.safe_text import shown
from tui.wording.errors import error_text


class FileClerk:
    """Asks for a file until it is written; the clerk asks and tells."""

    def __init__(self, clerk: Clerk, desk: Desk) -> None:
        self._clerk = clerk
        self._desk = desk

    async def export(self) -> None:
        """Write the log, or a part of it, to a file."""
        fields = export_fields(self._clerk.reading, self._desk.board.snapshot)
        await self._clerk.ask_until(_("Export the follow-up log"), fields, self._export)

    async def _export(self, typed: Typed) -> bool:
        path, filters = (
            export_path(typed, self._clerk.reading),
            export_filters(typed, self._clerk.reading),
        )
        write = FORMATS[typed["format"]]
        try:
            await self._desk.export(path, write, filters, force=False)
        except Refused as refusal:
            if not await self._clerk.ask(error_text(refusal), _("replace it")):
                return False
            await self._desk.export(path, write, filters, force=True)
        self._clerk.tell(_("{path} written").format(path=shown(str(path.absolute()))))
        return True
