"""Every advice has its words, and every word an advice."""

from store.rules.registry import THEMES, lead_rules, quote_rules
from tui.wording.advice import ADVICE


def codes() -> list[str]:
    of_quotes = [code for rule in quote_rules() for code in rule.codes]
    return of_quotes + [code for rule in lead_rules() for code in rule.codes]


def test_every_code_has_a_meaning_and_a_sentence() -> None:
    assert set(codes()) == set(ADVICE)
    assert all(said.meaning and said.sentence for said in ADVICE.values())


def test_a_code_belongs_to_one_rule() -> None:
    assert len(codes()) == len(set(codes()))


def test_every_rule_names_its_practice_in_the_file_of_its_theme() -> None:
    rows = [theme.__doc__ or "" for theme in THEMES]
    assert all(
        any(f"PRACTICES {rule.practice[0]}" in row for row in rows) for rule in quote_rules()
    )
