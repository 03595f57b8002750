"""On what it was measured."""

import os
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path


def facts() -> Mapping[str, str | int]:
    """Processor, cores, system and the versions of what is under the program."""
    return {
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0,
        "processor": _processor(),
        "system": platform.platform(),
        "python": platform.python_version(),
        **{name: version(name) for name in ("textual", "tinydb", "msgspec", "relance")},
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
