"""Stock TinyDB opens the file, and relance takes what it added (DESIGN: the file)."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tinydb import Query, TinyDB, where

from store.changes.contacts import AmendContact
from store.changes.leads import EditLead
from store.changes.quotes import DeleteQuote, EditQuote
from store.file.repository import Repository
from store.records.settings import Settings
from store.records.words import Channel, Kind, Status
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from tests.store.file.samples import MESSY, TODAY, a_log, an_addition, commit, raw, write_raw

QUOTE: dict[str, Any] = {"lead_id": 1, "status": "sent", "sent_on": "2026-03-02", "amount": 1200}


def add_with_stock_tinydb(path: Path) -> None:
    """A lead, three quotes and two contacts, as a person adds them, with the ids 1, 2, 3."""
    with TinyDB(path) as db:
        assert db.table("leads").insert({"name": "Ville de Nay"}) == 1
        for title in ("Report", "Leaflet", "Map"):
            db.table("quotes").insert(QUOTE | {"title": title})
        for day in ("2026-03-04", "2026-03-09"):
            db.table("follow_ups").insert({"lead_id": 1, "quote_id": 1, "on": day})


def test_stock_tinydb_reads_and_queries_the_file(repository: Repository, path: Path) -> None:
    commit(repository, an_addition(1), an_addition(2, amount=Decimal(650)), a_log(2))
    with TinyDB(path) as db:
        assert {"leads", "quotes", "follow_ups", "history", "_meta"} <= db.tables()
        small = db.table("quotes").search(Query().amount == "650.00")
        assert [quote["ref"] for quote in small] == ["D26-002"]
        assert small[0].doc_id == small[0]["id"] == 2
        assert [lead["name"] for lead in db.table("leads")] == ["Lead 1", "Lead 2"]
        assert db.table("follow_ups").count(where("on") == "2026-03-02") == 1


def test_the_repository_can_be_queried_as_tinydb(repository: Repository) -> None:
    commit(repository, an_addition(1), an_addition(2))
    assert repository.db.table("quotes").count(where("status") == "sent") == 2
    commit(repository, an_addition(3))
    assert repository.db.table("quotes").count(where("status") == "sent") == 3


def test_records_that_stock_tinydb_added_are_taken_as_they_are(
    repository: Repository, path: Path
) -> None:
    add_with_stock_tinydb(path)
    snapshot = repository.snapshot()
    quote, contact = snapshot.quotes[1], snapshot.follow_ups[2]
    assert (quote.id, quote.amount, quote.status) == (1, Decimal("1200.00"), Status.SENT)
    assert (contact.kind, contact.channel, contact.on) == (
        Kind.FOLLOW_UP,
        Channel.EMAIL,
        date(2026, 3, 9),
    )
    standing = Board(snapshot, date(2026, 3, 10), Rulebook.of(Settings())).of_quote(quote)
    assert (standing.lead.name, standing.tally.count) == ("Ville de Nay", 2)
    assert standing.next_on == date(2026, 3, 20)


def test_they_survive_a_commit(repository: Repository, path: Path) -> None:
    add_with_stock_tinydb(path)
    before = raw(path)
    commit(repository, an_addition(50), a_log(quote_id=2, contact_id=60))
    after = raw(path)
    for table in ("leads", "quotes", "follow_ups"):
        for key, record in before[table].items():
            known = {field: after[table][key][field] for field in record}
            assert known | {"amount": None} == record | {"amount": None}
    with TinyDB(path) as db:
        assert len(db.table("quotes")) == 4
        assert db.table("quotes").insert({"lead_id": 1}) == 51


def test_they_are_edited_like_others(repository: Repository, path: Path) -> None:
    add_with_stock_tinydb(path)
    commit(repository, EditQuote(quote_id=3, values={"title": "Atlas"}))
    assert raw(path)["quotes"]["3"]["title"] == "Atlas"
    assert raw(path)["quotes"]["3"]["amount"] == "1200.00"
    repository.undo(TODAY)
    assert raw(path)["quotes"]["3"]["title"] == "Map"


def test_an_undo_takes_back_a_field_that_was_not_there_before(
    repository: Repository, path: Path
) -> None:
    add_with_stock_tinydb(path)
    commit(repository, EditQuote(quote_id=1, values={"notes": "two prices", "limit": 1}))
    repository.undo(TODAY)
    quote = repository.snapshot().quotes[1]
    assert (quote.notes, quote.limit, quote.title) == ("", None, "Report")
    repository.redo(TODAY)
    assert repository.snapshot().quotes[1].notes == "two prices"


def test_a_correction_does_not_move_a_contact_on_its_day(
    repository: Repository, path: Path
) -> None:
    add_with_stock_tinydb(path)
    with TinyDB(path) as db:
        reply = {"lead_id": 1, "quote_id": 1, "on": "2026-03-11", "kind": "reply"}
        db.table("follow_ups").insert(reply | {"direction": "in"})
    commit(repository, a_log(quote_id=1, on=date(2026, 3, 11), contact_id=60))
    assert repository.snapshot().follow_ups[60].kind is Kind.ANSWER
    commit(repository, AmendContact(contact_id=3, values={"note": "by phone"}))
    order = [contact.id for contact in repository.snapshot().dossiers[1].contacts]
    assert order == [1, 2, 3, 60]


def test_deleting_the_record_with_the_id_1_leaves_the_files_own_row(
    repository: Repository, path: Path
) -> None:
    add_with_stock_tinydb(path)
    commit(repository, EditLead(lead_id=1, values={"notes": "kind"}))
    own = raw(path)["_meta"]["1"]
    commit(repository, DeleteQuote(quote_id=1))
    assert raw(path)["_meta"]["1"] == own | {"revision": 2, "seq": own["seq"] + 1}
    graves = [row for row in raw(path)["_meta"].values() if "deleted" in row]
    assert sorted((grave["deleted"], grave["id"]) for grave in graves) == [
        ("follow_ups", 1),
        ("follow_ups", 2),
        ("quotes", 1),
    ]
    repository.undo(TODAY)
    assert [*raw(path)["_meta"]] == ["1"]
    assert set(repository.snapshot().quotes) == {1, 2, 3}


def messy_tables() -> dict[str, Any]:
    return {
        "leads": {"1": {"name": "Nay", **MESSY}},
        "quotes": {"1": QUOTE | MESSY},
        "follow_ups": {"1": {"lead_id": 1, "quote_id": 1, "on": "2026-03-04", **MESSY}},
        "invoices": {"1": {"paid": False, **MESSY}, "2": {}},
        "_default": {"7": {"anything": [None]}},
    }


def test_unknown_fields_and_tables_are_kept_through_edits_undo_and_redo(
    repository: Repository, path: Path
) -> None:
    write_raw(path, messy_tables())
    commit(
        repository,
        EditQuote(quote_id=1, values={"title": "Map"}),
        EditLead(lead_id=1, values={"notes": "kind"}),
        AmendContact(contact_id=1, values={"note": "voicemail"}),
        DeleteQuote(quote_id=1),
    )
    for _ in range(4):
        repository.undo(TODAY)
    for _ in range(3):
        repository.redo(TODAY)
    after = raw(path)
    for table in ("leads", "quotes", "follow_ups"):
        assert {name: after[table]["1"][name] for name in MESSY} == MESSY
    for table in ("invoices", "_default"):
        assert after[table] == messy_tables()[table]


def test_unknown_fields_are_kept_word_for_word(repository: Repository, path: Path) -> None:
    odd = r'"odd":{"a":1.50,"b":1E5,"c":"\u00e9","d":123456789012345678901234567890}'
    path.write_text('{"leads":{"1":{"name":"Nay",' + odd + '}},"x":{"1":{' + odd + "}}}")
    commit(repository, EditLead(lead_id=1, values={"notes": "kind"}))
    repository.undo(TODAY)
    repository.redo(TODAY)
    assert path.read_text().count(odd) == 2


def test_what_another_program_changed_meanwhile_survives_an_undo(
    repository: Repository, path: Path
) -> None:
    commit(repository, an_addition(1), EditQuote(quote_id=1, values={"title": "Map"}))
    with TinyDB(path) as db:
        db.table("quotes").update({"notes": "from a script", "colour": "red"}, doc_ids=[1])
    repository.undo(TODAY)
    quote = raw(path)["quotes"]["1"]
    assert (quote["title"], quote["notes"], quote["colour"]) == (
        "Website redesign",
        "from a script",
        "red",
    )
