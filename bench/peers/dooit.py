"""dooit: a Textual program on SQLite, with as many things to do in one workspace."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from bench.figure import Figures
from bench.peers.entries import entries
from bench.peers.finding import command_of, not_installed
from bench.peers.watching import Way, not_watched, screen_figures
from bench.place import Place
from bench.program import Program

MOST = 10_000
WORKSPACE = "quotes-of-the-bench"

_TAB = b"\t"
_SCHEMA = """
CREATE TABLE workspace (
    id INTEGER NOT NULL, order_index INTEGER NOT NULL, description VARCHAR NOT NULL,
    is_root BOOLEAN NOT NULL, parent_workspace_id INTEGER,
    PRIMARY KEY (id), FOREIGN KEY(parent_workspace_id) REFERENCES workspace (id)
);
CREATE TABLE todo (
    id INTEGER NOT NULL, order_index INTEGER NOT NULL, description VARCHAR NOT NULL, due DATETIME,
    effort INTEGER NOT NULL, recurrence DATETIME, urgency INTEGER NOT NULL,
    pending BOOLEAN NOT NULL, parent_workspace_id INTEGER, parent_todo_id INTEGER,
    PRIMARY KEY (id), FOREIGN KEY(parent_workspace_id) REFERENCES workspace (id),
    FOREIGN KEY(parent_todo_id) REFERENCES todo (id)
);
INSERT INTO workspace VALUES (1, -1, '', 1, NULL);
"""


def dooit_figures(place: Place, runs: int) -> Figures:
    """Start to the list of the one workspace, and a step down in it."""
    command = command_of("dooit")
    if command is None:
        return not_watched("dooit", not_installed("dooit"))
    if place.quotes > MOST:
        return not_watched("dooit", f"over {MOST:,}")
    database = place.folder / "dooit.db"
    first = _fill(database, place.quotes)
    argv = [command, "--db", str(database)]
    once = 1 if place.quotes == MOST else runs
    way = Way(listed=first, keys=(_TAB,), opens=WORKSPACE[:8], key=b"j")
    return screen_figures("dooit", lambda: Program(argv, place.environment), way, once)


def _fill(database: Path, count: int) -> str:
    """Writes the entries; returns the first one's title."""
    made = [*entries(count, date.today())]
    rows = (
        (number, entry.title, f"{entry.due} 12:00:00.000000", entry.is_open)
        for number, entry in enumerate(made)
    )
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executescript(_SCHEMA)
        connection.execute("INSERT INTO workspace VALUES (2, 0, ?, 0, 1)", (WORKSPACE,))
        connection.executemany(
            "INSERT INTO todo (order_index, description, due, effort, urgency, pending,"
            " parent_workspace_id) VALUES (?, ?, ?, 0, 1, ?, 2)",
            rows,
        )
    return made[0].title
