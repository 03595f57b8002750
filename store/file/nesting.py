"""How deep JSON may be nested: a fixed bound, far from where a reader's stack would end."""

import re

DEEPEST = 200
"""How many lists and objects a row may be inside of each other."""

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


def is_too_deep(text: bytes, deepest: int = DEEPEST) -> bool:
    """Whether sound JSON is nested deeper than that."""
    if text.count(b"[") + text.count(b"{") <= deepest:
        return False
    depth = 0
    for token in _TOKEN.findall(text):
        if token in b"[{":
            depth += 1
        elif token in b"]}":
            depth -= 1
        if depth > deepest:
            return True
    return False
