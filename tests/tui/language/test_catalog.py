"""Every sentence is translated, with its blanks and its typography; none is hard-coded."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from tests.tui.language.catalog import PROJECT, TRANSLATED, compiled, extracted, place, read
from tests.tui.language.sentences import Found, sentences

BLANK = re.compile(r"\{[^{}]*\}")


def texts(given: object) -> tuple[str, ...]:
    """The message or its plurals."""
    return (given,) if isinstance(given, str) else tuple(given or ())  # type: ignore[arg-type]


def messages(language: str) -> list[Message]:
    return [message for message in read(language) if message.id]


def ids(catalog: Catalog) -> set[object]:
    return {message.id for message in catalog if message.id}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalog_has_what_the_code_says_and_nothing_else(language: str) -> None:
    assert ids(read(language)) == ids(extracted())


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_missing_or_fuzzy(language: str) -> None:
    missing = [each.id for each in messages(language) if not all(texts(each.string))]
    fuzzy = [each.id for each in messages(language) if each.fuzzy]
    assert (missing, fuzzy) == ([], [])


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_has_the_blanks_of_its_message(language: str) -> None:
    for message in messages(language):
        one, many = texts(message.id)[0], texts(message.id)[-1]
        for text, given in zip(texts(message.string), (one, many), strict=False):
            assert set(BLANK.findall(text)) == set(BLANK.findall(given)), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_used_is_what_was_translated(language: str) -> None:
    assert place(language, "mo").read_bytes() == compiled(read(language))


def is_typed(text: str) -> bool:
    """Whether it is something to type into a shell."""
    return re.match(r"(relance|echo|git|eval|cp|RELANCE_\w+=)\b", text) is not None


def test_french_has_no_break_spaces_where_they_belong() -> None:
    for message in messages("fr"):
        for text in texts(message.string):
            said = BLANK.sub("x", text.partition("#")[2] if is_typed(text) else text)
            assert not re.search(r"[^\u00a0\s(][;!?»]|\w ?:(?= )|«[^\u00a0]", said), said
            assert not re.search(r"\w'\w", said), said


def test_no_sentence_is_hard_coded() -> None:
    assert [*sentences(PROJECT / "tui", PROJECT)] == []


def test_a_hard_coded_sentence_is_found(tmp_path: Path) -> None:
    code = tmp_path / "tui" / "odd.py"
    code.parent.mkdir()
    code.write_text('"""Nothing said here."""\nSAID = _("this one is")\nprint("Hello you there")\n')
    assert [*sentences(code.parent, tmp_path)] == [Found("tui/odd.py:3", "Hello you there")]
