"""The commands of the app, written once: bindings, palette, help and README derive from them."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from tui.language import N_, _


class Section(StrEnum):
    """What a command is for; help and README show the commands by section."""

    VIEWS = N_("Views")
    CHASE = N_("Chase and close")
    EDIT = N_("Add and correct")
    LIST = N_("Around the list")
    REST = N_("Everything else")


class AppCommand(msgspec.Struct, frozen=True):
    """One thing that a key does. `keys` are Textual's names of keys, the first is shown.

    `short` is its name in the key line, empty where it is not shown there. `action` is the
    name of an action of the main screen.
    """

    name: str
    keys: tuple[str, ...]
    help: str
    action: str
    section: Section
    short: str = ""

    @property
    def help_text(self) -> str:
        """What it does, in the person's language."""
        return _(self.help)


_VIEW, _CHASE, _EDIT, _LIST, _REST = Section

COMMANDS: tuple[AppCommand, ...] = (
    AppCommand("today", ("1",), N_("Today: what to do now"), "view('today')", _VIEW),
    AppCommand("quotes", ("2",), N_("Quotes: all open quotes"), "view('quotes')", _VIEW),
    AppCommand("leads", ("3",), N_("Leads: who is chased how often"), "view('leads')", _VIEW),
    AppCommand("log", ("4",), N_("Log: every contact"), "view('log')", _VIEW),
    AppCommand("closed", ("5",), N_("Closed: how quotes ended"), "view('closed')", _VIEW),
    AppCommand("statistics", ("6",), N_("Statistics: looking back"), "view('statistics')", _VIEW),
    AppCommand("follow_up", ("f",), N_("Log a follow-up"), "follow_up", _CHASE, N_("follow-up")),
    AppCommand("reply", ("r",), N_("Log a reply of the lead"), "reply", _CHASE, N_("reply")),
    AppCommand("summary", ("S",), N_("The summary of a call was sent"), "summary_sent", _CHASE),
    AppCommand(
        "message", ("m",), N_("Write a message to the lead"), "message", _CHASE, N_("message")
    ),
    AppCommand("won", ("w",), N_("Close as won"), "close('won')", _CHASE, N_("won")),
    AppCommand("lost", ("l",), N_("Close as lost"), "close('lost')", _CHASE, N_("lost")),
    AppCommand(
        "decline", ("d",), N_("Say no: four ways, with a message"), "refuse", _CHASE, N_("say no")
    ),
    AppCommand("no_response", ("x",), N_("Close as no response"), "close('no_response')", _CHASE),
    AppCommand("reopen", ("o",), N_("Reopen a closed quote"), "reopen", _CHASE, N_("reopen")),
    AppCommand("send", ("p",), N_("A draft was sent"), "send", _CHASE),
    AppCommand("snooze", ("s",), N_("Snooze until a day"), "snooze", _CHASE, N_("snooze")),
    AppCommand("new", ("n",), N_("New quote, sent today"), "new_quote(False)", _EDIT, N_("new")),
    AppCommand("draft", ("N",), N_("New draft, to send later"), "new_quote(True)", _EDIT),
    AppCommand("edit", ("e",), N_("Edit the quote, or the contact"), "edit", _EDIT, N_("edit")),
    AppCommand(
        "triage", ("t",), N_("Triage: note what you know, by theme"), "triage", _EDIT, N_("triage")
    ),
    AppCommand("edit_lead", ("i",), N_("Edit the lead"), "edit_lead", _EDIT),
    AppCommand("merge", ("M",), N_("Merge the lead into another"), "merge_lead", _EDIT),
    AppCommand("incident", ("B",), N_("A ban or a complaint on a platform"), "incident", _EDIT),
    AppCommand("delete", ("delete",), N_("Delete the quote, contact or lead"), "delete", _EDIT),
    AppCommand("forget", ("X",), N_("Forget the lead for good"), "forget_lead", _EDIT),
    AppCommand("undo", ("u",), N_("Undo the last change"), "undo", _EDIT, N_("undo")),
    AppCommand("redo", ("U",), N_("Redo what was undone"), "redo", _EDIT),
    AppCommand("find", ("slash",), N_("Find as you type"), "find", _LIST, N_("find")),
    AppCommand(
        "sort_next", ("greater_than_sign",), N_("Sort by the next column"), "sort(1)", _LIST
    ),
    AppCommand(
        "sort_back", ("less_than_sign",), N_("Sort by the column before"), "sort(-1)", _LIST
    ),
    AppCommand("turn", ("equals_sign",), N_("Turn the order round"), "turn_order", _LIST),
    AppCommand("detail", ("enter",), N_("Detail, with every contact"), "detail", _LIST),
    AppCommand("copy", ("y",), N_("Copy the ref"), "copy_ref", _LIST),
    AppCommand("export", ("E",), N_("Export the follow-up log"), "export", _REST),
    AppCommand("import", ("I",), N_("Import a file"), "import_file", _REST),
    AppCommand("review", ("c",), N_("Review values lost in a merge"), "review", _REST),
    AppCommand("palette", ("ctrl+p",), N_("Command palette, themes"), "palette", _REST),
    AppCommand("help", ("f1", "question_mark"), N_("Help"), "help", _REST, N_("help")),
    AppCommand("quit", ("q", "ctrl+q"), N_("Quit"), "quit", _REST, N_("quit")),
)


def with_keys(keys: Mapping[str, tuple[str, ...]]) -> tuple[AppCommand, ...]:
    """The commands, those named in `keys` with the keys that a person gave them."""
    return tuple(
        replace(command, keys=keys[command.name]) if command.name in keys else command
        for command in COMMANDS
    )


_KEY_NAMES = {
    "slash": "/",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "equals_sign": "=",
    "question_mark": "?",
    "delete": N_("Delete"),
    "enter": N_("Enter"),
    "f1": "F1",
    "ctrl+p": "Ctrl+P",
    "ctrl+q": "Ctrl+Q",
}


def key_name(key: str) -> str:
    """What stands on the key."""
    return _(_KEY_NAMES[key]) if key in _KEY_NAMES else key


def keys_text(command: AppCommand) -> str:
    """The keys of a command: `F1 or ?`."""
    return _(" or ").join(key_name(key) for key in command.keys)
