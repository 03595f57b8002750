"""What a sync program left beside the file is merged at the start, and put away."""

from tests.tui.cli.command_line import CommandLine


def test_a_conflict_copy_is_merged_at_the_next_command(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Redesign", "1200")
    before = cli.file.read_bytes()
    cli.ok("add", "Nay", "Here", "5")
    here = cli.file.read_bytes()
    cli.file.write_bytes(before)
    cli.ok("add", "Rey", "There", "7")
    copy = cli.file.with_name(f"{cli.file.stem}.sync-conflict-20260302-101500-ABCDEFG.json")
    copy.write_bytes(here)

    answer = cli("list", "--json")

    assert {quote["title"] for quote in answer.json} == {"Redesign", "Here", "There"}
    assert "1 conflict copy was merged" in answer.err
    assert not copy.exists()
    assert [path.read_bytes() for path in cli.home.rglob("conflicts/*.json")] == [here]


def test_a_copy_that_cannot_be_read_is_named_and_left(cli: CommandLine) -> None:
    cli.ok("add", "Atelier Lumen", "Redesign", "1200")
    copy = cli.file.with_name(f"{cli.file.stem}.sync-conflict-20260302-101500-ABCDEFG.json")
    copy.write_bytes(b"{ damaged")

    answer = cli("list", "--json")

    assert len(answer.json) == 1
    told = f"The conflict copy {copy} cannot be merged and was left where it is: "
    assert told in answer.err
    assert copy.read_bytes() == b"{ damaged"

    answer = cli("doctor")
    assert answer.code == 1
    assert told in answer.out
    copy.unlink()
    assert cli("doctor").code == 0
