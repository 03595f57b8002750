"""What the README says stays true."""

from store.exchange.message import PLACEHOLDERS
from store.records.message_code import MessageCode
from tests.readme_tables import README, with_tables


def test_the_tables_are_those_of_the_commands_and_the_advice() -> None:
    text = README.read_text(encoding="utf-8")

    assert text == with_tables(text)


def test_every_message_and_placeholder_is_named() -> None:
    section = README.read_text(encoding="utf-8").partition("## Messages\n")[2].partition("\n## ")[0]
    assert [code for code in MessageCode if f"`{code}`" not in section] == []
    assert [name for name in PLACEHOLDERS if f"`{{{name}}}`" not in section] == []
