"""Finds sentences in the code that no catalog can translate: texts of words outside of `_()`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MARKS = {"_", "N_", "ngettext"}
WORDS = re.compile(r"[A-Za-zÀ-ÿ]{2,}[,;:.]? [A-Za-zÀ-ÿ]{2,}")
NOT_SAID = {
    "tui/key_table.py",  # the README is English
    "tui/advice_table.py",
    "tui/cli/completion.py",  # scripts for shells
    "tui/config/cadence_reading.py",  # both languages are read
    "tui/config/parsing.py",
    "tui/demo_sample.py",  # names of people
    "tui/messages/values.py",  # days in the language of a message
}
NAMES = (
    *("Ana Roux <ana@x.example>", "relance doctor"),  # a name, a command
    *("the terminal cannot be read", "Input data was truncated"),  # our log, what a library says
)
"""Beginnings of texts that are no sentences of ours."""
STYLE = re.compile(
    r"(bold|dim|underline|reverse)( (bold|dim|underline|reverse))*|[#$.&:\w-]+ \{.*", re.S
)


class Found(NamedTuple):
    """A text that looks like a sentence."""

    place: str
    text: str


def sentences(folder: Path, project: Path) -> Iterator[Found]:
    """Every sentence in the code of the folder that is outside of `_()`, `N_()` and docstrings."""
    for path in sorted(folder.rglob("*.py")):
        name = str(path.relative_to(project))
        if name in NOT_SAID:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for line, text in _texts(tree, _ignored(tree)):
            said = not text.startswith(NAMES)
            if said and WORDS.search(text) and not STYLE.fullmatch(text.strip()):
                yield Found(f"{name}:{line}", text)


def _texts(tree: ast.AST, ignored: set[int]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in ignored
        ):
            yield node.lineno, node.value


def _ignored(tree: ast.AST) -> set[int]:
    """Texts that are marked, or that nobody is shown: docstrings, styles, what `raise` gives."""
    found: set[int] = _annotations(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in MARKS:
            found |= {id(each) for each in ast.walk(node)}
        elif isinstance(node, ast.Raise):
            found |= {id(each) for each in ast.walk(node) if not isinstance(each, ast.Call)}
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(t, ast.Name) and t.id.endswith("CSS") for t in targets):
                found |= {id(each) for each in ast.walk(node)}
    return found


def _annotations(tree: ast.AST) -> set[int]:
    """Types that are written as texts."""
    found: set[int] = set()
    for node in ast.walk(tree):
        for field in ("annotation", "returns"):
            type_ = getattr(node, field, None)
            if isinstance(type_, ast.AST):
                found |= {id(each) for each in ast.walk(type_)}
    return found


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""
