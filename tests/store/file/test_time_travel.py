"""Whatever was done: undoing all of it and redoing all of it passes the same states again."""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.changes.closing import CloseQuote, ReopenQuote
from store.changes.command import Command
from store.changes.contacts import AmendContact, DeleteContact, LogContact
from store.changes.leads import DeleteLead, EditLead, MergeLeads
from store.changes.quotes import AddQuote, DeleteQuote, EditQuote, SendQuote, SnoozeQuote
from store.errors import NothingToDo, TrackerError
from store.file.repository import Repository
from store.records.lead import Person
from store.records.words import Kind, Status
from tests.store.file.samples import TODAY, an_addition, contents
from tests.store.strategies import near_days

lead_ids = st.integers(101, 102)
quote_ids = st.integers(1, 3)
contact_ids = st.integers(1, 3)
names = st.sampled_from(["Nay", "Rey", "Lumen", "Théâtre de l’Œil"])
sent_days = st.none() | near_days
statuses = st.sampled_from([Status.WON, Status.LOST, Status.NO_RESPONSE, Status.DECLINED])

commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(
        AddQuote,
        lead=names,
        title=names,
        amount=st.just(Decimal("10.50")),
        sent_on=sent_days,
        quote_id=quote_ids,
        lead_id=lead_ids,
    ),
    st.builds(
        LogContact,
        quote_id=quote_ids,
        on=st.none() | near_days,
        kind=st.none() | st.sampled_from(Kind),
        contact_id=contact_ids,
    ),
    st.builds(SendQuote, quote_id=quote_ids, on=near_days),
    st.builds(SnoozeQuote, quote_id=quote_ids, until=near_days),
    st.builds(
        CloseQuote,
        quote_id=quote_ids,
        status=statuses,
        on=near_days,
        insist=st.booleans(),
        draft_id=st.integers(11, 99),
    ),
    st.builds(ReopenQuote, quote_id=quote_ids),
    st.builds(
        EditQuote,
        quote_id=quote_ids,
        values=st.fixed_dictionaries(
            {}, optional={"title": names, "lead": names, "notes": names, "sent_on": near_days}
        ),
        lead_id=lead_ids,
    ),
    st.builds(DeleteQuote, quote_id=quote_ids),
    st.builds(AmendContact, contact_id=contact_ids, values=st.just({"kind": Kind.REPLY})),
    st.builds(DeleteContact, contact_id=contact_ids),
    st.builds(
        EditLead,
        lead_id=lead_ids,
        values=st.fixed_dictionaries({}, optional={"name": names, "notes": names}),
        joined=st.sampled_from([(), (Person(name="Ana"),)]),
    ),
    st.builds(MergeLeads, lead_id=lead_ids, into_id=lead_ids),
    st.builds(DeleteLead, lead_id=lead_ids, insist=st.booleans()),
)


START: list[Command] = [
    an_addition(1, lead="Nay"),
    an_addition(2, lead="Rey", sent_on=None),
    LogContact(quote_id=1, on=date(2026, 3, 4), contact_id=1),
    LogContact(quote_id=1, on=None, contact_id=2),
]


def states(repository: Repository, some: list[Command]) -> Iterator[object]:
    """What the file holds at first and after each command that changed something."""
    yield contents(repository.snapshot())
    for command in some:
        changes = len(repository.history())
        try:
            repository.commit(command, TODAY)
        except TrackerError:
            continue
        if len(repository.history()) > changes:
            yield contents(repository.snapshot())


@given(st.lists(commands, min_size=8, max_size=24))
def test_all_undone_and_all_redone_pass_the_same_states(some: list[Command]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "relance.json"
        repository = Repository(path, "here")
        passed = [*states(repository, [*START, *some])]
        assert len(passed) > len(START)
        for state in reversed(passed[:-1]):
            repository.undo(TODAY)
            assert contents(repository.snapshot()) == state
        with pytest.raises(NothingToDo):
            repository.undo(TODAY)
        for state in passed[1:]:
            repository.redo(TODAY)
            assert contents(repository.snapshot()) == state
            assert contents(Repository(path, "there").snapshot()) == state
        with pytest.raises(NothingToDo):
            repository.redo(TODAY)


moves = st.lists(st.one_of(st.sampled_from(["undo", "redo"]), st.integers(0, 99)), max_size=20)


@given(moves)
def test_undo_and_redo_go_back_and_forth_as_in_any_editor(some: list[str | int]) -> None:
    """Each change sets the day of a snooze; the model is two stacks of days."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(Path(folder) / "relance.json", "here")
        repository.commit(AddQuote(lead="Nay", title="x", amount=Decimal(1), quote_id=1), TODAY)
        done: list[date | None] = [None]
        undone: list[date] = []
        for step, move in enumerate(some):
            if isinstance(move, int):
                until = date(2027, 1, 1) + timedelta(days=100 * step + move)
                repository.commit(SnoozeQuote(quote_id=1, until=until), TODAY)
                done, undone = [*done, until], []
            elif move == "undo" and len(done) > 1:
                repository.undo(TODAY)
                last = done.pop()
                assert last is not None
                undone.append(last)
            elif move == "redo" and undone:
                repository.redo(TODAY)
                done.append(undone.pop())
            assert repository.snapshot().quotes[1].snoozed_until == done[-1]
