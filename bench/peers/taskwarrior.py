"""Taskwarrior: the day's work of as many tasks."""

import json
import subprocess
from collections.abc import Mapping
from datetime import date, timedelta

from bench.commands import Round, timed
from bench.peers.entries import Entry, entries
from bench.peers.finding import command_of
from bench.place import Place

PATIENCE = 180
"""Seconds that the import may take."""


def task_next(place: Place) -> Round | None:
    """Imports the tasks; what runs `task next` once, or none where that cannot be."""
    command = command_of("task")
    if command is None:
        return None
    folder = place.folder / "task"
    folder.mkdir()
    settings = folder / "taskrc"
    settings.write_text(f"data.location={folder}\nconfirmation=no\nverbose=nothing\nhooks=off\n")
    environment = {**place.environment, "TASKRC": str(settings)}
    source = folder / "tasks.json"
    with source.open("w") as file:
        for entry in entries(place.quotes, date.today()):
            file.write(json.dumps(_task(entry)) + "\n")
    argv = [command, "import", str(source)]
    try:
        subprocess.run(argv, env=environment, check=True, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None
    return lambda: timed([command, "next"], environment)


def _task(entry: Entry) -> Mapping[str, object]:
    task = {
        "uuid": str(entry.id),
        "description": entry.title,
        "project": entry.project,
        "tags": ["print", "web"],
        "entry": _moment(entry.sent_on),
        "due": _moment(entry.due),
        "status": "pending" if entry.is_open else "completed",
        "annotations": [
            {"entry": _moment(entry.sent_on + timedelta(days=day)), "description": note}
            for day, note in enumerate(entry.notes, start=1)
        ],
    }
    return task if entry.is_open else {**task, "end": _moment(entry.due)}


def _moment(day: date) -> str:
    return f"{day:%Y%m%dT120000Z}"
