"""A template is filled completely or not at all, and nothing in it is obeyed by mail programs."""

import pytest

from store.errors import TrackerError
from store.exchange.message import PLACEHOLDERS, Message, fill, read_message, read_template
from store.records.quote_practice import PRIVATE

PATH = "messages/en/first.txt"


def filled(text: str, **values: str) -> Message:
    return fill(read_template(text, PATH), values)


def refusal(text: str, **values: str) -> TrackerError:
    with pytest.raises(TrackerError) as caught:
        filled(text, **values)
    return caught.value


def test_subject_and_body_are_filled() -> None:
    message = filled("Subject: Quote {ref}\n\nHello {contact},\n\nbye\n", ref="D1", contact="Ana")
    assert message == Message("Quote D1", "Hello Ana,\n\nbye\n")


@pytest.mark.parametrize(
    "text",
    [
        "subject:  {ref} \r\n\r\nHi\r\n",
        "\ufeffSubject: {ref}\nHi",
        "\n\nSUBJECT: {ref}\n\n\nHi\n\n",
    ],
)
def test_line_breaks_marks_and_blank_lines_of_editors_are_no_matter(text: str) -> None:
    assert filled(text, ref="D1") == Message("D1", "Hi\n")


def test_a_brace_written_twice_stands_for_itself() -> None:
    assert filled("Subject: {{ref}} {ref}\n\n}}", ref="D1") == Message("{ref} D1", "}\n")


def test_what_is_filled_in_is_not_filled_again() -> None:
    message = filled("Subject: {title}\n\n{lead}", title="{lead} {x} {", lead="{title}")
    assert message == Message("{lead} {x} {", "{title}\n")


@pytest.mark.parametrize(
    ("text", "code", "fact"),
    [
        ("Hello", "message_without_subject", ""),
        ("Subject: \n\nHello", "message_without_subject", ""),
        ("", "message_without_subject", ""),
        ("Subject: x\n\n{nmae}", "unknown_placeholder", "{nmae}"),
        ("Subject: {0}\n", "unknown_placeholder", "{0}"),
        ("Subject: {}\n", "unknown_placeholder", "{}"),
        ("Subject: {lead.id}\n", "unknown_placeholder", "{lead.id}"),
        ("Subject: {lead!r}\n", "unknown_placeholder", "{lead!r}"),
        ("Subject: x\n\n{lead", "lone_brace", "{"),
        ("Subject: x\n\na }", "lone_brace", "}"),
        ("Subject: x\n\n{referred_to}", "cannot_be_filled", "{referred_to}"),
        ("Subject: x\n\n{stated_reason}", "cannot_be_filled", "{stated_reason}"),
        (f"Subject: x\n\n{{{PRIVATE}}}", "unknown_placeholder", f"{{{PRIVATE}}}"),
        ("Subject: x\n\n" + "y" * 20_000, "message_too_long", ""),
    ],
)
def test_what_cannot_be_filled_is_named_with_its_file(text: str, code: str, fact: str) -> None:
    error = refusal(text, lead="Lumen", referred_to=" ", stated_reason="\n", **{PRIVATE: "secret"})
    assert (error.code, error.facts["path"]) == (code, PATH)
    assert fact in (error.facts.get("placeholder", error.facts.get("brace")), "")


def test_an_error_says_what_is_possible() -> None:
    assert refusal("Subject: {x}\n").facts["known"] == tuple(f"{{{each}}}" for each in PLACEHOLDERS)
    error = refusal("Subject: {referred_to}\n", title="T", lead="L", ref="")
    assert error.facts["possible"] == ("{lead}", "{title}")


def test_the_private_reason_is_no_placeholder() -> None:
    assert PRIVATE not in PLACEHOLDERS


@pytest.mark.parametrize(
    "hostile",
    ["a\nBcc: x@y.example", "a\r\n\r\nbody", "a\u2028Bcc:", "a\x85Bcc:", "a\x0bBcc:", "a\x1cBcc:"],
)
def test_no_value_breaks_out_of_the_subject_or_of_its_line(hostile: str) -> None:
    message = filled("Subject: {title}\n\n[{lead}]", title=hostile, lead=hostile)
    assert len(message.subject.splitlines()) == 1
    assert len(message.body.splitlines()) == 1


def test_control_characters_and_unseen_marks_are_left_out() -> None:
    hostile = "a\x1b[31m\x00\x9b\u202eb\u2066\ufeff\u00ad"
    message = filled("Subject: {title}\n\n\x1b{lead}\u202e", title=hostile, lead=hostile)
    assert (message.subject, message.body) == ("a[31mb", "a[31mb\n")


def test_a_reason_keeps_its_lines_and_no_break_spaces_stay() -> None:
    message = filled("Subject: x\n\n{stated_reason}", stated_reason="1\u00a0200\u202f€\r\nb")
    assert message.body == "1\u00a0200\u202f€\nb\n"


def test_the_text_of_a_message_reads_back() -> None:
    message = Message("A {title}: b", "Hello\n\n{x}\n")
    assert read_message(message.text, PATH) == message
