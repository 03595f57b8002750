"""Ids that follow from what they name, so that two machines give the same one to the same thing."""

from collections.abc import Container

from store.records.ids import BITS


def given_id(taken: Container[str], *parts: object) -> str:
    """An id of 53 bits as text, the same for the same parts, that is not in `taken`."""
    from hashlib import sha256  # few files need one

    attempt = 0
    while True:
        text = "\0".join(str(part) for part in (*parts, attempt))
        number = int.from_bytes(sha256(text.encode("utf-8", "replace")).digest()) >> (256 - BITS)
        if number and str(number) not in taken:
            return str(number)
        attempt += 1
