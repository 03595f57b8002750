"""`relance doctor` lists what merges lost and what stood twice; `--reviewed` marks it as seen."""

import shutil

import pytest

from tests.tui.cli.command_line import CommandLine

Q = "D26-001"


class Two:
    """Quote Q with a contact on two machines, `here` and `there`, that share a file."""

    def __init__(self, cli: CommandLine) -> None:
        self.cli = cli
        cli.ok("log", Q, "--note", "first")
        self.base, self.there = (cli.file.with_name(f"{name}.json") for name in ("base", "there"))
        for each in (self.base, self.there):
            shutil.copy(cli.file, each)

    def change_both(self, here: tuple[str, ...], there: tuple[str, ...]) -> None:
        """Each machine gives its command, and then they are merged; `there` is the newer."""
        self.cli.ok(*here)
        for command in (("snooze", Q, "+1w"), there):
            answer = self.cli(*command, RELANCE_FILE=str(self.there), RELANCE_MACHINE="there")
            assert answer.code == 0, answer
        self.cli.ok("merge", str(self.base), str(self.cli.file), str(self.there))


@pytest.fixture
def two(quoted: CommandLine) -> Two:
    return Two(quoted)


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        (
            ("edit", Q, "title=Map"),
            ("edit", Q, "title=Atlas"),
            f"{Q}: title was changed on two machines; “Atlas” was kept, “Map” from here was lost.",
        ),
        (
            ("edit", Q, "send_by=2026-03-05"),
            ("edit", Q, "send_by=2026-03-06"),
            f"{Q}: send by was changed on two machines; "
            "“Fri 6 Mar 2026” was kept, “Thu 5 Mar 2026” from here was lost.",
        ),
        (
            ("edit", Q, "limit=5"),
            ("edit", Q, "limit=2"),
            f"{Q}: limit was changed on two machines; “2” was kept, “5” from here was lost.",
        ),
        (
            ("edit", Q, "amount=5200"),
            ("edit", Q, "amount=6100.50"),
            f"{Q}: amount was changed on two machines; "
            "“6 100.50 €” was kept, “5 200 €” from here was lost.",
        ),
        (
            ("lead", "Atelier Lumen", "tags=a,b"),
            ("lead", "Atelier Lumen", "tags=c"),
            "Atelier Lumen: tags was changed on two machines; "
            "“c” was kept, “a, b” from here was lost.",
        ),
        (
            ("amend", Q, "1", "channel=phone"),
            ("amend", Q, "1", "channel=letter"),
            f"{Q}, a contact: channel was changed on two machines; "
            "“letter” was kept, “phone” from here was lost.",
        ),
        (
            ("edit", Q, "notes=\x1b[31mX"),
            ("edit", Q, "notes=" + "long " * 30),
            f"{Q}: notes was changed on two machines; "
            f"“{('long ' * 30)[:60]}…” was kept, “␛[31mX” from here was lost.",
        ),
    ],
    ids=["text", "day", "number", "amount", "lead", "contact", "hostile and long"],
)
def test_a_lost_value_is_told_with_record_field_and_machine(
    two: Two, here: tuple[str, ...], there: tuple[str, ...], told: str
) -> None:
    two.change_both(here, there)
    answer = two.cli("doctor")
    assert answer.code == 1
    assert answer.out.splitlines()[:2] == [told, "  --reviewed: marks it as seen"]
    assert "Nothing is wrong" not in answer.out


def test_what_was_reviewed_is_not_told_again(two: Two) -> None:
    two.change_both(("edit", Q, "title=Map"), ("edit", Q, "title=Atlas"))
    history = two.cli.ok("history")
    answer = two.cli("doctor", "--reviewed")
    assert (answer.code, answer.err) == (0, "")
    assert "“Map” from here was lost.\n  done: marks it as seen\n" in answer.out
    assert "Nothing is wrong" in two.cli.ok("doctor")
    assert two.cli.ok("history") == history


def test_what_else_is_wrong_still_exits_1(two: Two) -> None:
    two.change_both(("edit", Q, "title=Map"), ("edit", Q, "title=Atlas"))
    two.cli.file.chmod(0o644)
    assert two.cli("doctor", "--fix").code == 1
    two.cli.file.chmod(0o644)
    assert two.cli("doctor", "--reviewed").code == 1
    assert two.cli("doctor", "--fix").code == 0


def test_with_nothing_to_review_nothing_is_written(quoted: CommandLine) -> None:
    before = quoted.file.stat().st_mtime_ns
    assert quoted("doctor", "--reviewed").code == 0
    assert quoted.file.stat().st_mtime_ns == before


def test_scripts_get_both_values_in_full(two: Two) -> None:
    note = "long " * 30
    two.change_both(("edit", Q, f"notes={note}"), ("edit", Q, "notes=short"))
    (found,) = [each for each in two.cli("doctor", "--json").json if each["code"] == "conflict"]
    facts = found["facts"]
    assert (facts["subject"], facts["table"], facts["field"]) == (Q, "quotes", "notes")
    assert (facts["kept"], facts["lost"], facts["machine"]) == ("short", note.strip(), "here")
    assert (found["fixable"], found["fixed"]) == (False, False)
    asked = two.cli("doctor", "--reviewed", "--json").json
    assert [each["fixed"] for each in asked if each["code"] == "conflict"] == [True]


def test_what_stood_twice_is_told_and_reviewed_before_it_is_written(cli: CommandLine) -> None:
    """The doubles are in no history yet: the file is as somebody wrote it by hand."""
    cli.file.write_text(
        '{"leads": {"7": {"name":"Nay"}},'
        '"quotes": {"1": {"ref":"C","lead_id":7,"title":"Web","title":"Map"}}}'
    )
    cli.file.chmod(0o600)
    answer = cli("doctor")
    assert answer.code == 1
    told = "C: title stood twice in the file; the second is kept as title (2)."
    assert answer.out.splitlines()[0] == told
    assert cli("doctor", "--reviewed").code == 0
    assert cli("doctor").code == 0


def test_an_entry_that_cannot_be_read_is_told(two: Two) -> None:
    two.change_both(("edit", Q, "title=Map"), ("edit", Q, "title=Atlas"))
    text = two.cli.file.read_text()
    two.cli.file.write_text(
        text.replace('"code":"conflict","subject":', '"code":"conflict","subject":1,"x":')
    )
    answer = two.cli("doctor")
    assert answer.code == 1
    assert "history hold a record that cannot be read" in answer.out
