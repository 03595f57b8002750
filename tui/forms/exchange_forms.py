"""The forms about files: what to export where, and what typed paths mean."""

from pathlib import Path

from store.changes.field_reading import Reading
from store.changes.fields import QUOTE_FIELDS
from store.errors import InvalidValue
from store.exchange.selection import Filters
from store.records.day_reading import read_day
from store.records.snapshot import Snapshot
from store.records.text import read_required_line
from store.rules.views import View
from tui.export_formats import EXCEL, FORMATS, ending_of
from tui.forms.spec import Typed, choice_field, read_field, worded
from tui.language import _
from tui.safe_text import shown
from tui.widgets.field_line import Field
from tui.wording.labels import label

_FORMATS = ("csv", EXCEL, *(name for name in FORMATS if name != "csv"))

_LONGEST_PATH = 4096
"""Longest path, in characters."""


def export_fields(reading: Reading, snapshot: Snapshot) -> tuple[Field, ...]:
    """The format, the file, and which part of the log."""
    names = tuple(sorted(lead.name for lead in snapshot.leads.values()))
    day = QUOTE_FIELDS["sent_on"]
    return (
        choice_field("format", _FORMATS, "csv", title=_("Format")),
        Field("output", _("File"), hint=_name(reading), check=_a_path, paths=True),
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
    """Where the export goes; the format's ending is added to a name without one.

    In a folder that is there it gets the usual name. Raises `InvalidValue` for what cannot be a
    path.
    """
    path = typed_path("output", typed["output"].strip() or _name(reading))
    if path.is_dir():
        path /= _name(reading)
    return path if path.suffix else path.with_name(f"{path.name}.{ending_of(typed['format'])}")


def _name(reading: Reading) -> str:
    """The usual name of an export, without an ending."""
    return f"relance-{reading.today}"


def draft_fields(name: str) -> tuple[Field, ...]:
    """The file of a mail draft; `name` is taken where nothing is typed."""
    return (Field("output", _("File"), hint=name, check=_checked_path),)


def draft_path(typed: Typed, name: str) -> Path:
    """Where the draft goes; `.eml` is added to a name without an ending. Raises `InvalidValue`."""
    path = typed_path("output", typed["output"].strip() or name)
    return path if path.suffix or not path.name else path.with_suffix(".eml")


def typed_path(field: str, typed: str) -> Path:
    """The path that a person typed, `~` for the home; raises `InvalidValue`."""
    try:
        path = Path(read_required_line(field, typed, longest=_LONGEST_PATH)).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        if isinstance(error, InvalidValue):
            raise
        raise InvalidValue(field, typed, "not_a_path") from error
    return path


def export_filters(typed: Typed, reading: Reading) -> Filters:
    """Which part of the log; raises `InvalidValue`."""
    since, until = (
        read_day(name, typed[name], reading.today) if typed[name].strip() else None
        for name in ("since", "until")
    )
    if since and until and since > until:
        raise InvalidValue("until", typed["until"], "until_before_since", since=since)
    return Filters(lead=typed["lead"], since=since, until=until, view=View(typed["view"]))


def _a_path(typed: str) -> str:
    """Says nothing of what can be a path: where it leads is remarked on below."""

    def said() -> str:
        typed_path("output", typed)
        return ""

    return worded(said)


def _checked_path(typed: str) -> str:
    """The path as understood, and whether something is there."""

    def said() -> str:
        path = typed_path("output", typed)
        there = _("exists") if path.exists() else _("new")
        return f"{shown(str(path.absolute()))} · {there}"

    return worded(said)
