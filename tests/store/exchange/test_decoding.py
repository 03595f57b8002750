"""The text in the bytes of other programs' files."""

import pytest

from store.errors import FileTrouble
from store.exchange.decoding import LARGEST, decoded


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Envoyé €".encode(), "Envoyé €"),
        ("Envoyé €".encode("utf-8-sig"), "Envoyé €"),
        ("Envoyé €".encode("cp1252"), "Envoyé €"),
        ("œil d’Aÿ 1\u00a0200".encode("cp1252"), "œil d’Aÿ 1\u00a0200"),
        (b"", ""),
    ],
)
def test_utf_8_is_read_as_it_is_and_anything_else_as_windows_1252(data: bytes, text: str) -> None:
    assert decoded("x.csv", data).text == text


@pytest.mark.parametrize(
    "data",
    [b"fine\nnot \0 fine", b"fine\nnot \x81\xe9 fine", "fine\nUnicode".encode("utf-16-be")],
)
def test_what_is_no_text_is_an_error_that_names_file_and_line(data: bytes) -> None:
    with pytest.raises(FileTrouble) as trouble:
        decoded("x.csv", data)
    assert trouble.value.code == "import_not_text"
    assert trouble.value.facts["path"] == "x.csv"
    assert trouble.value.facts["line"] == (1 if data.startswith(b"\0") else 2)


def test_a_file_beyond_the_bound_is_an_error() -> None:
    with pytest.raises(FileTrouble) as trouble:
        decoded("x.csv", bytes(LARGEST + 1))
    assert trouble.value.code == "import_too_large"
    assert trouble.value.facts["size"] == LARGEST + 1
