"""calcurse: its screen with as many things to do."""

from datetime import date

from bench.figure import Figures
from bench.peers.entries import entries
from bench.peers.finding import command_of, not_installed
from bench.peers.watching import Way, not_watched, screen_figures
from bench.place import Place
from bench.program import Program

PRIORITY = "5. "
"""What every thing to do begins with on its screen."""

_TAB = b"\t"


def calcurse_figures(place: Place, runs: int) -> Figures:
    """First paint, and a step down in the list of things to do."""
    command = command_of("calcurse")
    if command is None:
        return not_watched("calcurse", not_installed("calcurse"))
    data, settings = place.folder / "calcurse", place.folder / "calcurse-settings"
    data.mkdir()
    settings.mkdir()
    made = entries(place.quotes, date.today())
    data.joinpath("todo").write_text("".join(f"[5] {entry.title}\n" for entry in made))
    for file in (data / "apts", settings / "conf", settings / "keys"):
        file.touch()
    argv = [command, "-D", str(data), "-C", str(settings)]
    way = Way(listed=PRIORITY, keys=(_TAB, _TAB))
    return screen_figures("calcurse", lambda: Program(argv, place.environment), way, runs)
