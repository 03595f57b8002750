"""Row 19: lone surrogates, NUL and text without end are refused, naming the field and the bound."""

import importlib
import pkgutil
import re
from pathlib import Path
from typing import get_type_hints

import pytest

import tui.forms
from store.changes.field_reading import read_values
from store.changes.fields import CONTACT_FIELDS, LEAD_FIELDS, QUOTE_FIELDS
from store.errors import InvalidValue
from tests.builders import a_quote
from tests.faults.entrances import (
    LEAD,
    QUOTE,
    READING,
    data_file,
    form_refusal,
    forms,
    problem_of,
    record_problem_of,
    refused,
    typed_fields,
    unreadable,
)
from tests.tui.apps import an_app, standing_of
from tests.tui.cli.command_line import CommandLine
from tui.forms.spec import FormSpec
from tui.screens.form import FormScreen

HUGE = "x" * 1_000_000
TEXTS = {"huge": HUGE, "half": "half \ud83d", "bytes": "caf\udce9", "nul": "a\0b"}
ALL_FIELDS = {"quote": QUOTE_FIELDS, "lead": LEAD_FIELDS, "contact": CONTACT_FIELDS}
EVERY = [(kind, name) for kind, fields in ALL_FIELDS.items() for name in fields]


@pytest.mark.parametrize(("kind", "name"), EVERY)
@pytest.mark.parametrize("typed", TEXTS.values(), ids=TEXTS.keys())
def test_no_field_takes_text_that_cannot_be_kept(kind: str, name: str, typed: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        read_values(ALL_FIELDS[kind], {name: typed}, READING)
    assert refusal.value.field == name
    assert len(refusal.value.value) <= 101


def test_a_name_without_end_is_refused_with_its_bound(quoted: CommandLine) -> None:
    for arguments in (("add", HUGE, "Title", "5"), ("edit", "D26-001", f"title={HUGE}")):
        assert "200" in refused(quoted, *arguments)


@pytest.mark.parametrize("typed", TEXTS.values(), ids=TEXTS.keys())
def test_no_field_of_any_form_takes_it(typed: str) -> None:
    for spec, field in typed_fields():
        said = form_refusal(spec, field, typed)
        assert said, (spec.title, field.name)
        assert len(said) < 600, (spec.title, field.name)


def test_every_form_there_is_was_asked() -> None:
    modules = [each.name for each in pkgutil.iter_modules(tui.forms.__path__, "tui.forms.")]
    made = {
        name
        for module in map(importlib.import_module, modules)
        for name, thing in vars(module).items()
        if callable(thing) and name.endswith("_form")
        if get_type_hints(thing).get("return") is FormSpec
    }
    assert made == {*forms()}


@pytest.mark.parametrize(
    ("place", "typed"), [(0, HUGE), (0, "a\0b"), (1, HUGE)], ids=lambda it: repr(it)[:9]
)
async def test_a_form_refuses_and_keeps_what_was_typed(
    tmp_path: Path, place: int, typed: str
) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        form = app.screen
        assert isinstance(form, FormScreen)
        values = ["Rey", "Leaflet", "650", "+10d"]
        values[place] = typed
        for line, value in zip(form.query("TypedEntry"), values, strict=True):
            line.value = value  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()

        assert isinstance(app.screen, FormScreen)
        assert [*app.screen.values.values()] == values
        assert len(app.desk.board.snapshot.quotes) == 1
        assert standing_of(app, "D26-001")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"{HUGE};R-1;Titre;10;02/03/2026;;Envoyé;0;;;", "has 1000000 characters"),
        (f"Rey;R-1;{HUGE};10;02/03/2026;;Envoyé;0;;;", "200"),
        (f"Rey;R-1;Titre;10;02/03/2026;;Envoyé;0;;;{HUGE}", "10000"),
        (f"Rey;{HUGE};Titre;10;02/03/2026;;Envoyé;0;;;", "40"),
    ],
    ids=["lead", "title", "notes", "ref"],
)
def test_an_import_names_line_and_bound(quoted: CommandLine, row: str, said: str) -> None:
    assert said in problem_of(quoted, row)


