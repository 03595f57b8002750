"""What importing a file would do, row by row, before anything is done."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.exchange.import_quotes import Planned, Verdict
from store.exchange.imported import Import
from tui.language import _
from tui.safe_text import shown
from tui.screens.leavable import DialogScreen
from tui.views.view import Look
from tui.widgets.columns import Column
from tui.widgets.line_list import LineList
from tui.wording.amounts import amount_text
from tui.wording.errors import problem_text
from tui.wording.import_words import VERDICTS, read_as_parts, total_parts, update_parts
from tui.wording.labels import label


class Choice(StrEnum):
    """What a person does with the preview."""

    IMPORT = "import"
    SETTINGS = "settings"
    MAPPING = "mapping"
    ANOTHER = "another"


class ImportPreviewScreen(DialogScreen[Choice | None]):
    """How the file is read above, its rows in between, the whole reason of one row below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "choose('settings')", show=False),
        Binding("m", "choose('mapping')", show=False),
        Binding("f", "choose('another')", show=False),
        Binding("p", "next_problem", show=False),
        Binding("escape,q", "leave", show=False),
    ]
    DEFAULT_CSS = """
    ImportPreviewScreen {
        align: center middle;
        & > Vertical {
            width: 100%; height: 100%; padding: 0 1;
            border: $frame $border; background: $background; border-title-color: $foreground;
        }
        Static { height: auto; }
        LineList { height: 1fr; margin-top: 1; }
        #import-why { height: 2; color: $text-muted; }
        #import-keys { color: $text-muted; link-style: none; }
    }
    """

    def __init__(self, read: Import, planned: Sequence[Planned], look: Look) -> None:
        """`planned` is what becomes of each line, in the order of the lines."""
        super().__init__()
        self._read = read
        self._planned = planned
        self._look = look

    def compose(self) -> ComposeResult:
        """How it is read, the rows, why, and the keys."""
        signs = self._look.signs
        between = f" {signs.between} "
        with Vertical() as box:
            box.border_title = Content(shown(self._read.name))
            yield Static(Content(between.join(read_as_parts(self._read))), markup=False)
            total = Content.styled(between.join(total_parts(self._planned)), "bold")
            yield Static(total, markup=False)
            rows: LineList[Planned] = LineList(
                _columns(),
                key_of=lambda planned: planned.line,
                cells_of=self._cells,
                arrows=signs.arrows,
                pointer=signs.pointer,
                ellipsis=signs.ellipsis,
            )
            rows.empty = Text(_("The file has no rows below its header."))
            yield rows
            yield Static(id="import-why", markup=False)
            yield Static(self._key_line(), id="import-keys", markup=False)

    def on_mount(self) -> None:
        """Every row."""
        self.query_one(LineList).focus()
        self.query_one(LineList).show(self._planned)

    @on(LineList.Moved)
    def _say_why(self) -> None:
        planned: Planned | None = self.query_one(LineList).current
        text = "" if planned is None else "; ".join(_reasons(planned))
        self.query_one("#import-why", Static).update(Content(text))

    @on(LineList.Chosen)
    def _enter(self) -> None:
        self.action_choose(Choice.IMPORT)

    def action_next_problem(self) -> None:
        """To the next row that cannot be imported, round the end."""
        rows = self.query_one(LineList)
        order = [*self._planned[rows.cursor_row + 1 :], *self._planned]
        bad = next((each for each in order if each.verdict is Verdict.PROBLEM), None)
        if bad is not None:
            rows.go_to(bad.line)

    def action_choose(self, choice: str) -> None:
        """Return what to do; a file without news is not imported."""
        is_idle = choice == Choice.IMPORT and not any(each.is_news for each in self._planned)
        if is_idle:
            self.app.clear_notifications()
            self.app.notify(_("Nothing to add or change in this file."), markup=False, timeout=4)
        elif self.is_current:
            self.dismiss(Choice(choice))

    def action_leave(self) -> None:
        """Return nothing."""
        if self.is_current:
            self.dismiss(None)

    def _cells(self, planned: Planned) -> Mapping[str, Text]:
        palette, quote = self._look.palette, planned.quote
        style = _style(planned.verdict, self._look)
        cells = {
            "line": Text(str(planned.line), palette.quiet),
            "verdict": Text(_(VERDICTS[planned.verdict]), style),
            "why": Text("; ".join(_reasons(planned)), palette.quiet),
        }
        if quote is not None:
            cells |= {
                "ref": Text(quote.ref),
                "lead": Text(quote.lead),
                "title": Text(quote.title),
                "amount": Text(amount_text(quote.amount, quote.currency)),
                "status": Text(label(quote.status), palette.quiet),
            }
        return cells

    def _key_line(self) -> Text:
        keys = (
            (_("Enter"), _("import"), "screen.choose('import')"),
            ("s", _("how it is read"), "screen.choose('settings')"),
            ("m", _("columns"), "screen.choose('mapping')"),
            ("p", _("next problem"), "screen.next_problem"),
            ("f", _("another file"), "screen.choose('another')"),
            (_("Esc"), _("leave"), "screen.leave"),
        )
        line = Text()
        for key, does, action in keys:
            part = Text.assemble((key, "bold"), f" {does}")
            part.apply_meta({"@click": action})
            line.append_text(part).append("  ")
        return line


def _reasons(planned: Planned) -> list[str]:
    """Why the row is no good, what it changes, and what to know of it."""
    reasons = [problem_text(planned.problem)] if planned.problem else []
    reasons += update_parts(planned)
    if planned.quote is not None:
        reasons += [problem_text(remark) for remark in planned.quote.remarks]
    return reasons


def _style(verdict: Verdict, look: Look) -> Style:
    palette = look.palette
    return {
        Verdict.ADD: palette.good,
        Verdict.CHANGE: palette.accent,
        Verdict.PROBLEM: palette.alarm,
    }.get(verdict, palette.quiet)


def _columns() -> tuple[Column, ...]:
    return (
        Column("line", _("Line"), 5, align="right"),
        Column("verdict", _("What"), 13),
        Column("ref", _("Ref"), 10, drop=2),
        Column("lead", _("Lead"), 12, flex=2),
        Column("title", _("Quote"), 12, flex=3),
        Column("amount", _("Amount"), 13, align="right"),
        Column("status", _("Status"), 10, drop=1),
        Column("why", _("Why"), 10, flex=2, drop=3),
    )
