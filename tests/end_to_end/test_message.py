"""A message is edited in the person's own editor, which has the terminal meanwhile."""

from pathlib import Path

from tests.end_to_end.conftest import Open, Run


def test_e_edits_and_the_preview_has_what_was_written(
    open_relance: Open, relance: Run, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\necho "EDITING $1"\nread _\nsed -i "s/^Hello .*/Dear you,/" "$1"\n'
    )
    editor.chmod(0o700)
    relance("add", "Atelier Lumen", "Website", "1200", "--sent", "2026-03-02")
    app = open_relance(columns=80, rows=24, EDITOR=str(editor))
    app.wait_for("Website")
    app.press("m")
    app.wait_for("Hello Atelier Lumen,")
    app.press("e")
    app.wait_for("EDITING")
    app.press("enter")
    app.wait_for("Dear you,")
    app.press("escape")
    app.wait_for("to chase")
    app.press("ctrl+q")
    assert app.wait_exit() == 0
