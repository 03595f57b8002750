"""What lies after today is ignored by every rule."""

from datetime import date

from store.records.quote import Outcome
from store.records.words import Status
from store.rules.as_of import as_of
from store.rules.groups import Group
from tests.builders import LEAD_ID, SENT_ON, a_contact, a_quote, a_snapshot, standing_on


def test_a_quote_is_a_draft_before_it_was_sent() -> None:
    standing = standing_on(date(2026, 3, 1), a_quote())

    assert standing.quote.status is Status.DRAFT
    assert standing.valid_until is None
    assert standing.group is Group.LATER


def test_a_quote_is_pending_before_it_was_closed() -> None:
    closed = a_quote(status=Status.WON, outcome=Outcome(on=date(2026, 3, 10)))

    assert standing_on(date(2026, 3, 9), closed).quote.status is Status.SENT
    assert standing_on(date(2026, 3, 10), closed).quote.status is Status.WON


def test_a_contact_that_lies_ahead_is_not_seen() -> None:
    standing = standing_on(SENT_ON, a_quote(), [a_contact(date(2026, 3, 4))])

    assert (standing.tally.count, standing.contacts) == (0, ())


def test_a_dossier_of_which_nothing_lies_ahead_is_itself() -> None:
    dossier = a_snapshot(a_quote(), a_contact(SENT_ON)).dossiers[LEAD_ID]

    assert as_of(dossier, SENT_ON) is dossier
