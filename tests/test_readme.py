"""What the README says stays true."""

from pathlib import Path

from store.exchange.message import PLACEHOLDERS
from store.records.message_code import MessageCode
from tui.key_table import key_table

README = Path(__file__).parent.parent / "README.md"


def test_the_key_table_is_that_of_the_commands() -> None:
    text = README.read_text(encoding="utf-8")

    shown = text.partition("<!-- keys -->\n")[2].partition("\n<!-- /keys -->")[0]

    assert shown == key_table()


def test_every_message_and_placeholder_is_named() -> None:
    section = README.read_text(encoding="utf-8").partition("## Messages\n")[2].partition("\n## ")[0]
    assert [code for code in MessageCode if f"`{code}`" not in section] == []
    assert [name for name in PLACEHOLDERS if f"`{{{name}}}`" not in section] == []
