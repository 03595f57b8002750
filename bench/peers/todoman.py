"""todoman: the list of as many tasks, each in a file of its own."""

import subprocess
from datetime import date

from bench.commands import in_turn, timed
from bench.figure import MILLISECONDS, Figures, milliseconds, not_run
from bench.peers.entries import Entry, entries
from bench.peers.finding import command_of, not_installed
from bench.place import Place

MOST = 10_000
PATIENCE = 90
"""Seconds that the first run may take, which reads every file into a cache."""


def todoman_figures(place: Place, runs: int) -> Figures:
    """`todo list`, its cache warm."""
    command = command_of("todo")
    if command is None:
        return {"todo_list": not_run(MILLISECONDS, not_installed("todo"))}
    if place.quotes > MOST:
        return {"todo_list": not_run(MILLISECONDS, f"over {MOST:,}")}
    calendar = place.folder / "todoman" / "quotes"
    calendar.mkdir(parents=True)
    for entry in entries(place.quotes, date.today()):
        calendar.joinpath(f"{entry.id}.ics").write_text(_ics(entry), newline="")
    settings = place.folder / "todoman.py"
    settings.write_text(f"path = {str(calendar.parent / '*')!r}\ndefault_list = 'quotes'\n")
    environment = {**place.environment, "TODOMAN_CONFIG": str(settings)}
    argv = [command, "list"]
    try:
        subprocess.run(argv, env=environment, check=True, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return {"todo_list": not_run(MILLISECONDS, f"over {PATIENCE} s")}
    seconds = in_turn({"todo_list": lambda: timed(argv, environment)}, runs)
    return {"todo_list": milliseconds(seconds["todo_list"])}


def _ics(entry: Entry) -> str:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:bench",
        "BEGIN:VTODO",
        f"UID:{entry.id}",
        f"DTSTAMP:{entry.sent_on:%Y%m%d}T120000Z",
        f"SUMMARY:{entry.title}",
        f"CATEGORIES:{entry.project}",
        f"DUE;VALUE=DATE:{entry.due:%Y%m%d}",
        f"STATUS:{'NEEDS-ACTION' if entry.is_open else 'COMPLETED'}",
        *(() if entry.is_open else (f"COMPLETED:{entry.due:%Y%m%d}T120000Z",)),
        "END:VTODO",
        "END:VCALENDAR",
    )
    return "".join(f"{line}\r\n" for line in lines)
