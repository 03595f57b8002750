"""Reading a file and listing it loads no library that is slow and not needed for that."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.file.repository import Repository
from tests.store.file.samples import a_log, an_addition, commit

SLOW = ("textual", "click", "filelock", "holidays", "icalendar", "dateutil.parser", "babel")

LIST = """
import sys
from datetime import date
from pathlib import Path

import store
from store.file.repository import Repository
from store.records.day_reading import read_day
from store.records.settings import Settings
from store.rules.board import Board
from store.rules.rulebook import Rulebook
from store.rules.views import View

today = read_day("today", "2026-03-20", date(2026, 3, 1))
snapshot = Repository(Path(sys.argv[1]), "here").snapshot()
board = Board(snapshot, today, Rulebook.of(Settings()))
listed = [(each.quote.ref, each.group, each.next_on, each.advice) for each in board.quotes()]
leads = [(each.lead.name, each.tally, each.advice) for each in board.leads()]
print(len(listed), len(leads), len(board.quotes(View.TODAY)), board.summary().to_chase)
print(*sys.modules)
"""


def ran(code: str, *arguments: str) -> list[str]:
    """The lines that a fresh Python prints."""
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()


def loaded(modules: str) -> set[str]:
    """The slow libraries among the modules."""
    names = modules.split()
    return {slow for slow in SLOW if any(f"{name}.".startswith(f"{slow}.") for name in names)}


def test_reading_and_listing_loads_nothing_slow(tmp_path: Path) -> None:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), an_addition(1), an_addition(2, cadence="patient"), a_log(1))
    counts, modules = ran(LIST, str(path))
    assert counts == "2 2 2 2"
    assert "msgspec" in modules.split()
    assert loaded(modules) == set()


@pytest.mark.parametrize("package", ["store.records", "store.rules", "store.changes", "store.file"])
def test_no_package_of_the_tracker_loads_anything_slow(package: str) -> None:
    walk = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
found = [each.name for each in pkgutil.iter_modules(package.__path__, package.__name__ + ".")]
for name in found:
    if name != "store.records.month_names":
        importlib.import_module(name)
print(len(found))
print(*sys.modules)
"""
    count, modules = ran(walk, package)
    assert int(count) > 5
    assert loaded(modules) == set()


ONLY_WRITING = ("filelock", "secrets", "hashlib", "dateutil", "ctypes", "store.file.writer")


def test_opening_a_file_to_read_it_loads_nothing_that_only_writing_needs(tmp_path: Path) -> None:
    path = tmp_path / "relance.json"
    commit(Repository(path, "here"), an_addition(1))
    read = """
import sys
from pathlib import Path
from store.file.repository import Repository

print(len(Repository(Path(sys.argv[1]), "here").snapshot().quotes))
print(*sys.modules)
"""
    count, modules = ran(read, str(path))
    assert count == "1"
    assert {*ONLY_WRITING} & {*modules.split()} == set()


def test_what_is_needed_is_loaded_when_it_is_needed() -> None:
    """The same check sees a library that was loaded, so that it can fail."""
    _, modules = ran("import filelock, sys; print(); print(*sys.modules)")
    assert loaded(modules) == {"filelock"}
