"""Asks which file to import: its path is typed, or it is chosen from the folder's list."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from store.errors import InvalidValue
from tui.forms.exchange_forms import typed_path
from tui.language import _
from tui.safe_text import shown
from tui.screens.leavable import DialogScreen
from tui.tables_in_folder import folder_of, tables_in
from tui.views.view import Look
from tui.widgets.columns import Column
from tui.widgets.line_list import LineList
from tui.widgets.path_completion import PathCompletion
from tui.wording.errors import error_text


class PathInput(Input):
    """Where the path is typed; Right takes what is proposed, Down goes to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "app.focus_next", show=False),
    ]


class FileList(LineList[Path]):
    """The files of the folder; above the first one is the path."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "app.focus_previous", show=False),
        Binding("up,k", "up", show=False),
    ]

    def action_up(self) -> None:
        """To the file above, or to the path."""
        if self.cursor_row == 0:
            self.app.action_focus_previous()
        else:
            self.action_move(-1)


class FilePickerScreen(DialogScreen[Path | None]):
    """Returns the path of a file that is there, or nothing if left."""

    AUTO_FOCUS = "PathInput"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    FilePickerScreen {
        align: center middle;
        & > Vertical {
            width: 100%; max-width: 112; height: 100%; max-height: 30;
            padding: 0 1; border: $frame $border; background: $background;
            border-title-color: $foreground;
        }
        Static { height: auto; }
        #picker-error { color: $text-error; }
        FileList { height: 1fr; margin-top: 1; }
        #picker-keys { margin-top: 1; color: $text-muted; }
    }
    """

    def __init__(self, look: Look, *, typed: str = "", error: str = "") -> None:
        """`typed` and `error` are for a picker shown again after a file that could not be read."""
        super().__init__()
        self._look = look
        self._typed = typed
        self._error = error
        self._folder: Path | None = None

    def compose(self) -> ComposeResult:
        """The path, the list of the folder, the keys."""
        signs = self._look.signs
        with Vertical() as box:
            box.border_title = _("Import quotes")
            yield Static(_("Type the path of a CSV file, or choose one below."), markup=False)
            yield PathInput(
                self._typed, compact=True, placeholder="devis.csv", suggester=PathCompletion()
            )
            yield Static(id="picker-error", markup=False)
            files = FileList(
                [
                    Column("name", _("File"), 20, flex=1),
                    Column("size", _("Bytes"), 10, align="right"),
                ],
                key_of=lambda path: path,
                cells_of=self._cells,
                arrows=signs.arrows,
                pointer=signs.pointer,
                ellipsis=signs.ellipsis,
            )
            files.empty = Text(_("No CSV file in this folder: type a path to another one."))
            yield files
            keys = (_("Enter take it"), _("Right complete"), _("Down to the list"), _("Esc leave"))
            yield Static(Content(f" {signs.between} ".join(keys)), id="picker-keys", markup=False)

    def on_mount(self) -> None:
        """The list of the folder."""
        self._complain(self._error)
        self._list(self._typed)

    @on(Input.Changed)
    def _typed_on(self, event: Input.Changed) -> None:
        if event.value != self._typed:
            self._complain("")
        self._list(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Take the path; of a folder, list what is in it."""
        try:
            path = typed_path("file", event.value)
            if path.is_dir():
                self._list(f"{event.value.rstrip('/')}/")
                self.query_one(FileList).focus()
                return
            if not path.exists():
                raise InvalidValue("file", event.value, "no_such_file")
        except InvalidValue as error:
            self._complain(error_text(error))
            return
        self._leave(path)

    @on(FileList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if isinstance(event.key, Path):
            self._leave(event.key)

    def action_leave(self) -> None:
        """Return nothing."""
        self._leave(None)

    def _leave(self, path: Path | None) -> None:
        if self.is_current:
            self.dismiss(path)

    def _list(self, typed: str) -> None:
        folder = folder_of(typed)
        if folder != self._folder:
            self._folder = folder
            self.query_one(FileList).show(tables_in(folder), reset=True)
            place = shown(str(folder.absolute()))
            self.query_one(Vertical).border_subtitle = Content(place)

    def _complain(self, text: str) -> None:
        said = self.query_one("#picker-error", Static)
        said.update(Content(shown(f"{self._look.signs.wrong} {text}")) if text else "")
        said.display = bool(text)

    def _cells(self, path: Path) -> Mapping[str, Text]:
        try:
            size = f"{path.stat().st_size:,}".replace(",", " ")
        except OSError:
            size = ""
        return {"name": Text(path.name), "size": Text(size, self._look.palette.quiet)}
