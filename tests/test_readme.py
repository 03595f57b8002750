"""What the README says stays true."""

from pathlib import Path

from tui.key_table import key_table

README = Path(__file__).parent.parent / "README.md"


def test_the_key_table_is_that_of_the_commands() -> None:
    text = README.read_text(encoding="utf-8")

    shown = text.partition("<!-- keys -->\n")[2].partition("\n<!-- /keys -->")[0]

    assert shown == key_table()
