"""The log as Markdown: readable, with totals, and nothing in the data becomes markup."""

from datetime import date
from decimal import Decimal

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from store.exchange.log_page import Heading
from store.exchange.markdown_export import markdown_text
from store.exchange.markdown_text import literal
from store.exchange.selection import Filters
from store.records.words import CallOutcome, Channel
from store.rules.board import Board
from tests.builders import a_board, a_contact, a_lead, a_quote, a_reply

TODAY = date(2026, 4, 30)

HOSTILE = [
    "a | b",
    "| --- |",
    "a \\| b \\",
    "*bold* __bold__ ~~gone~~",
    "`code` ``",
    "<script>alert(1)</script>",
    "<!-- gone",
    "&lt;b&gt; &amp;",
    "# heading",
    "#",
    "two\n\n# lines",
    "a\r\n| b |",
    "[text](javascript:alert(1))",
    "![image](x)",
    "<https://x.example>",
    "[1]: /url",
    "- item",
    "1. item",
    "---",
    "```",
    "    four spaces",
    "[red]bold[/red]",
]


class PlainWords:
    """Codes as they are."""

    language = "en"

    def heading(self, code: Heading) -> str:
        return code

    def label(self, code: str) -> str:
        return code

    def day(self, day: date | None) -> str:
        return day.isoformat() if day else "unknown"

    def amount(self, amount: Decimal, currency: str) -> str:
        return f"{amount} {currency}"

    def about(self, today: date, _filters: Filters) -> str:
        return today.isoformat()


def rendered(board: Board) -> list[Token]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.parse(markdown_text(board, PlainWords()))


def texts(tokens: list[Token], kind: str) -> list[str]:
    """The text between every opening `kind` and its end."""
    return [
        "".join(child.content for child in tokens[number + 1].children or [])
        for number, token in enumerate(tokens)
        if token.type == f"{kind}_open"
    ]


def test_a_lead_has_its_quotes_its_contacts_and_totals() -> None:
    board = a_board(
        TODAY,
        a_quote(),
        a_contact(date(2026, 3, 4), channel=Channel.PHONE, minutes=5, note="called"),
        a_contact(date(2026, 3, 9), outcome=CallOutcome.NO_ANSWER, minutes=10),
        a_reply(date(2026, 3, 10)),
    )
    assert markdown_text(board, PlainWords()) == (
        "# log\n"
        "\n"
        "2026-04-30\n"
        "\n"
        "## Atelier Lumen\n"
        "\n"
        "| ref | title | amount | valid\\_until | status |\n"
        "| --- | --- | ---: | --- | --- |\n"
        "| D26-001 | Website redesign | 1200.00 EUR | 2026-03-23 | sent |\n"
        "\n"
        "| day | ref | kind | channel | outcome | minutes | count | note |\n"
        "| --- | --- | --- | --- | --- | ---: | ---: | --- |\n"
        "| 2026-03-04 | D26-001 | follow\\_up | phone |  | 5 | 1/3 | called |\n"
        "| 2026-03-09 | D26-001 | follow\\_up | email | no\\_answer | 10 | 2/3 |  |\n"
        "| 2026-03-10 | D26-001 | reply | email |  |  | 0/3 |  |\n"
        "\n"
        "**follow\\_ups 2 · replies 1 · minutes 15 · amount 1200.00 EUR**\n"
        "\n"
        "## totals\n"
        "\n"
        "**leads 1 · quotes 1 · follow\\_ups 2 · replies 1 · minutes 15 · amount 1200.00 EUR**\n"
    )


def test_leads_are_in_alphabetical_order_and_totals_are_over_all() -> None:
    board = a_board(
        TODAY,
        a_lead(name="zèbre"),
        a_lead(id=2, name="Atelier"),
        a_quote(),
        a_quote(id=20, ref="D26-002", lead_id=2, amount="500", currency="USD"),
        a_contact(minutes=10),
        a_contact(lead_id=2, quote_id=20, minutes=20),
    )
    tokens = rendered(board)
    assert texts(tokens, "heading") == ["log", "Atelier", "zèbre", "totals"]
    counted = "leads 2 · quotes 2 · follow_ups 2 · replies 0 · minutes 30"
    assert texts(tokens, "paragraph")[-1] == f"{counted} · amount 1200.00 EUR + 500.00 USD"


def test_filters_choose_what_is_written() -> None:
    contacts = [a_contact(date(2026, 3, 4), note="early"), a_contact(date(2026, 3, 9), note="late")]
    text = markdown_text(a_board(TODAY, a_quote(), *contacts), PlainWords(), since=date(2026, 3, 5))
    assert "late" in text
    assert "early" not in text


def test_an_empty_log_says_so() -> None:
    assert texts(rendered(a_board(TODAY)), "paragraph") == ["2026-04-30", "no_contacts"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_shown_as_it_is_and_breaks_nothing(text: str) -> None:
    shown = " ".join(text.split())
    board = a_board(TODAY, a_lead(name=text), a_quote(ref="R", title=text), a_contact(note=text))
    tokens = rendered(board)
    assert texts(tokens, "heading") == ["log", shown, "totals"]
    assert texts(tokens, "td") == [
        *("R", shown, "1200.00 EUR", "2026-03-23", "sent"),
        *("2026-03-02", "R", "follow_up", "email", "", "", "1/3", shown),
    ]
    kinds = {child.type for token in tokens for child in token.children or []}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    assert not [token for token in tokens if token.type.startswith("html")]


@pytest.mark.parametrize("sign", ["\x1b", "\0", "\x9b", "\u202e", "\u2066", "\x7f"])
def test_signs_that_would_be_obeyed_are_replaced(sign: str) -> None:
    assert literal(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_no_angle_bracket_is_left_for_a_lenient_reader_to_take_for_html() -> None:
    assert literal("<img src=x onerror=y>") == "&lt;img src=x onerror=y&gt;"


def test_no_break_spaces_stay() -> None:
    assert literal("1\u202f200\u00a0€") == "1\u202f200\u00a0€"


def test_a_lead_without_a_name_has_a_heading() -> None:
    board = a_board(TODAY, a_contact(lead_id=77, quote_id=88))
    assert texts(rendered(board), "heading") == ["log", "no_name", "totals"]
