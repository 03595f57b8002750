"""The French spreadsheet: what each cell means."""

from datetime import date
from decimal import Decimal

import pytest

from store.exchange.imported import ImportedFollowUp, ImportedQuote
from store.records.words import Channel, Status
from tests.store.exchange.spreadsheets import the_quote


def test_a_row_becomes_a_quote() -> None:
    assert the_quote({"Remarques": "préfère l’après-midi"}) == ImportedQuote(
        line=2,
        lead="Café Éphémère",
        ref="D26-101",
        title="Menu",
        amount=Decimal("1200.00"),
        currency="EUR",
        status=Status.SENT,
        sent_on=date(2026, 3, 2),
        valid_until=date(2026, 3, 23),
        notes="préfère l’après-midi",
    )


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Envoyé", Status.SENT),
        ("Signé", Status.WON),
        ("Refusé", Status.LOST),
        ("Sans suite", Status.NO_RESPONSE),
        ("Brouillon", Status.DRAFT),
        (" sans  SUITE ", Status.NO_RESPONSE),
        ("ENVOYE", Status.SENT),
    ],
)
def test_statuses_are_read_in_any_case_and_without_accents(word: str, status: Status) -> None:
    assert the_quote({"Statut": word}).status is status


@pytest.mark.parametrize(
    ("cell", "amount", "currency"),
    [
        ("1\u00a0200,50\u00a0€", "1200.50", "EUR"),
        ("1200,5", "1200.50", "CHF"),
        ("300", "300.00", "CHF"),
        ("12 500,00 $", "12500.00", "USD"),
    ],
)
def test_amounts_bring_their_currency_or_have_the_configured_one(
    cell: str, amount: str, currency: str
) -> None:
    quote = the_quote({"Montant HT": cell})
    assert (quote.amount, quote.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("count", "day", "word", "follow_ups"),
    [
        ("", "", "", ()),
        ("0", "", "", ()),
        ("1", "16/03/2026", "tél", ((date(2026, 3, 16), Channel.PHONE),)),
        ("1", "16/03/2026", "Mail", ((date(2026, 3, 16), Channel.EMAIL),)),
        ("1", "16/03/2026", "sms", ((date(2026, 3, 16), Channel.SMS),)),
        ("1", "", "", ((None, Channel.OTHER),)),
        (
            "3",
            "16/03/2026",
            "TEL",
            ((None, Channel.OTHER), (None, Channel.OTHER), (date(2026, 3, 16), Channel.PHONE)),
        ),
    ],
)
def test_the_last_follow_up_has_day_and_channel_and_earlier_ones_are_unknown(
    count: str, day: str, word: str, follow_ups: tuple[tuple[date | None, Channel], ...]
) -> None:
    quote = the_quote({"Relances": count, "Dernière relance": day, "Canal": word})
    expected = tuple(ImportedFollowUp(on=on, channel=channel) for on, channel in follow_ups)
    assert quote.follow_ups == expected
    assert len({each.follow_up_id for each in quote.follow_ups}) == len(follow_ups)


def test_a_draft_was_asked_for_on_its_day_and_holds_for_as_many_days() -> None:
    draft = the_quote({"Statut": "Brouillon"})
    assert (draft.asked_on, draft.validity_days) == (date(2026, 3, 2), 21)
    assert (draft.sent_on, draft.valid_until) == (None, None)


def test_a_draft_without_a_day_keeps_its_deadline() -> None:
    draft = the_quote({"Statut": "Brouillon", "Envoyé le": ""})
    assert (draft.asked_on, draft.valid_until) == (None, date(2026, 3, 23))


def test_a_sent_quote_without_a_deadline_has_the_configured_validity() -> None:
    quote = the_quote({"Valable jusqu'au": ""})
    assert (quote.validity_days, quote.valid_until) == (30, None)
    assert quote.record(1).valid_until == date(2026, 4, 1)


def test_the_most_follow_ups_are_99() -> None:
    assert len(the_quote({"Relances": "99"}).follow_ups) == 99


def test_nothing_is_concluded_from_remarks() -> None:
    quote = the_quote({"Remarques": "URGENT, signé, ne plus relancer"})
    assert quote.status is Status.SENT
