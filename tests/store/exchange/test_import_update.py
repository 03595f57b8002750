"""A file that is imported again changes what it says anew, never what a person changed."""

from dataclasses import replace as with_
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.exchange.import_quotes import ImportQuotes, Planned, Verdict, plan
from store.exchange.imported import Import, ImportedFollowUp, ImportedQuote
from store.file.repository import Repository
from store.records.edit import Edit
from store.records.quote import Quote
from store.records.snapshot import Snapshot
from store.records.words import Channel, Status
from tests.builders import circumstances
from tests.store.exchange.spreadsheets import TODAY
from tests.store.exchange.test_import_quotes import an_imported_quote, imported, the_quote

LAST = ImportedFollowUp(on=date(2026, 3, 16), channel=Channel.PHONE)


def again(**fields: object) -> ImportedQuote:
    """The same row in a later file, with what it says now."""
    return an_imported_quote(**fields)


def edited(snapshot: Snapshot, **fields: object) -> Snapshot:
    """After a person changed the quote."""
    return snapshot.after(Edit("edited", "x", puts=(replace(the_quote(snapshot), **fields),)))


def planned(row: ImportedQuote, snapshot: Snapshot) -> Planned:
    [only] = plan(Import(name="devis.csv", quotes=(row,)), snapshot)
    return only


@pytest.fixture
def before() -> Snapshot:
    """After a first import."""
    return imported(Snapshot(), an_imported_quote())


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": Decimal("700.00")},
        {"currency": "CHF"},
        {"title": "Logo, revised"},
        {"valid_until": date(2026, 4, 30)},
        {"sent_on": date(2026, 3, 3)},
    ],
)
def test_what_the_file_says_anew_is_changed(before: Snapshot, fields: dict[str, object]) -> None:
    row = again(**fields)
    plan_of_it = planned(row, before)
    assert (plan_of_it.verdict, plan_of_it.update and plan_of_it.update.changed) == (
        Verdict.CHANGE,
        tuple(fields),
    )
    quote = the_quote(imported(before, row))
    assert {name: getattr(quote, name) for name in fields} == fields


@pytest.mark.parametrize("status", [Status.WON, Status.LOST, Status.NO_RESPONSE])
def test_a_quote_that_ended_in_the_file_is_closed(before: Snapshot, status: Status) -> None:
    quote = the_quote(imported(before, again(status=status)))
    assert quote.status is status
    assert quote.outcome is not None
    back = the_quote(imported(imported(before, again(status=status)), again()))
    assert (back.status, back.outcome) == (Status.SENT, None)


def test_a_draft_that_was_sent_in_the_file_is_sent() -> None:
    draft = an_imported_quote(
        status=Status.DRAFT, sent_on=None, valid_until=None, asked_on=date(2026, 3, 1)
    )
    quote = the_quote(imported(imported(Snapshot(), draft), again()))
    assert (quote.status, quote.sent_on, quote.valid_until) == (
        Status.SENT,
        date(2026, 3, 2),
        date(2026, 3, 23),
    )


def test_what_a_person_changed_is_kept_and_said_once(before: Snapshot) -> None:
    mine = edited(before, amount=Decimal("500.00"))
    row = again(amount=Decimal("700.00"), title="Logo, revised")
    update = planned(row, mine).update
    assert update is not None
    assert (update.changed, update.kept) == (("title",), ("amount",))
    after = imported(mine, row)
    assert the_quote(after).amount == Decimal("500.00")
    third = planned(again(amount=Decimal("700.00"), title="Logo, revised"), after)
    assert third.verdict is Verdict.PRESENT
    assert not third.is_news


@pytest.mark.parametrize(
    "mine",
    [
        {"amount": Decimal("1.00")},
        {"status": Status.WON},
        {"ref": "MINE-1"},
        {"title": "Mine"},
        {"valid_until": date(2026, 5, 1)},
    ],
)
def test_a_file_that_says_the_same_changes_nothing(
    before: Snapshot, mine: dict[str, object]
) -> None:
    after = edited(before, **mine)
    assert imported(after, again()).quotes == after.quotes


def test_a_status_that_both_changed_stays_as_the_person_has_it(before: Snapshot) -> None:
    mine = edited(before, status=Status.WON)
    update = planned(again(status=Status.LOST), mine).update
    assert update is not None
    assert (update.changed, update.kept) == ((), ("status",))


def test_a_lead_that_was_renamed_is_still_known_by_the_name_in_the_file(before: Snapshot) -> None:
    [lead] = before.leads.values()
    renamed = before.after(Edit("edited_lead", "x", puts=(replace(lead, name="Lumen & Cie"),)))
    new_row = again(ref="D26-102", line=3)
    after = imported(renamed, again(), new_row)
    assert [each.name for each in after.leads.values()] == ["Lumen & Cie"]
    assert {each.lead_id for each in after.quotes.values()} == {lead.id}
    assert len(after.quotes) == 2


