"""Incidents are kept like the other records, in a table that is there only when one is."""

import json
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from store.changes.command import Command
from store.changes.incidents import LogIncident
from store.changes.leads import DeleteLead, MergeLeads
from store.exchange.json_export import json_text
from store.file.doctor import examine, examined
from store.file.merge import merge
from store.file.repository import Repository
from store.file.salvage import salvage
from store.file.subject import subject_of
from store.file.tables import compose, parse
from store.records.incident import Incident
from store.records.practice_words import IncidentKind
from store.records.settings import Settings
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from tests.builders import SENT_ON
from tests.store.file.samples import TODAY, an_addition, commit, raw, write_raw

LEAD = 101


def an_incident(number: int = 30, **fields: Any) -> LogIncident:
    given: dict[str, Any] = {"platform": "Malt", "on": SENT_ON, "incident_id": number}
    return LogIncident(**(given | fields))


def only(repository: Repository) -> Incident:
    (incident,) = repository.snapshot().incidents.values()
    return incident


def test_the_table_is_there_only_while_it_holds_something(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition())
    assert "incidents" not in raw(path)
    commit(repository, an_incident(note="wrote an e-mail"))
    assert [*raw(path)] == ["leads", "quotes", "follow_ups", "incidents", "history", "_meta"]
    repository.undo(TODAY)
    assert "incidents" not in raw(path)
    repository.redo(TODAY)
    assert only(repository).note == "wrote an e-mail"


def test_stock_tinydb_reads_and_adds_incidents(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(), an_incident())
    with TinyDB(path) as db:
        table = db.table("incidents")
        assert [each["platform"] for each in table] == ["malt"]
        table.insert({"platform": "fiverr", "on": "2026-03-05", "kind": "complaint", "mood": 3})
    kinds = {each.platform: each.kind for each in repository.snapshot().incidents.values()}
    assert kinds == {"malt": IncidentKind.CONTACT, "fiverr": IncidentKind.COMPLAINT}
    commit(repository, an_addition(2))
    assert [row.get("mood") for row in raw(path)["incidents"].values()] == [None, 3]


def test_the_same_incident_is_noted_once(repository: Repository) -> None:
    saved = commit(repository, an_addition(), an_incident(), an_incident())
    assert saved.edit.puts == ()
    assert only(repository).id == 30


@pytest.mark.parametrize(
    ("command", "lead_id"),
    [(MergeLeads(lead_id=LEAD, into_id=102), 102), (DeleteLead(lead_id=LEAD, insist=True), None)],
)
def test_an_incident_stays_when_its_lead_is_merged_or_deleted(
    repository: Repository, command: Command, lead_id: int | None
) -> None:
    commit(repository, an_addition(1), an_addition(2), an_incident(lead_id=LEAD), command)
    assert only(repository).lead_id == lead_id
    repository.undo(TODAY)
    assert only(repository).lead_id == LEAD


def test_incidents_of_two_machines_are_merged_and_bring_their_lead_back(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1))
    base = parse(path.read_bytes())
    commit(repository, an_incident(30, lead_id=LEAD))
    ours = parse(path.read_bytes())
    path.write_bytes(compose(base))
    commit(repository, an_incident(31), DeleteLead(lead_id=LEAD, insist=True))
    theirs = parse(path.read_bytes())
    merged = merge(base, ours, theirs).tables
    path.write_bytes(compose(merged))
    snapshot = repository.snapshot()
    assert set(snapshot.incidents) == {30, 31}
    assert LEAD in snapshot.leads


def test_incidents_are_saved_from_a_damaged_file(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(), an_incident())
    saved = salvage(path.read_bytes()[:-40])
    assert saved.count("incidents") == 1
    assert ("incidents", "30") not in saved.lost


def test_the_doctor_finds_an_incident_whose_lead_is_not_there(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(), an_incident(lead_id=LEAD))
    tables = raw(path)
    write_raw(path, {**tables, "leads": {}, "quotes": {}})
    codes = [finding.code for finding in examine(examined(repository, SENT_ON))]
    assert "incident_without_lead" in codes


@pytest.mark.parametrize(
    ("filters", "ids"),
    [({}, {30, 31}), ({"lead": "lead 1"}, {30}), ({"lead": "lead 2"}, set())],
)
def test_incidents_are_exported_with_their_lead(
    repository: Repository, filters: Any, ids: set[int]
) -> None:
    commit(repository, an_addition(1), an_addition(2), an_incident(lead_id=LEAD), an_incident(31))
    board = Board(repository.snapshot(), SENT_ON, Rulebook.of(Settings()))
    exported = json.loads(json_text(board, **filters))
    assert {each["id"] for each in exported.get("incidents", ())} == ids
    assert ("incidents" in exported) == bool(ids)


def test_an_incident_is_called_by_its_lead_or_its_platform(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1), an_incident(30, lead_id=LEAD), an_incident(31))
    tables = parse(path.read_bytes())
    assert [subject_of(tables, "incidents", number) for number in (30, 31)] == ["Lead 1", "malt"]
