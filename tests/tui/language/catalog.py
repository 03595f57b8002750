"""The catalogs: extracted from the code, merged with what is translated, compiled.

python -m tests.tui.language.catalog
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tui.language import DOMAIN, LANGUAGES, LOCALES

PROJECT = Path(__file__).parents[3]
TRANSLATED = [language for language in LANGUAGES if language != "en"]
_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands in the head of every catalog, so that only words change."""
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

CLICK_SAYS = frozenset(
    (
        "Usage:",
        "Options",
        "Commands",
        "Positional arguments",
        "Show this message and exit.",
        "default: {default}",
        "env var: {var}",
        "Got unexpected extra argument ({args})",
        "Missing command.",
        "Missing argument",
        "Missing option",
        "Did you mean {possibility}?",
        "No such option {name!r}.",
        "No such command {name!r}.",
        "Invalid value: {message}",
        "Invalid value for {param_hint}: {message}",
        "Option {name!r} does not take a value.",
        "Option {name!r} requires an argument.",
        "Choose from:\n\t{choices}",
        "{value!r} is not {choice}.",
        "{editor}: Editing failed",
        "{editor}: Editing failed: {e}",
    )
)
"""What the library of the command line says in our name; it asks the same catalogs."""


def place(language: str, ending: str = "po") -> Path:
    """The file of a language's catalog."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def extracted() -> Catalog:
    """Every message in the code, and what click says itself, untranslated."""
    found = Catalog(project="relance", charset="utf-8")
    for name, line, message in _messages_in(PROJECT / "tui"):
        found.add(message, locations=[(f"tui/{name}", line)])
    for name, line, message in _messages_in(Path(click.__file__).parent):
        if (message if isinstance(message, str) else message[0]) in CLICK_SAYS:
            found.add(message, locations=[(f"click/{name}", line)])
    return found


def _messages_in(folder: Path) -> Iterator[tuple[str, int, str | tuple[str, ...]]]:
    for name, line, message, *_more in extract_from_dir(
        folder, keywords=_KEYWORDS, method_map=[("**.py", "python")]
    ):
        if message:
            yield name, line, message


def read(language: str) -> Catalog:
    """The catalog as it is in its file."""
    with place(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalog: Catalog) -> bytes:
    """The catalog in the form in which it is used."""
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> None:
    """Brings every catalog up to date with the code."""
    for language in TRANSLATED:
        path = place(language)
        catalog = read(language)
        catalog.update(extracted(), no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        catalog.creation_date = catalog.revision_date = _NO_DAY
        with path.open("wb") as file:
            write_po(file, catalog, width=100, sort_by_file=True, include_lineno=False)
        place(language, "mo").write_bytes(compiled(read(language)))


if __name__ == "__main__":
    main()
