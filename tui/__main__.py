"""`relance` on the command line, and `python -m tui`."""

import gc
import sys

_INTERRUPTED = 130


def main() -> None:
    """Runs relance and leaves with its exit code.

    Nothing of the start is garbage, so none is looked for: a command ends before it matters, and
    the app turns the collector on once it is painted. Nor is it at the end, where Python looks
    through all that is not frozen before it gives everything back.
    """
    gc.disable()
    try:
        from tui.cli.group import relance
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)  # so early, nothing has begun and nobody else would catch it

    try:
        relance()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
