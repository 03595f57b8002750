"""The view of contacts: everything that went out or came in, the latest first."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date

from rich.text import Text

from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.quote import Quote
from store.records.text import fold
from store.records.words import Direction
from store.rules.board import Board
from store.rules.journal import ContactGlance, ContactRow, moment
from tui.language import _
from tui.safe_text import shown
from tui.views.quote_views import lead_name
from tui.views.view import Look, SortKey, View
from tui.widgets.columns import Column
from tui.wording.days import short_day
from tui.wording.labels import label


class LogView(View[ContactRow, ContactGlance]):
    """Contacts, one a row."""

    name = "log"

    def __init__(self) -> None:
        self._codes: dict[tuple[int, int], str] = {}

    @property
    def title(self) -> str:
        """The view's name."""
        return _("Log")

    @property
    def empty(self) -> str:
        """No contact yet."""
        return _("No contact yet. f logs a follow-up for the quote under the cursor.")

    def columns(self) -> Sequence[Column]:
        """When, to or from whom, what and how."""
        return (
            Column("day", _("Day"), 11),
            Column("kind", _("Kind"), 10),
            Column("lead", _("Lead"), 14, flex=3),
            Column("ref", _("Ref"), 8, drop=1),
            Column("channel", _("Channel"), 10),
            Column("outcome", _("Outcome"), 9, drop=3),
            Column("minutes", _("Min"), 4, align="right", drop=5),
            Column("quote", _("Quote"), 10, flex=3, drop=4),
            Column("note", _("Note"), 8, flex=3, drop=2),
        )

    def rows(self, board: Board) -> Sequence[ContactRow]:
        """The latest first; unknown days last."""
        return board.journal()

    def is_listed(self, board: Board) -> bool:
        """Whether their order is known."""
        return board.knows("journal")

    def key(self, row: ContactRow) -> Hashable:
        """The contact's id."""
        return row.contact.id

    def cells(self, row: ContactRow, look: Look) -> Mapping[str, Text]:
        """What came in is marked."""
        contact = row.contact
        came_in = contact.direction is Direction.IN
        kind_style = look.palette.accent if came_in else look.palette.plain
        return {
            "day": contact_day(contact, row.today, look),
            "kind": Text(label(contact.kind), kind_style),
            "lead": Text(lead_name(row.lead)),
            "ref": Text(shown(row.quote.ref) if row.quote else "", look.palette.quiet),
            "channel": Text(label(contact.channel)),
            "outcome": Text(label(contact.outcome) if contact.outcome else ""),
            "minutes": Text(str(contact.minutes or "")),
            "quote": Text(shown(row.quote.title) if row.quote else "", look.palette.quiet),
            "note": Text(shown(contact.note), look.palette.quiet),
        }

    def sort_keys(self) -> Mapping[str, SortKey[ContactGlance]]:
        """Every column."""
        return {
            "day": lambda row: moment(row.contact),
            "kind": lambda row: label(row.contact.kind),
            "lead": lambda row: row.lead.name.casefold(),
            "ref": lambda row: row.quote.ref.casefold() if row.quote else "",
            "channel": lambda row: label(row.contact.channel),
            "outcome": lambda row: label(row.contact.outcome or ""),
            "minutes": lambda row: row.contact.minutes or 0,
            "quote": lambda row: row.quote.title.casefold() if row.quote else "",
            "note": lambda row: row.contact.note.casefold(),
        }

    def found_by(self, row: ContactGlance) -> str:
        """Lead, quote, kind, channel and note."""
        kind, channel = row.contact.kind, row.contact.channel
        place = (id(kind), id(channel))  # there is one of each, and to hash them takes long
        codes = self._codes.get(place)
        if codes is None:
            codes = self._codes[place] = fold(f"{label(kind)}\n{label(channel)}")
        return f"{row.found_by}\n{codes}"

    def quote(self, row: ContactRow, board: Board) -> Quote | None:
        """The quote that the contact was about, as it is on that board."""
        return board.snapshot.quotes.get(row.contact.quote_id)

    def lead(self, row: ContactRow) -> Lead:
        """The contact's lead."""
        return row.lead


def contact_day(contact: FollowUp, today: date, look: Look) -> Text:
    """The contact's day, or that it is unknown."""
    if contact.on is None:
        return Text(_("unknown"), look.palette.quiet)
    return Text(short_day(contact.on, today))
