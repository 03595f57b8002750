"""Row 20: JSON without bottom and integers without end are a clean error, wherever they come in."""

from pathlib import Path

import pytest

from store.changes.quotes import DeleteQuote
from store.errors import FileTrouble
from store.file import rescue
from store.file.nesting import DEEPEST
from tests.faults.entrances import LEAD, data_file, path_of, refused, unreadable
from tests.faults.files import DAY, a_tracker
from tests.store.file.samples import TODAY, an_addition, commit
from tests.tui.cli.command_line import CommandLine

DIGITS = "9" * 5000


def nested(depth: int) -> dict[str, bytes]:
    """Data files that are nested so deep: whole, without an end, in fields known and unknown."""
    lists, objects = "[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth
    return {
        "lists": data_file(LEAD, f'"colour": {lists}'),
        "objects": data_file(LEAD, f'"colour": {objects}'),
        "a known field": data_file(LEAD, f'"notes": {lists}'),
        "at the top": objects.encode(),
        "a list at the top": lists.encode(),
        "without an end": b'{"leads":' * depth,
    }


NESTED = {
    f"{name}, {depth}": data for depth in (1000, 100_000) for name, data in nested(depth).items()
}
NUMBERS = {
    "a known field": data_file(LEAD, f'"seq": {DIGITS}'),
    "an id": f'{{"leads": {{"{DIGITS}": {{"name": "Nay"}}}}}}'.encode(),
    "an amount": f'{{"quotes": {{"1": {{"lead_id": 1, "amount": {DIGITS}}}}}}}'.encode(),
    "the schema": f'{{"_meta": {{"1": {{"schema": {DIGITS}}}}}}}'.encode(),
}


@pytest.mark.parametrize("data", [*NESTED.values(), *NUMBERS.values()], ids=[*NESTED, *NUMBERS])
def test_as_data_file_it_is_named_and_left_as_it_is(cli: CommandLine, data: bytes) -> None:
    said = unreadable(cli, data)
    assert "relance doctor" in said
    assert cli("doctor").code in (1, 3)
    assert cli.file.read_bytes() == data


@pytest.mark.parametrize("data", [*NESTED.values(), *NUMBERS.values()], ids=[*NESTED, *NUMBERS])
def test_as_an_import_or_a_side_of_a_merge_it_is_refused(
    quoted: CommandLine, tmp_path: Path, data: bytes
) -> None:
    given = str(path_of(tmp_path, data))
    assert refused(quoted, "import", given)
    before = quoted.file.read_bytes()
    ours = str(quoted.file)
    for sides in ((ours, ours, given), (given, ours, ours)):
        answer = quoted("merge", *sides)
        assert (answer.code, answer.out) == (1, ""), answer
        assert 0 < len(answer.err) < 600
    assert quoted.file.read_bytes() == before


@pytest.mark.parametrize("depth", [DEEPEST, DEEPEST + 1, 984])
def test_as_deep_as_may_be_it_goes_through_every_change_and_deeper_it_is_damaged(
    tmp_path: Path, depth: int
) -> None:
    """The bound leaves the history room for the record, and readers that recurse theirs."""
    repository = a_tracker(tmp_path, 1)
    deep = "[" * (depth - 1) + '"]["' + "]" * (depth - 1)  # inside the row, which is an object
    text = repository.path.read_text().replace('"title":', f'"colour": {deep},"title":')
    repository.path.write_text(text)
    if depth <= DEEPEST:
        commit(repository, an_addition(2), DeleteQuote(quote_id=1))
        repository.undo(TODAY)
        assert deep in a_tracker(tmp_path).path.read_text()
        assert set(a_tracker(tmp_path).snapshot().quotes) == {1, 2}
        return
    with pytest.raises(FileTrouble, match="damaged"):
        repository.snapshot()
    assert ("quotes", "1") in rescue.mend(repository, DAY).lost
    assert repository.snapshot().quotes == {}


def test_a_huge_integer_that_nobody_reads_is_kept_word_for_word(cli: CommandLine) -> None:
    cli.file.write_bytes(data_file(LEAD, f'"colour": {DIGITS}'))
    cli.ok("lead", "Nay", "notes=kind")
    assert DIGITS in cli.file.read_text()


@pytest.mark.parametrize("name", ["minutes", "limit", "validity_days"])
def test_an_integer_of_5000_digits_is_no_number_that_is_typed(
    quoted: CommandLine, name: str
) -> None:
    quoted.ok("log", "D26-001")
    command = ("amend", "D26-001", "1") if name == "minutes" else ("edit", "D26-001")
    assert refused(quoted, *command, f"{name}={DIGITS}")
