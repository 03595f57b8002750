"""What the export form remarks on: where the file goes, and what is there already."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from store.changes.field_reading import Reading
from store.errors import InvalidValue
from tui.export_formats import ending_of, format_of
from tui.forms.exchange_forms import export_path
from tui.forms.spec import Typed
from tui.language import _
from tui.palette import Palette
from tui.safe_text import shown


def export_remarks(typed: Typed, reading: Reading, palette: Palette) -> Sequence[Text]:
    """The path of the file, and what a person may not have expected of it."""
    try:
        return [*_remarks(typed, reading, palette)]
    except (InvalidValue, OSError):  # the field says it
        return ()


def _remarks(typed: Typed, reading: Reading, palette: Palette) -> Iterator[Text]:
    path = export_path(typed, reading).absolute()
    yield Text(_("goes to {path}").format(path=shown(str(path))), palette.quiet)
    if not path.parent.is_dir():
        folder = shown(str(path.parent))
        yield Text(_("there is no folder {folder}").format(folder=folder), palette.warning)
    elif path.exists():
        yield Text(_("it exists; you are asked before it is replaced"), palette.warning)
    ending = ending_of(typed["format"])
    named = format_of(path.name)
    if path.suffix and named not in (ending, "csv"):
        said = _("its name says {named}, and it will hold {format}")
        yield Text(said.format(named=named, format=ending), palette.warning)
