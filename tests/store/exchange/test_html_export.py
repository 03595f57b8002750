"""The log as one HTML file: whole by itself, with totals, and nothing in the data is markup."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from store.exchange.html_export import html_text
from store.rules.board import Board
from tests.builders import a_board, a_contact, a_lead, a_quote, a_reply
from tests.store.exchange.test_markdown_export import HOSTILE, TODAY, PlainWords

HTML_HOSTILE = [
    '"><img src=x onerror=alert(1)>',
    "</td></table><script src='https://x.example/x.js'></script>",
    "</title></style><style>@import url(//x.example)</style>",
    "<!-- gone",
    "<![CDATA[",
    "&amp;lt;b&gt;",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
]
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "section"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class Reader(HTMLParser):
    """The elements there are, what they have inside, and that each is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        self.texts.setdefault(tag, []).append("")
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open[-1]][-1] += data


def page(board: Board) -> Reader:
    return Reader(html_text(board, PlainWords()))


def test_a_lead_has_its_quotes_its_contacts_and_totals() -> None:
    board = a_board(
        TODAY,
        a_quote(),
        a_contact(date(2026, 3, 4), minutes=5, note="two\nlines"),
        a_reply(date(2026, 3, 10)),
    )
    found = page(board)
    assert found.texts["h2"] == ["Atelier Lumen", "totals"]
    assert found.texts["td"] == [
        *("D26-001", "Website redesign", "1200.00 EUR", "2026-03-23", "sent"),
        *("2026-03-04", "D26-001", "follow_up", "email", "", "5", "1/3", "two\nlines"),
        *("2026-03-10", "D26-001", "reply", "email", "", "", "0/3", ""),
    ]
    total = "follow_ups 1 · replies 1 · minutes 5 · amount 1200.00 EUR"
    assert found.texts["p"] == ["2026-04-30", total, f"leads 1 · quotes 1 · {total}"]


@pytest.mark.parametrize("text", [*HOSTILE, *HTML_HOSTILE])
def test_what_looks_like_markup_is_shown_as_it_is_and_breaks_nothing(text: str) -> None:
    board = a_board(TODAY, a_lead(name=text), a_quote(ref=text, title=text), a_contact(note=text))
    found = page(board)
    assert {*found.texts} == ELEMENTS
    assert {name for name, _ in found.attributes} == {
        *("lang", "charset", "http-equiv", "content", "name", "class"),
    }
    shown = text.replace("\r\n", "\n")
    assert found.texts["h2"][0] == shown
    assert found.texts["td"].count(shown) == 4


def test_it_asks_for_nothing_from_elsewhere() -> None:
    text = html_text(a_board(TODAY, a_quote(), a_contact()), PlainWords())
    assert not re.search(r"(?i)\b(src=|href=|url\(|@import|https?:|<script|<link|<img)", text)
    assert "default-src 'none'" in text


def test_it_prints_with_heads_on_every_page_and_no_row_in_two() -> None:
    text = html_text(a_board(TODAY), PlainWords())
    for rule in ("@media print", "@page", "table-header-group", "break-inside: avoid"):
        assert rule in text


def test_it_says_its_language() -> None:
    class French(PlainWords):
        language = "fr"

    assert '<html lang="fr">' in html_text(a_board(TODAY), French())


def test_an_empty_log_says_so() -> None:
    assert page(a_board(TODAY)).texts["p"] == ["2026-04-30", "no_contacts"]


@pytest.mark.parametrize("sign", ["\x1b", "\0", "\x9b", "\u202e", "\u2066", "\x7f", "\ud83d"])
def test_signs_that_would_be_obeyed_are_replaced(sign: str) -> None:
    board = a_board(TODAY, a_lead(name=f"a{sign}b"), a_contact())
    text = html_text(board, PlainWords())
    assert sign not in text
    assert "a\N{REPLACEMENT CHARACTER}b" in text
    assert text.encode()
