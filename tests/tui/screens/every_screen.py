"""Every screen that the program can show, found by walking its modules, and one of each."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from textual.screen import Screen

import tui
from store.errors import TrackerError
from store.exchange.import_quotes import plan
from store.exchange.imported import Import, ImportedQuote
from store.records.message_code import MessageCode
from store.records.words import Status
from tests.builders import a_lead, a_quote
from tui.app import RelanceApp
from tui.messages.writing import Letter
from tui.screens.confirm import ConfirmScreen
from tui.screens.detail import DetailScreen
from tui.screens.file_picker import FilePickerScreen
from tui.screens.form import Field, FormLabels, FormScreen
from tui.screens.help import HelpScreen
from tui.screens.import_preview import ImportPreviewScreen
from tui.screens.lead import LeadScreen
from tui.screens.main import MainScreen
from tui.screens.message import MessageScreen
from tui.screens.preview import PreviewScreen
from tui.screens.refusal import RefusalScreen
from tui.screens.review import ReviewScreen
from tui.screens.sheet import SheetScreen
from tui.screens.too_small import TooSmallScreen
from tui.screens.trouble import LOOK, QUIT, TroubleScreen
from tui.screens.work import WorkScreen
from tui.screens.working import WorkingScreen
from tui.warming import Warming

LABELS = FormLabels(save="record", cancel="leave", required="this is needed")
FIELDS = (
    Field("note", "Note", "typed before", lambda typed: f"read {typed}"),
    Field("channel", "Channel", "sms", choices=(("email", "Email"), ("sms", "SMS"))),
    Field("tags", "Tags", "a", choices=(("a", "A"), ("b", "B")), many=True),
)


def screens() -> set[type[Screen[Any]]]:
    """Every class of ours that shows something: not those that others only build upon."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return {
        screen
        for screen in _below(Screen)
        if screen.__module__.startswith("tui.") and screen.compose is not Screen.compose
    }


def _below(screen: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    for each in screen.__subclasses__():
        yield each
        yield from _below(each)


def _main(app: RelanceApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def _form(_app: RelanceApp) -> FormScreen:
    return FormScreen("Form", FIELDS, labels=LABELS, revise=lambda _values: ())


def _sheet(_app: RelanceApp) -> SheetScreen:
    pages = {"One": ("note", "channel"), "Two": ("tags",)}
    return SheetScreen("Sheet", FIELDS, pages=pages, hint="Page Down", labels=LABELS)


def _import(app: RelanceApp) -> ImportPreviewScreen:
    quote = ImportedQuote(
        line=2,
        lead="Lumen",
        ref="Q-1",
        title="Site",
        amount=Decimal(5),
        currency="EUR",
        status=Status.DRAFT,
    )
    read = Import(name="devis.csv", quotes=(quote,))
    return ImportPreviewScreen(read, plan(read, app.desk.board.snapshot), _main(app).look)


def _review(app: RelanceApp) -> ReviewScreen:
    main = _main(app)
    return ReviewScreen(app.desk, main.clerk, main.look, main.show)


def _no_letter(code: MessageCode) -> Letter:
    raise TrackerError("no_such_lead", name=code)


ONE_OF_EACH: Mapping[type[Screen[Any]], Callable[[RelanceApp], Screen[Any]]] = {
    ConfirmScreen: lambda _app: ConfirmScreen("Sure?", "do it"),
    DetailScreen: lambda app: DetailScreen(
        a_quote().id, app.desk, _main(app).clerk, _main(app).look
    ),
    FilePickerScreen: lambda app: FilePickerScreen(_main(app).look, typed="x.csv", error="no"),
    FormScreen: _form,
    HelpScreen: lambda app: HelpScreen(app.signs, ()),
    ImportPreviewScreen: _import,
    LeadScreen: lambda app: LeadScreen(a_lead().id, app.desk, _main(app).clerk, _main(app).look),
    MainScreen: lambda app: MainScreen(app.desk, app.signs, Warming()),
    MessageScreen: lambda app: MessageScreen("Message", _no_letter, None, _main(app).look),
    PreviewScreen: lambda _app: PreviewScreen("log.csv", "one\ntwo\n", ("·", "…")),
    RefusalScreen: lambda app: RefusalScreen("No", _main(app).look),
    ReviewScreen: _review,
    SheetScreen: _sheet,
    TooSmallScreen: lambda _app: TooSmallScreen(),
    TroubleScreen: lambda _app: TroubleScreen("Gone", "All is safe", (), (LOOK, QUIT)),
    WorkScreen: lambda _app: WorkScreen("Saving", ("#", ".")),
    WorkingScreen: lambda _app: WorkingScreen("At work"),
}
"""How each is made, over an app on a file with one quote of Atelier Lumen."""
