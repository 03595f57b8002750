"""The command that looks back: stats. It creates nothing."""

from store.rules.hindsight.statistics import look_back
from tui.cli import options
from tui.cli.opening import with_session
from tui.cli.output import json_object, result, signs_of
from tui.cli.statistics_json import statistics_json
from tui.cli.table import line_width
from tui.cli.words import command
from tui.language import N_
from tui.session import Session
from tui.statistics_text import laid_out
from tui.wording.statistics import sections


@command(
    "stats",
    N_("relance stats"),
    N_("RELANCE_TODAY=2025-12-31 relance stats             # the year as it ended"),
    N_("relance stats --json                               # one object; README has its keys"),
    help=N_(
        "Look back: the win rate, where won quotes came from, how long answers took, after which "
        "follow-up they came, what offers cost, and which warnings were right. JSON has percent "
        "as numbers and null of nothing, counts of quotes, minutes, and days to an answer."
    ),
)
@options.json_option
@with_session
def stats(session: Session, as_json: bool) -> None:
    """Prints the statistics."""
    snapshot, today = session.repository.snapshot(), session.clock.today()
    found = look_back(snapshot, today, session.rulebook)
    if as_json:
        json_object(statistics_json(found))
        return
    for line in laid_out(sections(found), line_width(), signs_of(session)):
        result("".join(piece.text for piece in line).rstrip())
