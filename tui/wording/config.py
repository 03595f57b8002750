"""What is said of a line of the configuration that cannot be read."""

from collections.abc import Mapping
from pathlib import Path

from store.errors import Fact
from tui.config.config import Problem
from tui.language import N_, _
from tui.safe_text import shown

_PLACE = N_("{path}, line {line}: {problem} The default holds.")

SENTENCES: Mapping[str, str] = {
    "config_unreadable": N_("it cannot be read ({why})."),
    "config_not_toml": N_("it is no TOML ({why})."),
    "config_unknown": N_("there is no “{key}”. There are: {known}."),
    "config_number": N_("{key} = {value} is no whole number from {lowest} to {highest}."),
    "config_text": N_("{key} = {value} is no text; write it between quotation marks."),
    "config_texts": N_('{key} = {value} is no list of texts; write ["one", "two"].'),
    "config_one_of": N_("{key} = {value} is not one of: {known}."),
    "config_some_of": N_("{key} = {value} is no list of some of: {known}."),
    "config_currency": N_("{key} = {value} is no currency code such as EUR."),
    "config_country": N_("{key} = {value} is no country whose holidays are known, such as FR."),
    "config_amount": N_("{key} = {value} is no amount of at least 0."),
    "config_hours": N_("{key} = {value} are no two hours of a day, such as [8, 20]."),
    "config_folder": N_("{key} = {value} cannot be the path of a folder."),
    "config_table": N_("{key} = {value} is no table of names."),
    "config_cadence": N_('{key} = {value} has no steps; write steps = ["2 days after sending"].'),
    "config_step": N_(
        "{key} = {value}: a step is written “2 days after sending”, "
        "“3 days before the deadline” or “1 month after the deadline”."
    ),
    "config_key": N_("{key} = {value} is no key such as “x”, “ctrl+x” or “f5”."),
    "config_reserved": N_("{key} = {value}: “{reserved}” is reserved for lists and the app."),
    "config_clash": N_("{key} = {value}: that key is taken by “{other}”."),
}


def config_problem_text(problem: Problem, path: Path) -> str:
    """The problem, with the file and the line."""
    facts = {name: _fact_text(fact) for name, fact in problem.facts.items()}
    facts |= {"key": shown(problem.key), "value": shown(problem.value)}
    text = _(SENTENCES[problem.code]).format(**facts)
    return _(_PLACE).format(path=shown(str(path)), line=problem.line, problem=text)


def _fact_text(fact: Fact) -> str:
    return ", ".join(map(shown, fact)) if isinstance(fact, tuple) else shown(str(fact))
