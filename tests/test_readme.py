"""What the README says stays true."""

from tests.readme_tables import README, with_tables


def test_the_tables_are_those_of_the_commands_and_the_advice() -> None:
    text = README.read_text(encoding="utf-8")

    assert text == with_tables(text)