@pytest.mark.parametrize(
    ("counted", "deleted", "added"), [(1, 0, 0), (3, 0, 2), (2, 1, 1), (1, 1, 0), (0, 0, 0)]
)
def test_follow_ups_that_the_file_counts_since_are_added(
    counted: int, deleted: int, added: int
) -> None:
    first = imported(Snapshot(), an_imported_quote(follow_ups=(ImportedFollowUp(),)))
    gone = tuple(first.follow_ups.values())[:deleted]
    first = first.after(Edit("deleted_contact", "x", deletes=gone))
    row = again(follow_ups=(*[ImportedFollowUp()] * (counted - 1), LAST)[:counted])
    after = imported(first, row)
    assert len(after.follow_ups) == 1 - deleted + added
    if added:
        assert date(2026, 3, 16) in {each.on for each in after.follow_ups.values()}


def test_a_follow_up_that_a_person_logged_too_is_not_added_twice(before: Snapshot) -> None:
    quote = the_quote(before)
    logged = ImportedFollowUp().record(quote.lead_id, quote.id)
    mine = before.after(Edit("logged", "x", puts=(logged,)))
    assert len(imported(mine, again(follow_ups=(LAST,))).follow_ups) == 1


def test_a_row_without_a_ref_gets_the_next_one_and_is_found_by_lead_title_and_day() -> None:
    rows = (again(ref=""), again(ref="", title="Menu"), again(ref="D26-001", title="Affiche"))
    first = imported(Snapshot(), *rows)
    refs = {quote.title: quote.ref for quote in first.quotes.values()}
    assert refs == {"Logo": "D26-002", "Menu": "D26-003", "Affiche": "D26-001"}
    after = imported(first, *(with_(row, amount=Decimal("5.00"), quote_id=1) for row in rows[:1]))
    assert len(after.quotes) == 3
    logo = next(each for each in after.quotes.values() if each.title == "Logo")
    assert (logo.amount, logo.ref) == (Decimal("5.00"), "D26-002")


def test_a_deadline_that_cannot_be_any_more_is_a_problem(before: Snapshot) -> None:
    mine = edited(before, sent_on=date(2026, 3, 20))
    late = planned(again(valid_until=date(2026, 3, 10)), mine)
    assert late.problem is not None
    assert late.problem.error.code == "deadline_before_sending"


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        ({}, (None, date(2026, 4, 30))),
        ({"validity_days": 60, "valid_until": date(2026, 5, 1)}, (60, date(2026, 5, 1))),
        ({"validity_days": None, "valid_until": date(2026, 5, 2)}, (None, date(2026, 5, 2))),
    ],
)
@pytest.mark.parametrize("usual_since", [21, 45])
def test_a_deadline_that_the_file_has_since_replaces_the_usual_validity_alone(
    usual_since: int, mine: dict[str, object], expected: tuple[int | None, date]
) -> None:
    usual = again(valid_until=None, validity_days=21, usual_validity=True)
    mine_now = edited(imported(Snapshot(), usual), **mine)
    same = imported(mine_now, with_(usual, validity_days=usual_since))
    assert same.quotes == mine_now.quotes
    later = with_(usual, validity_days=usual_since, amount=Decimal("9.00"))
    quote = the_quote(imported(imported(same, later), again(valid_until=date(2026, 4, 30))))
    assert (quote.validity_days, quote.valid_until) == expected


def test_a_quote_of_which_the_usual_validity_was_not_kept_is_as_the_file_says() -> None:
    usual = again(valid_until=None, validity_days=21, usual_validity=True)
    older = edited(imported(Snapshot(), usual), imported=replace(usual.said, usual_days=None))
    assert imported(older, usual).quotes == older.quotes
    quote = the_quote(imported(older, again(valid_until=date(2026, 4, 30))))
    assert quote.valid_until == date(2026, 4, 30)


def test_a_change_is_counted_and_has_a_code_of_its_own(before: Snapshot) -> None:
    command = ImportQuotes(name="devis.csv", quotes=(again(amount=Decimal("1.00")),))
    edit = command.apply(before, circumstances(TODAY))
    assert (edit.code, edit.facts["changed"], edit.facts["quotes"]) == ("imported_again", 1, 0)
    assert all(isinstance(record, Quote) for record in edit.puts)


@pytest.mark.parametrize("at", [0, 1])
def test_whoever_watches_can_stop_an_import_and_the_file_is_as_it_was(
    tmp_path: Path, at: int
) -> None:
    def stop(done: int, _of: int) -> None:
        if done == at:
            raise KeyboardInterrupt

    repository = Repository(tmp_path / "relance.json", "here")
    first = ImportQuotes(name="devis.csv", quotes=(an_imported_quote(),))
    repository.commit(first, circumstances(TODAY))
    before = repository.path.read_bytes()
    more = ImportQuotes(name="devis.csv", quotes=(an_imported_quote(ref="D26-102"),), watch=stop)
    with pytest.raises(KeyboardInterrupt):
        repository.commit(more, circumstances(TODAY))
    assert repository.path.read_bytes() == before
    assert not [each for each in tmp_path.iterdir() if each.suffix == ".tmp"]
