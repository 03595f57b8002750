"""The forms about files: what to export where, and which file to import."""

from pathlib import Path

from store.changes.fields import QUOTE_FIELDS, Reading
from store.exchange.selection import Filters
from store.records.day_reading import read_day
from store.records.snapshot import Snapshot
from store.rules.views import View
from tui.export_formats import FORMATS
from tui.forms.spec import Typed, choice_field, read_field
from tui.language import _
from tui.widgets.field_line import Field
from tui.wording.labels import label


def export_fields(reading: Reading, snapshot: Snapshot) -> tuple[Field, ...]:
    """The format, the file, and which part of the log."""
    names = tuple(sorted(lead.name for lead in snapshot.leads.values()))
    day = QUOTE_FIELDS["sent_on"]
    return (
        choice_field("format", tuple(FORMATS), "csv", title=_("Format")),
        Field("output", _("File"), hint=f"relance-{reading.today}", check=_checked_path),
        Field("lead", _("Lead"), hint=_("all"), options=names),
        read_field("since", day, reading, hint=_("the beginning"), title=_("Since")),
        read_field("until", day, reading, hint=_("today"), title=_("Until")),
        Field(
            "view",
            _("Quotes"),
            initial=View.ALL,
            choices=tuple((view, label(view)) for view in View),
        ),
    )


def export_path(typed: Typed, reading: Reading) -> Path:
    """Where the export goes; the format's ending is added to a name without one."""
    path = Path(typed["output"].strip() or f"relance-{reading.today}").expanduser()
    return path if path.suffix else path.with_suffix(f".{typed['format']}")


def export_filters(typed: Typed, reading: Reading) -> Filters:
    """Which part of the log; raises `InvalidValue`."""
    since, until = (
        read_day(name, typed[name], reading.today) if typed[name].strip() else None
        for name in ("since", "until")
    )
    return Filters(lead=typed["lead"], since=since, until=until, view=View(typed["view"]))


def import_fields() -> tuple[Field, ...]:
    """The file."""
    return (Field("file", _("File"), required=True, check=_checked_path, hint="devis.csv"),)


def _checked_path(typed: str) -> str:
    """The path as understood, and whether something is there."""
    path = Path(typed.strip()).expanduser()
    there = _("exists") if path.exists() else _("new")
    return f"{path.absolute()} · {there}"
