"""How the tools of the tests work: examples without a deadline, Pilot without long waits."""

import os
from asyncio import sleep
from collections.abc import Iterator
from time import process_time

import pytest
from hypothesis import settings

settings.register_profile("relance", deadline=None, max_examples=40)
settings.register_profile("stress", deadline=None, max_examples=500)
settings.load_profile("relance")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are processors: the tests of the real program wait for it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (cores or 1) * 3 // 2


LOOK = 0.005
"""How long to look whether the app is at rest after a key, in seconds."""

MOST_LOOKS = 200
"""After so many an app that never rests is let be, as Textual does after a second."""


async def at_rest(_at_least: float = 0) -> None:
    """Waits until the app has used no processor time worth the name during a look."""
    for _ in range(MOST_LOOKS):
        before = process_time()
        await sleep(LOOK)
        if process_time() - before < LOOK / 10:
            return


@pytest.fixture(autouse=True, scope="session")
def _keys_follow_soon() -> Iterator[None]:
    """Pilot's keys follow each other as soon as the app rests; Textual waits 40 ms for each.

    `pilot.press` waits for every widget to have handled its messages anyway. `pilot.pause` stays as
    it is, for what happens a moment later: painting, the detail beside the cursor.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", at_rest)
        yield