@pytest.mark.parametrize(
    ("table", "record", "said"),
    [
        ("leads", f'"name": "{HUGE}"', "name: .*at most 200"),
        ("leads", r'"name": "a\u0000b"', "name: .*NUL"),
        ("quotes", f'"title": "{HUGE}"', "title: .*at most 200"),
        ("quotes", f'"notes": "{HUGE}"', "notes: .*at most 10000"),
        ("quotes", f'"ref": "{HUGE}"', "ref: .*at most 40"),
        ("quotes", r'"outcome": {"reason": "a\u0000b"}', "reason: .*NUL"),
        ("follow_ups", r'"note": "a\u0000b"', "note: .*NUL"),
    ],
    ids=lambda value: value[:20],
)
def test_a_record_in_a_json_export_is_named_with_field_and_bound(
    quoted: CommandLine, table: str, record: str, said: str
) -> None:
    assert re.search(said, record_problem_of(quoted, table, record))


@pytest.mark.parametrize("text", [r"half \ud83d", "half \ud83d"])
def test_half_a_character_spoils_a_json_export(quoted: CommandLine, text: str) -> None:
    file = quoted.home / "records.json"
    text = f'{{"relance": 1, "leads": [{{"id": 1, "name": "{text}"}}]}}'
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    before = quoted.file.read_bytes()
    answer = quoted("import", str(file))
    assert answer.code in (2, 3)
    assert 0 < len(answer.err) < 600
    assert quoted.file.read_bytes() == before


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d"], ids=["nul", "half"])
def test_an_import_never_brings_them_in(quoted: CommandLine, tmp_path: Path, text: str) -> None:
    file = tmp_path / "devis.csv"
    row = f"Client;Devis\n{text};R-1\n"
    file.write_bytes(row.encode("utf-8", "surrogatepass"))
    before = quoted.file.read_bytes()
    answer = quoted("import", str(file))
    assert answer.code in (2, 3)
    assert answer.err.count("\n") == 1
    assert quoted.file.read_bytes() == before


@pytest.mark.parametrize(
    ("template", "field"),
    [(LEAD, r'"notes": "\ud83d"'), (QUOTE, r'"title": "x\udce9"'), (LEAD, '"notes": "\ud83d"')],
)
def test_a_lone_surrogate_in_the_data_file_is_damage(
    cli: CommandLine, template: str, field: str
) -> None:
    assert unreadable(cli, data_file(template, field))


NO_ENCODING = [b"caf\xe9", b"\xff\xfe", b"\xed\xa0\x80", b"a\x80b"]


@pytest.mark.parametrize("typed", NO_ENCODING)
def test_arguments_in_no_encoding_are_refused_wherever_they_stand(
    quoted: CommandLine, typed: bytes
) -> None:
    text = typed.decode("utf-8", "surrogateescape")
    before = quoted.file.read_bytes()
    for arguments in (
        ("add", text, "Title", "5"),
        ("add", "Lead", text, "5"),
        ("add", "Lead", "Title", text),
        ("log", "D26-001", "--note", text),
        ("edit", "D26-001", f"title={text}"),
        ("lead", "Atelier Lumen", f"name={text}"),
        ("show", text),
        ("--today", text, "list"),
        ("close", "D26-001", "lost", "--reason", text),
        ("import", text),
        (text,),
    ):
        answer = quoted(*arguments)
        assert answer.code in (2, 3, 4), (arguments, answer)
        assert "inside relance" not in answer.err
        assert answer.err.encode()
    assert quoted.file.read_bytes() == before


@pytest.mark.parametrize("typed", NO_ENCODING)
@pytest.mark.parametrize("before", [("add", "Lead"), ()], ids=["add", "first"])
def test_arguments_in_no_encoding_are_refused_by_the_real_program(
    quoted: CommandLine, typed: bytes, before: tuple[str, ...]
) -> None:
    done = quoted.process(*before, typed.decode("utf-8", "surrogateescape"), "5")
    assert done.returncode in (2, 3, 4), done
    assert b"Traceback" not in done.stderr
    assert b"inside relance" not in done.stderr
    assert done.stderr.decode()
