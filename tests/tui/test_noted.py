"""What was noted is shown by theme, the private reason only where it is asked for."""

from collections.abc import Iterable
from datetime import date, datetime

import pytest

from store.records.practice_words import Cause, Question, Silence
from store.records.quote import Quote
from store.records.words import RefusalMode
from tests.builders import a_lead, a_quote
from tui.wording.noted import Noted, noted_of_lead, noted_of_quote


def pairs(found: Iterable[Noted]) -> list[tuple[str, str]]:
    return [pair for noted in found for pair in noted.pairs]


def noted(quote: Quote, *others: Quote) -> list[tuple[str, str]]:
    return pairs(noted_of_quote(quote, (quote, *others)))


def test_nothing_is_shown_where_nothing_was_noted() -> None:
    assert noted(a_quote()) == []
    assert pairs(noted_of_lead(a_lead())) == []


@pytest.mark.parametrize(
    ("quote", "pair"),
    [
        (a_quote(competitors=10), ("Competitors", "10")),
        (a_quote(competitors=0), ("Competitors", "0")),
        (a_quote(feasible=False), ("Feasible", "no")),
        (a_quote(on_site=True), ("On site", "yes")),
        (a_quote(mode=RefusalMode.NO_TIME), ("Mode", "no time")),
        (a_quote(delivery_due=date(2026, 6, 30)), ("Work due on", "Tue 30 Jun 2026")),
        (
            a_quote(call_at=datetime(2026, 3, 5, 14)),
            ("Call agreed for", "Thu 5 Mar 2026 14:00"),
        ),
        (
            a_quote(silence=(Silence.PRICE, Silence.EMBARRASSED)),
            ("What the silence means", "the price, embarrassed to say no"),
        ),
        (a_quote(stated_reason="too late\nsorry"), ("Reason I gave", "too late\nsorry")),
        (a_quote(impact="price"), ("What it costs them", "price")),
        (a_quote(impact="a\x1b[2Jb"), ("What it costs them", "a␛[2Jb")),
    ],
)
def test_how_a_value_is_said(quote: Quote, pair: tuple[str, str]) -> None:
    assert noted(quote) == [pair]


def test_of_what_is_to_be_known_it_is_said_how_much_is() -> None:
    six = tuple(Question)[:6]
    ((_, text),) = noted(a_quote(discovery=six))
    assert text.startswith("6 of 10: situation, goal, problem")


def test_a_resemblance_is_shown_on_both_quotes() -> None:
    first, second = a_quote(ref="D25-007"), a_quote(id=11, ref="D26-001", similar_to=("d25-007",))
    assert noted(first, second) == [("Resembles (refs)", "D26-001")]
    assert noted(second, first) == [("Resembles (refs)", "d25-007")]
    other = a_quote(id=12, ref="D26-002", similar_to=("D26-001", "D25-007"))
    assert noted(second, first, other) == [("Resembles (refs)", "d25-007, D26-002")]
    assert noted(a_quote(ref="D25-008"), second, other) == []


def test_what_the_person_thought_is_told_only_where_asked() -> None:
    quote = a_quote(private_reason="rude", stated_reason="no time")
    assert noted(quote) == [("Reason I gave", "no time")]
    private = pairs(noted_of_quote(quote, (quote,), private=True))
    assert ("What I thought (private)", "rude") in private


def test_themes_come_in_their_order_with_what_was_noted_of_them() -> None:
    found = noted_of_lead(a_lead(cause=Cause.CHEAPER, insists=2, target_fit=False))
    assert [(each.theme, each.pairs) for each in found] == [
        ("Fit", [("A client I want", "no")]),
        ("Channels", [("Insisted on calling (times)", "2")]),
        ("Lead", [("Why it bargains", "wants it cheaper")]),
    ]
