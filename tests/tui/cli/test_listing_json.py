"""The contract of `--json` on `today`, `list`, `leads` and `show`."""

import msgspec

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"

LIST_KEYS = [
    "kind",
    "ref",
    "lead",
    "title",
    "amount",
    "currency",
    "status",
    "sent_on",
    "valid_until",
    "days_left",
    "follow_ups",
    "count",
    "limit",
    "limit_state",
    "next_follow_up_on",
    "snoozed_until",
    "group",
    "advice",
]


def test_a_quote_for_scripts(quoted: CommandLine) -> None:
    quote = quoted.only_quote("2026-03-02")
    assert list(quote) == LIST_KEYS
    assert quote == {
        "kind": "quote",
        "ref": Q,
        "lead": "Atelier Lumen",
        "title": "Website redesign",
        "amount": "1200.00",
        "currency": "EUR",
        "status": "sent",
        "sent_on": "2026-03-02",
        "valid_until": "2026-03-23",
        "days_left": 21,
        "follow_ups": 0,
        "count": 0,
        "limit": 3,
        "limit_state": "under",
        "next_follow_up_on": "2026-03-04",
        "snoozed_until": None,
        "group": "later",
        "advice": [],
    }


def test_a_quote_that_somebody_added_with_stock_tinydb_has_a_deadline_too(
    cli: CommandLine,
) -> None:
    row = {"ref": "X", "lead_id": 1, "title": "T", "amount": "5", "status": "sent"}
    tables = {"quotes": {"7": row | {"sent_on": "2026-03-02"}}}
    cli.file.write_bytes(msgspec.json.encode(tables))
    quote = cli.only_quote("2026-03-02")
    assert (quote["valid_until"], quote["days_left"], quote["lead"]) == ("2026-03-23", 21, "")


def test_advice_for_scripts_has_code_level_and_text(quoted: CommandLine) -> None:
    quoted.ok("edit", Q, "limit=0")
    (advice,) = quoted.only_quote("2026-03-02")["advice"]
    assert list(advice) == ["code", "level", "text"]
    assert (advice["code"], advice["level"]) == ("limit_reached", "warn")


def test_a_lead_for_scripts(quoted: CommandLine) -> None:
    quoted.ok("add", "Atelier Lumen", "Poster", "$9000")
    quoted.ok("add", "Cabinet Rey", "Leaflet", "650", "--draft")
    quoted.ok("log", Q, on="2026-03-04")
    lumen, rey = quoted("leads", "--json", on="2026-03-04").json
    assert lumen == {
        "name": "Atelier Lumen",
        "pending_quotes": 2,
        "pending_amount": "9000.00",
        "currency": "USD",
        "count": 1,
        "total": 1,
        "limit": 3,
        "limit_state": "under",
        "call_minutes": 0,
        "unpaid_call_minutes": 0,
        "time_lost": 0,
        "advice": [],
    }
    assert (rey["pending_quotes"], rey["pending_amount"], rey["currency"]) == (0, "0.00", "EUR")


def test_show_for_scripts_has_the_records_too(quoted: CommandLine) -> None:
    quoted.ok("log", Q, "--note", "Bonjour", on="2026-03-04")
    shown = quoted("show", "d26-001", "--json", on="2026-03-04").json
    assert list(shown) == [*LIST_KEYS, "lead_record", "quote_record", "follow_ups_log"]
    assert shown["lead_record"]["name"] == "Atelier Lumen"
    assert shown["quote_record"]["amount"] == "1200.00"
    assert [each["note"] for each in shown["follow_ups_log"]] == ["Bonjour"]


def test_show_for_scripts_decodes_no_other_records(quoted: CommandLine) -> None:
    """Once a record it decoded the whole file, here with a number that is too large for that."""
    text = quoted.file.read_text().replace("{", '{"todo": {"1": {"n": 1e999}},', 1)
    quoted.file.write_text(text)
    assert quoted("show", Q, "--json").json["quote_record"]["ref"] == Q


def test_show_for_scripts_keeps_fields_that_others_added(quoted: CommandLine) -> None:
    tables = msgspec.json.decode(quoted.file.read_bytes())
    for record in tables["quotes"].values():
        record["colour"] = {"red": 1}
    quoted.file.write_bytes(msgspec.json.encode(tables))
    assert quoted("show", Q, "--json").json["quote_record"]["colour"] == {"red": 1}
