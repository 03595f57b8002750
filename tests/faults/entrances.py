"""Where something comes in: the command line, every form, an import, the data file."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from rich.style import Style

from store.changes.field_reading import Reading
from store.errors import InvalidValue
from store.records.settings import Settings
from store.records.words import RefusalMode, Status
from tests.builders import a_board, a_contact, a_draft, a_lead, a_quote
from tests.tui.cli.command_line import CommandLine
from tui.forms.contact_forms import contact_form, follow_up_form, reply_form
from tui.forms.incident_form import incident_form
from tui.forms.lead_forms import edit_lead_form, merge_form
from tui.forms.quote_forms import (
    close_form,
    edit_quote_form,
    new_quote_form,
    send_form,
    snooze_form,
)
from tui.forms.refusal_forms import refusal_form
from tui.forms.spec import FormSpec
from tui.forms.triage_form import triage_form
from tui.palette import Palette
from tui.widgets.field_line import Field

TODAY = date(2026, 3, 20)
READING = Reading(TODAY, Settings())

HEADER = (
    "Client;Devis;Objet;Montant HT;Envoyé le;Valable jusqu'au;Statut;Relances;Dernière relance;"
    "Canal;Remarques"
)
GOOD_ROW = "Cabinet Rey;R-2;Bon;10;02/03/2026;;Envoyé;0;;;"

LEAD = '{"leads": {"1": {"name": "Nay", %s}}}'
QUOTE = '{"quotes": {"1": {"lead_id": 1, %s}}}'
CONTACT = '{"follow_ups": {"1": {"lead_id": 1, "quote_id": 1, %s}}}'
"""Data files with one record, and room for more of its fields."""


def refused(cli: CommandLine, *arguments: str) -> str:
    """What the command line says of it, shortly; nothing was printed or changed."""
    before = cli.file.read_bytes()
    answer = cli(*arguments)
    assert (answer.code, answer.out) == (2, ""), answer
    assert len(answer.err) < 600
    assert cli.file.read_bytes() == before
    return answer.err


def unreadable(cli: CommandLine, data: bytes) -> str:
    """What the command line says of such a data file, shortly; the file stays as it is."""
    cli.file.write_bytes(data)
    said = ""
    for arguments in (("list",), ("add", "Lead", "Title", "5"), ("export", "--format", "ics")):
        answer = cli(*arguments)
        assert (answer.code, answer.out) == (3, ""), answer
        assert len(answer.err) < 600
        assert cli.file.read_bytes() == data
        said = answer.err
    return said


def problem_of(cli: CommandLine, row: str) -> str:
    """What an import says of the row, shortly; the row after it is added all the same."""
    file = cli.home / "devis.csv"
    file.write_bytes("\n".join([HEADER, row, GOOD_ROW]).encode("utf-8", "surrogatepass"))
    answer = cli("import", str(file))
    assert answer.code == 0, answer
    assert "line 2" in answer.err
    assert len(answer.err) < 2000
    assert "Bon" in cli.ok("list")
    return answer.err


def record_problem_of(cli: CommandLine, table: str, record: str) -> str:
    """What an import says of the record in a JSON export, shortly; the others come in."""
    rows = {
        "leads": ['{"id": 71, "name": "Cabinet Rey"}'],
        "quotes": ['{"id": 72, "lead_id": 71, "ref": "R-2", "title": "Bon"}'],
        "follow_ups": [],
    }
    rows[table].append(f'{{"id": 73, "lead_id": 71, "quote_id": 72, {record}}}')
    lists = (f'"{name}": [{", ".join(each)}]' for name, each in rows.items())
    file = cli.home / "records.json"
    text = "{" + ", ".join(('"relance": 1', *lists)) + "}"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    answer = cli("import", str(file))
    assert answer.code == 0, answer
    assert f"({table})" in answer.err
    assert len(answer.err) < 600
    assert "Bon" in cli.ok("list", "--view", "all")
    return answer.err


def forms() -> Mapping[str, FormSpec]:
    """Every form that makes a command, by the name of the function that makes it."""
    quote, draft, lead = a_quote(), a_draft(id=11, ref="D26-002"), a_lead()
    board = a_board(TODAY, quote, draft, lead)
    standing, of_draft, snapshot = board.of_quote(quote), board.of_quote(draft), board.snapshot
    colourless = Palette(*(Style() for _ in Palette.__struct_fields__))
    return {
        "new_quote_form": new_quote_form(board, READING, colourless, draft=True),
        "edit_quote_form": edit_quote_form(standing, snapshot, READING),
        "send_form": send_form(of_draft, READING),
        "snooze_form": snooze_form(standing, READING),
        "close_form": close_form(standing, Status.LOST, READING),
        "follow_up_form": follow_up_form(standing, READING, colourless),
        "reply_form": reply_form(standing, READING, colourless),
        "refusal_form": refusal_form(standing, RefusalMode.REFERRAL, READING, [quote]),
        "triage_form": triage_form(standing, READING, colourless),
        "contact_form": contact_form(a_contact(), "Nay", READING),
        "edit_lead_form": edit_lead_form(lead, READING),
        "incident_form": incident_form(lead, snapshot, READING),
        "merge_form": merge_form(lead, snapshot),
    }


def typed_fields() -> Iterator[tuple[FormSpec, Field]]:
    """Every field of every form that is typed, not chosen."""
    for spec in forms().values():
        yield from ((spec, field) for field in spec.fields if not field.choices)


def form_refusal(spec: FormSpec, field: Field, typed: str) -> str:
    """What a form says of it: at once, or at the latest when it would be saved."""
    try:
        field.check(typed)
    except ValueError as error:
        return str(error)
    answers = {each.name: each.initial for each in spec.fields}
    answers |= dict([field.only_with] if field.only_with else [])
    with pytest.raises(InvalidValue) as refusal:
        spec.command(answers | {field.name: typed})
    return str(refusal.value)


def data_file(template: str, field: str) -> bytes:
    """A data file with that field in it."""
    return (template % field).encode("utf-8", "surrogatepass")


def path_of(folder: Path, data: bytes) -> Path:
    """A file with the data."""
    path = folder / "given"
    path.write_bytes(data)
    return path
