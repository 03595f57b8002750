"""How much a board does for a change, in counts: as much with few quotes as with many.

Counted are calls of functions, so that a pass over all quotes that asks each for something shows.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from types import CodeType, FrameType

import pytest

from store.records.edit import Edit
from store.records.words import Status
from store.rules.board import Board
from store.rules.leads import lead_standing
from store.rules.order import work_key
from store.rules.standing import standings
from store.rules.views import View
from tests.builders import a_board, a_contact, a_lead, a_quote

TODAY = date(2026, 3, 20)
LEAD, QUOTE = 1, 1
OF_A_LEAD = 4


@contextmanager
def counting() -> Iterator[Counter[CodeType]]:
    """How often each function was called."""
    calls = Counter[CodeType]()

    def note(frame: FrameType, event: str, _what: object) -> None:
        if event == "call":
            calls[frame.f_code] += 1

    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(None)


def look_at(board: Board) -> None:
    """All that is shown after a change, whatever list is in sight."""
    board.summary()
    board.open_quotes()
    board.work()


def a_board_of(quotes: int) -> Board:
    """A board of so many quotes, every second one closed, that was looked at."""
    leads = quotes // OF_A_LEAD
    records = [
        a_quote(id=n, lead_id=1 + n % leads, status=Status.SENT if n % 2 else Status.LOST)
        for n in range(QUOTE, QUOTE + quotes)
    ]
    of_leads = [
        a_lead(id=n, name=f"Maison {n}", recontact_on=None if n % 5 else TODAY)
        for n in range(LEAD, LEAD + leads)
    ]
    board = a_board(TODAY, *of_leads, *records)
    look_at(board)
    return board


def calls_for_a_follow_up(quotes: int) -> Counter[CodeType]:
    """What is called from the logged follow-up to the lists and numbers of the next board."""
    board = a_board_of(quotes)
    logged = Edit("logged", "", puts=(a_contact(TODAY, quote_id=QUOTE, lead_id=LEAD + 1),))
    with counting() as calls:
        look_at(board.with_snapshot(board.snapshot.after(logged)))
    return calls


@pytest.mark.parametrize("quotes", [200, 2_000])
def test_a_follow_up_has_one_lead_worked_out_and_its_rows_placed(quotes: int) -> None:
    calls = calls_for_a_follow_up(quotes)
    assert calls[lead_standing.__code__] == calls[standings.__code__] == 1
    lists, compared = 2, quotes.bit_length()
    assert calls[work_key.__code__] <= lists * 2 * OF_A_LEAD * (compared + 2)


def test_a_follow_up_takes_as_many_calls_with_few_quotes_as_with_many() -> None:
    """But for the places of its rows, which are looked for by halves."""
    few, many = (calls_for_a_follow_up(quotes).total() for quotes in (200, 2_000))
    assert many <= 1.5 * few


def test_the_open_quotes_are_of_the_kind_that_is_counted() -> None:
    board = a_board_of(200)
    assert len(board.open_quotes()) == 100
    assert board.quotes(View.TODAY)
    assert board.back()
