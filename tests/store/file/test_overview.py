"""A newcomer finds every module of the folder in its overview."""

import re
from pathlib import Path

import store.file


def test_the_overview_names_every_module_and_no_other() -> None:
    overview = store.file.__doc__ or ""
    folder = Path(store.file.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert set(re.findall(r"`(\w+)`", overview)) == modules
