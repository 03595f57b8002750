"""Where a peer is: named in the environment, else on the PATH."""

import os
import shutil


def command_of(name: str) -> str | None:
    """The command of that name, or what `BENCH_NAME` says; none where it is not installed."""
    return os.environ.get(f"BENCH_{name.upper()}") or shutil.which(name)


def not_installed(name: str) -> str:
    """Why a peer was not run."""
    return f"no {name}"
