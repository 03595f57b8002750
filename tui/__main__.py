"""`relance` on the command line, and `python -m tui`."""

import gc


def main() -> None:
    """Runs relance and leaves with its exit code.

    Nothing of the start is garbage, so none is looked for: a command ends before it matters, and
    the app turns the collector on once it is painted.
    """
    gc.disable()
    from tui.cli.group import relance

    relance()


if __name__ == "__main__":
    main()
